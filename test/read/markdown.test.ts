// Markdown: what stays, what goes, and what is said about it.
import {describe, expect, test} from 'vitest'
import {readMarkdown} from '../../src/read/markdown.ts'
import {toOld} from '../../src/text/map.ts'

const cases: [label: string, markdown: string, text: string][] = [
  ['emphasis goes', '***目录***\n**一、**总则*重点*', '目录\n一、总则重点'],
  ['stars that mark nothing stay', '3*4=12，5 * 6\n* 项目\n＊注', '3*4=12，5 * 6\n* 项目\n＊注'],
  ['links leave their words', '见[附件1](http://a.cn/x(1).doc "下载")和![](a.png)[第二章](#二)', '见附件1和第二章'],
  ['brackets that link nothing stay', '〔2024〕 [摘要] (一) [注](', '〔2024〕 [摘要] (一) [注]('],
  ['escapes', '1\\. 甲\\*乙 C:\\目录', '1. 甲*乙 C:\\目录'],
  ['references and tags', '甲&nbsp;乙&#20013;<br>丙<u>丁</u>', '甲\u00a0乙中\n丙丁'],
  ['a line break in a row of a table leaves it one line', '| 甲<br>乙 | 丙 |', '| 甲 乙 | 丙 |'],
  ['comments', '甲\n<!-- INFO END -->\n乙', '甲\n\n乙'],
  ['a comment without an end is text', '甲<!-- 乙', '甲<!-- 乙'],
  ['line ends', '甲\r\n乙\r丙', '甲\n乙\n丙'],
  ['marks behind a heading', '## 标题 ##\n#5号楼', '## 标题\n#5号楼'],
]
describe('text', () => {
  for (const [label, markdown, text] of cases)
    test(label, async () => expect((await readMarkdown(markdown)).text).toBe(text))
})

test('headings and rules are marks', async () => {
  const {text, hints} = await readMarkdown('# **通知**\n##一、目标\n---\n正文\n* * *\n####')
  expect(hints.map(h => [h.kind, text.slice(h.span.start, h.span.end), h.kind === 'heading' ? h.level : 0])).toEqual([
    ['mark', '#', 0],
    ['heading', '通知', 1],
    ['mark', '##', 0],
    ['heading', '一、目标', 2],
    ['mark', '---', 0],
    ['mark', '* * *', 0],
  ])
})

test('front matter is properties', async () => {
  const {text, properties, omitted} = await readMarkdown(
    '---\ntitle: "通知"\n日期: 2024-05-06\ntags:\n  - 甲\n---\n# 正文\n',
  )
  expect([text, properties, omitted.map(o => o.reason)]).toEqual([
    '# 正文\n',
    [
      {name: 'title', value: '通知'},
      {name: '日期', value: '2024-05-06'},
    ],
    ['front-matter'],
  ])
})

test('a table written as HTML', async () => {
  const markdown =
    '**甲**\n\n<table><tr><td>项目</td><td>目标</td></tr><tr><td>绿化</td><td>*30%*</td></tr></table>\n\n乙'
  const {text, hints, map} = await readMarkdown(markdown)
  expect(text).toBe('甲\n\n项目\t目标\n绿化\t30%\n\n乙')
  const table = hints[0]!
  const cells = table.kind === 'table' ? table.rows.flat().flatMap(cell => cell.parts) : []
  expect(cells.map(({start, end}) => text.slice(start, end))).toEqual(['项目', '目标', '绿化', '30%'])
  const old = toOld(map, cells[2]!)
  expect(markdown.slice(old.start, old.end)).toBe('绿化')
})
