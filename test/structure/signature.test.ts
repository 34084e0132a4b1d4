// A signature below a table: the table is no half of a name that is broken over two lines.
import {expect, test} from 'vitest'
import {parse} from '../../src/pipeline.ts'

const TABLE = '<table><tr><th>责任单位</th><th>时限</th></tr><tr><td>教育局</td><td>2030年底前</td></tr></table>'
const page = (...lines: readonly string[]): string =>
  `<html><body><p>东港区人民政府办公室关于印发《区域教育发展计划》的通知</p><p>各乡镇人民政府：</p><p>一、总体要求</p><p>到2030年入学率达到98%以上。</p>${lines
    .map(line => (line.startsWith('<') ? line : `<p>${line}</p>`))
    .join('')}<p>2024年3月5日</p></body></html>`

test.each([
  ['a whole name', [TABLE, '东港区人民政府办公室'], '东港区人民政府办公室'],
  ['a name above the table, and no name below', ['东港区人民政府办公室', TABLE], '东港区人民政府办公室'],
  ['a name over two lines', [TABLE, '东港区人民', '政府办公室'], '东港区人民政府办公室'],
])('%s', async (_, lines, name) => {
  const {documents, diagnostics} = await parse(page(...lines), {path: 'page.html'})
  expect(diagnostics.filter(d => d.level === 'error')).toEqual([])
  expect(documents).toHaveLength(1)
  expect(documents[0]!.metadata.issuers?.map(issuer => issuer.value)).toEqual([name])
})
