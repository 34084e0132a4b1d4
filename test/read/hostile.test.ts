// Inputs made to hurt: each is read in time that grows with its length, and none throws but to refuse.
import {describe, expect, test} from 'vitest'
import {read} from '../../src/read/read.ts'

const SIZE = 200_000
const filled = (part: string, before = '<html><body>', after = ''): string =>
  before + part.repeat(Math.ceil(SIZE / part.length)) + after

const pages: [label: string, input: string | Uint8Array][] = [
  ['open elements', filled('<div>')],
  ['open elements of two kinds, and end tags that fit none', filled('<div><i>') + filled('</b>', '')],
  ['end tags that reach far', filled('<font>', '<b><div>') + filled('</b>', '')],
  ['open cells', filled('<table><tr><td>')],
  ['open menus', filled('<div class="nav share menu">')],
  ['cells that span everything', filled('<td colspan=9999 rowspan=9999>甲', '<table><tr>')],
  ['a table of many cells', filled('<tr><td>甲<td>乙', '<table>')],
  ['comments', filled('<!--甲-->')],
  ['a comment without an end', filled('甲', '<html><!--')],
  ['an attribute without an end', filled('甲', '<html><p class="')],
  ['attributes', filled(' a=b', '<html><p', '>')],
  ['references', filled('&nbsp;')],
  ['references without an end', filled('&')],
  ['tags without a name', filled('<')],
  ['scripts without an end', filled('<script>')],
  ['links', filled('<a href="/">甲</a>')],
  ['spaces', filled(' ')],
  ['Markdown: comments without an end', filled('<!--', '# 甲\n')],
  ['Markdown: tables without an end', filled('<table>', '# 甲\n')],
  ['Markdown: stars', filled('*', '# 甲\n')],
  ['Markdown: stars apart', filled('*甲 ', '# 甲\n')],
  ['Markdown: brackets', filled('[', '# 甲\n')],
  ['Markdown: links without an end', filled('[甲](', '# 甲\n')],
  ['Markdown: escapes', filled('\\', '# 甲\n')],
  ['Markdown: hashes', filled('# ', '# 甲\n')],
  ['Markdown: rules', filled('- ', '# 甲\n', '甲')],
  ['front matter without an end', filled('a: b\n', '---\n')],
  ['quotes', filled('"', '')],
  ['brackets', filled('[{', '')],
  ['carriage returns', filled('\r', '')],
  ['parts of a message', filled('--b\n', 'Content-Type: multipart/related; boundary=b\n\n')],
  ['zeros', new Uint8Array(SIZE)],
  ['lead bytes', new Uint8Array(SIZE).fill(0xb5)],
  ['bytes of no encoding', new Uint8Array(SIZE).fill(0xff)],
  ['bytes at random', Uint8Array.from({length: SIZE}, (_, i) => ((i * 2654435761) >>> 13) & 0xff)],
  ['a name and no archive', Buffer.from(`PK\x03\x04${'word/document.xml'.repeat(9999)}`)],
  ['a PDF of nothing', Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(9999)}`)],
]

describe('hostile inputs', () => {
  for (const [label, input] of pages)
    test(label, async () => {
      const bytes = typeof input === 'string' ? Buffer.from(input) : input
      const source = await read(bytes).catch((error: unknown) => error)
      if (source instanceof Error) expect(source.name).toBe('ReadError')
      else expect(source).toMatchObject({info: {bytes: bytes.length}})
    }, 20_000)
})

test('twenty thousand nested elements keep their text', async () => {
  const {text} = await read(`${'<div>'.repeat(20_000)}第一条　正文。${'</div>'.repeat(20_000)}`)
  expect(text).toBe('第一条　正文。')
})
