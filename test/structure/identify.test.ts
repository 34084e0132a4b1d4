// Ids are addresses: they stay when an unrelated clause comes or goes.
import {describe, expect, test} from 'vitest'
import type {Clause, Node} from '../../src/model/document.ts'
import type {Draft} from '../../src/model/stages.ts'
import {treeOf} from './view.ts'

const clauses = (nodes: readonly Draft<Node>[]): Draft<Clause>[] =>
  nodes.flatMap(node => (node.type === 'clause' ? [node, ...clauses(node.children)] : []))
const all = (lines: readonly string[]): Draft<Clause>[] => clauses(treeOf(lines.join('\n')).document.children)

const LAW = [
  '第一章 总则',
  '第一条 为了规范档案管理，制定本办法。',
  '第二条 有下列情形之一的，应当移交：',
  '（一）机构撤销；',
  '（二）保管期满。',
  '单位拒不移交的，责令改正。',
  '第二章 附则',
  '第十七条之一 本办法自发布之日起施行。',
]

describe('ids and cites', () => {
  test('articles hang on the document, items on their article', () =>
    expect(all(LAW).map(c => [c.id, c.cite, c.level])).toEqual([
      ['d1/ch1', '第一章', 1],
      ['d1/a1', '第一条', 2],
      ['d1/a2', '第二条', 2],
      ['d1/a2.cp1', '第二条第一款第（一）项', 3],
      ['d1/a2.cp2', '第二条第一款第（二）项', 3],
      ['d1/ch2', '第二章', 1],
      ['d1/a17-1', '第十七条之一', 2],
    ]))

  test('others name their path; a twin is told apart', () =>
    expect(
      all(['三、任务', '（二）保障', '3.落实经费。', '3.落实人员。', '——按月拨付。', '1.2.3 细则']).map(c => [
        c.id,
        c.cite,
      ]),
    ).toEqual([
      ['d1/c3', '三、'],
      ['d1/c3.cp2', '三、（二）'],
      ['d1/c3.cp2.n3', '三、（二）3'],
      ['d1/c3.cp2.n3~2', '三、（二）3'],
      ['d1/c3.cp2.n3~2.d1', '三、（二）3—1'],
      ['d1/c3.cp2.n3~2.x1-2-3', '1.2.3'],
    ]))

  test('points counted 第一、 are cited so', () =>
    expect(
      all(['一、形势', '第一、任务很重。全市还有十个乡镇没有完成。', '第二、时间很紧。只剩三个月。']).map(c => c.cite),
    ).toEqual(['一、', '一、第一、', '一、第二、']))

  const PLAN = [
    '一、目标',
    '（一）近期',
    '1.起步。先行试点。',
    '2.推进。全面铺开。',
    '二、任务',
    '（一）教学',
    '1.课程。开齐开足。',
  ]

  test('stay when an unrelated clause is added or removed', () => {
    const before = new Map(all(PLAN).map(c => [c.hash + c.cite, c.id]))
    const added = new Map(all([...PLAN, '（二）评价', '三、保障']).map(c => [c.hash + c.cite, c.id]))
    const removed = new Map(all(PLAN.filter(line => !line.startsWith('2.'))).map(c => [c.hash + c.cite, c.id]))
    for (const [key, id] of before) expect(added.get(key)).toBe(id)
    for (const [key, id] of removed) expect(before.get(key)).toBe(id)
  })

  test('a hash tells the same words wherever they stand', () => {
    const [one, other] = [
      all(['一、目标', '1.起步。先行试点。']),
      all(['五、任务', '（二）其他', '3.起步。先行试点。']),
    ]
    expect(one.at(-1)!.hash).toBe(other.at(-1)!.hash)
    expect(one[0]!.hash).not.toBe(other[0]!.hash)
  })
})
