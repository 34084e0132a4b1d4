// The same document in several formats and encodings says the same. Skipped where the shared pages do not stand beside the checkout.
import fs from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {Clause, Node} from '../../src/model/document.ts'
import type {Result} from '../../src/model/result.ts'
import {parse} from '../../src/pipeline.ts'

const CORPUS = '../shared/corpus'
const result = (file: string): Promise<Result> => parse(fs.readFileSync(`${CORPUS}/${file}`))

function clauses({documents}: Result): Clause[] {
  const out: Clause[] = []
  const queue: Node[] = documents.flatMap(d => d.children).reverse()
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type !== 'clause') continue
    out.push(node)
    queue.push(...[...node.children].reverse())
  }
  return out
}

const numbers = (r: Result): string[] => clauses(r).map(c => `${c.id} ${c.marker?.raw.replace(/\s/g, '')}`)
const words = (r: Result): string[] =>
  clauses(r).map(c => `${c.id} ${(c.heading?.text ?? '') + c.text}`.replace(/[\s\p{P}]/gu, ''))

/** All but the source and the places in it. */
function withoutSource(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSource)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'source' && key !== 'origin')
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutSource(inner)]))
}

describe.skipIf(!fs.existsSync(CORPUS))(
  'twins (skipped where the shared pages do not stand beside the checkout)',
  () => {
    test('one law as Word document, PDF and Markdown: the same articles, numbers and words', async () => {
      const [word, pdf, markdown] = await Promise.all(['cnlaw-041.docx', 'cnlaw-042.pdf', 'cnlaw-043.md'].map(result))
      expect(numbers(word!).length).toBeGreaterThan(200)
      expect(numbers(pdf!)).toEqual(numbers(word!))
      expect(numbers(markdown!)).toEqual(numbers(word!))
      expect(words(pdf!)).toEqual(words(word!))
      expect(words(markdown!)).toEqual(words(word!))
    })
    for (const [big5, utf8] of [
      ['tw-002.html', 'tw-012.html'],
      ['tw-004.html', 'tw-013.html'],
    ] as const)
      test(`${big5} in Big5 and ${utf8} in UTF-8`, async () =>
        expect(withoutSource(await result(big5))).toEqual(withoutSource(await result(utf8))))
    for (const [page, text] of [
      ['fin-004.html', 'fin-005.txt'],
      ['fin-007.html', 'fin-008.txt'],
    ] as const)
      test(`the page ${page} and its text on one line, ${text}`, async () => {
        const [a, b] = [numbers(await result(page)), numbers(await result(text))]
        const shared = a.filter(number => b.includes(number))
        expect(shared.length).toBeGreaterThan(0.98 * Math.max(a.length, b.length))
      })
  },
)
