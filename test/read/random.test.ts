// Any bytes and any markup: read without a throw but to refuse, with hints and places that fit the text.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readHtml} from '../../src/read/html/html.ts'
import {read} from '../../src/read/read.ts'
import {toOld} from '../../src/text/map.ts'

const PREFIXES = [
  '',
  'PK\x03\x04word/document.xml',
  '%PDF-1.4\n',
  '\xff\xfe',
  '\xfe\xff',
  '\xef\xbb\xbf',
  '<html>',
  '# ',
  '---\n',
  '\xd6\xd0\xb9\xfa',
]

test('any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PREFIXES), fc.uint8Array({maxLength: 200}), async (prefix, bytes) => {
      const input = Buffer.concat([Buffer.from(prefix, 'latin1'), bytes])
      const source = await read(input).catch((error: unknown) => error)
      if (source instanceof Error) expect(source.name).toBe('ReadError')
      else expect(source).toHaveProperty('text')
    }),
    {numRuns: 300},
  )
})

const TAGS =
  'p div span b table tr td th thead caption ul ol li h1 h2 pre nav a br hr ruby rt sup article header script title'.split(
    ' ',
  )
const piece = fc.oneof(
  fc.constantFrom(...TAGS.flatMap(tag => [`<${tag}>`, `</${tag}>`])),
  fc.constantFrom(
    '<a href="/x">',
    '<td rowspan=3 colspan=2>',
    '<p style="display:none">',
    '<div class="nav">',
    '<!--',
    '-->',
    '<',
  ),
  fc.constantFrom(
    '第一条',
    '各镇人民政府。',
    'a b',
    ' ',
    '\n',
    '\r\n',
    '&nbsp;',
    '&lt;',
    '&#31532;',
    '&',
    '\u3000',
    '3',
    '𠮷',
  ),
)

test('any markup', () => {
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 60}), pieces => {
      const markup = pieces.join('')
      const {text, map, hints} = readHtml(markup)
      let before = 0
      for (const hint of hints) {
        expect(hint.span.start).toBeGreaterThanOrEqual(before)
        expect(hint.span.end).toBeGreaterThan(hint.span.start)
        expect(hint.span.end).toBeLessThanOrEqual(text.length)
        before = hint.span.start
        if (hint.kind !== 'table') continue
        let at = hint.span.start
        for (const {start, end} of hint.rows.flat().flatMap(cell => cell.parts)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          at = end
        }
        expect(at).toBe(hint.span.end)
      }
      // What stands in the markup as it is leads back to itself.
      for (const {index} of text.matchAll(/[第条各]/g)) {
        const old = toOld(map, {start: index, end: index + 1})
        expect([text[index], '&']).toContain(markup[old.start])
      }
    }),
    {numRuns: 2000},
  )
})
