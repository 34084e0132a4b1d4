// --script keep through the whole pipeline: what the rules found in the shadow, told in the text that keeps its script.
import {expect, test} from 'vitest'
import {check} from '../../src/check/check.ts'
import type {Node} from '../../src/model/document.ts'
import {parse} from '../../src/pipeline.ts'

const LINES = [
  '東港區人民政府關於印發《區域教育發展計畫》的通知',
  '各鄉鎮人民政府,區政府各部門:',
  '一、總體要求',
  '隨著經濟發展,到2030年入學率達到98%以上。',
  '二、重點任務',
  '(一)著力提高質量。按照《義務教育法》,增加11所以上學校。',
]
const TABLE =
  '<table><tr><th>責任單位</th><th>時限</th></tr><tr><td>教育局、財政局</td><td>2030年底前</td></tr></table>'
const SIGNED = '<p>東港區人民政府</p><p>2024年3月5日</p>'
const PAGE = `<html><body>${LINES.map(line => `<p>${line}</p>`).join('')}${TABLE}${SIGNED}</body></html>`

const nodes = (list: readonly Node[]): Node[] => list.flatMap(n => [n, ...('children' in n ? nodes(n.children) : [])])

test('spans, text and raw are of the kept text; ids, values and hashes are as ever', async () => {
  const kept = await parse(PAGE, {script: 'keep', path: 'page.html'})
  const plain = await parse(PAGE, {path: 'page.html'})
  expect(check(kept)).toEqual([])
  expect(kept.text).toContain('隨著經濟發展，到2030年入學率達到98%以上。')

  const [a, b] = [kept, plain].map(result => result.documents.flatMap(d => nodes(d.children)))
  expect(a!.map(n => n.id)).toEqual(b!.map(n => n.id))
  const clause = a!.find(n => n.type === 'clause' && n.heading?.text.includes('質量'))
  expect(clause).toMatchObject({heading: {text: '著力提高質量。'}, text: '按照《義務教育法》，增加11所以上學校。'})
  expect(kept.facts.map(f => f.id)).toEqual(plain.facts.map(f => f.id))
  for (const fact of kept.facts) expect(fact.text).toBe(kept.text.slice(fact.span.start, fact.span.end))

  const target = kept.facts.find(f => f.kind === 'target')
  expect(target).toMatchObject({text: expect.stringContaining('入學率'), metric: '入学率'})
  const cells = a!.flatMap(n => (n.type === 'table' ? n.rows.flatMap(row => row.cells.map(cell => cell.text)) : []))
  expect(cells).toEqual(['教育局、財政局', '2030年底前'])
})
