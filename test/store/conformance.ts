/** What every store must do, run against each engine: hits equal a scan, in either script, whatever the query. */
import fs from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {nodes} from '../../src/emit/row.ts'
import type {Result} from '../../src/model/result.ts'
import {fold} from '../../src/store/fold.ts'
import {type IndexSummary, index} from '../../src/store/indexer.ts'
import {measuresOf} from '../../src/store/measures.ts'
import {ownText} from '../../src/store/rows.ts'
import type {Measure, Store} from '../../src/store/store.ts'
import {terms} from '../../src/store/tokens.ts'
import {type Sample, sample} from './sample.ts'

export const QUERIES = [
  '补贴',
  '教育',
  '幼儿园',
  '普惠性幼儿园',
  '覆盖率',
  '县管校聘',
  '學前教育',
  '一',
  '率',
  '2025',
  '5G',
  '95%',
  '教育 幼儿园',
  '“县管校聘”',
  '"优质 均衡"',
  '立德树人、',
  '。',
  '（一）',
  '没有这样的词语组合',
  '',
  '   ',
  '"',
  '*',
  'NEAR(教育 学校)',
  'text : 教育',
  "'; DROP TABLE nodes; --",
  '教育" OR "',
  'AND OR NOT',
  '%',
  '教%',
  '教_育',
  '教'.repeat(3000),
  '教 育 '.repeat(2500),
  Array.from({length: 1200}, (_, i) => `教育${i}`).join(' '),
  '\u0000教育',
]

/** The nodes whose own heading or text contains every term. */
export function scan(results: readonly Result[], query: string): string[] {
  const wanted = terms(query).map(fold)
  const found: string[] = []
  for (const result of results)
    for (const {node} of nodes(result)) {
      const {heading, text} = ownText(node)
      if (wanted.every(term => fold(heading ?? '').includes(term) || fold(text).includes(term)))
        found.push(`${result.source.path} ${node.id}`)
    }
  return found.sort()
}

/**
 * @param open a store that writes, of that name; the same name is the same index
 */
export function conformance(engine: string, open: (name: string) => Promise<Store>): void {
  let pages: Sample
  const stores: Store[] = []
  beforeAll(() => {
    pages = sample()
  })
  afterAll(async () => {
    for (const store of stores) await store.close()
    pages.gone()
  })
  async function built(name: string): Promise<{store: Store; summary: IndexSummary}> {
    const store = await open(name)
    stores.push(store)
    return {store, summary: await index(store, pages.roots, pages.inputs())}
  }
  let shared: Promise<{store: Store}> | undefined
  async function searched(): Promise<Store> {
    shared ??= built('searched')
    return (await shared).store
  }

  describe(`${engine}: hits equal the scan`, () => {
    for (const query of QUERIES)
      test(JSON.stringify(query.slice(0, 24)), async () => {
        const hits = await (await searched()).search(query)
        expect(hits.map(h => `${h.path} ${h.node}`).sort()).toEqual(scan(await pages.results(), query))
      })
  })

  describe(`${engine}: search`, () => {
    test('traditional and simplified queries are equal', async () => {
      const store = await searched()
      expect(await store.search('學前教育')).toEqual(await store.search('学前教育'))
      expect((await store.search('學前教育')).length).toBeGreaterThan(2)
      // Alone it tells no script.
      expect(await store.search('於')).toEqual(await store.search('于'))
      expect((await store.search('於')).length).toBeGreaterThan(0)
    })

    test('wide letters and digits of a query are those of the text', async () => {
      const store = await searched()
      expect(await store.search('２０２５')).toEqual(await store.search('2025'))
      expect((await store.search('２０２５')).length).toBeGreaterThan(0)
    })

    test('filters facts by kind, metric, value and date', async () => {
      const hits = await (await searched()).search('', {kind: 'percentage', min: 91, max: 94})
      expect(hits.map(h => [h.kind, h.fact?.['value']])).toEqual([['fact', 92]])
    })

    test('filters documents by place and type', async () => {
      const store = await searched()
      expect(new Set((await store.search('', {place: '清河'})).map(h => path.basename(h.path)))).toEqual(
        new Set(['qinghe.txt']),
      )
      expect(new Set((await store.search('教育', {type: '意见'})).map(h => path.basename(h.path)))).toEqual(
        new Set(['yunling.txt']),
      )
    })

    test('keeps to the limit, best first', async () => {
      const store = await searched()
      const all = await store.search('教育')
      expect(await store.search('教育', {limit: 2})).toEqual(all.slice(0, 2))
      expect(all.map(h => h.score)).toEqual(all.map(h => h.score).sort((a, b) => b - a))
    })

    test('gives the measures that the Results give', async () => {
      const byPath = (a: Measure, b: Measure) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
      const told = (await pages.results()).flatMap(result => measuresOf(result)).sort(byPath)
      expect(told.length).toBeGreaterThan(2)
      expect(await (await searched()).measures()).toEqual(told)
    })
  })

  describe(`${engine}: index`, () => {
    test('twice gives the same, and does nothing', async () => {
      const {store, summary} = await built('twice')
      expect(summary).toEqual({added: 3, replaced: 0, unchanged: 0, removed: 0, failed: 0})
      const before = await store.search('')
      expect(await index(store, pages.roots, pages.inputs())).toEqual({
        added: 0,
        replaced: 0,
        unchanged: 3,
        removed: 0,
        failed: 0,
      })
      expect(await store.search('')).toEqual(before)
    })

    test('of the facts in a table, those whose row has the words', async () => {
      const file = path.join(pages.dir, 'b/table.html')
      const row = (...cells: string[]): string => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
      const table = [
        '<tr><th>任务分工</th><th>目标</th><th>责任部门</th></tr>',
        row('保障', '到2025年，教研经费达到50万元。', '教育局').replace('<td>', '<td rowspan="2">'),
        row('到2025年，校舍面积达到9000平方米。', '财政局'),
      ]
      fs.writeFileSync(file, `<h1>东川区教育局关于印发任务分工的通知</h1><table>${table.join('')}</table>`)
      const {store} = await built('rows')
      fs.rmSync(file)
      const told = async (query: string) => (await store.search(query, {kind: 'target'})).map(h => h.fact?.['metric'])
      expect(await told('教研')).toEqual(['教研经费'])
      expect(await told('财政局 保障')).toEqual(['校舍面积'])
      expect(await told('任务分工 保障')).toHaveLength(2)
    })

    test('built anew gives the same hits with the same weight', async () => {
      const {store} = await built('anew')
      const before = await store.search('教育')
      expect(before.length).toBeGreaterThan(0)
      await index(store, pages.roots, pages.inputs(), {force: true})
      expect(await store.search('教育')).toEqual(before)
    })

    test('replaces what changed and removes what vanished', async () => {
      const {store} = await built('changes')
      const file = path.join(pages.dir, 'a/new.txt')
      const again = () => index(store, pages.roots, pages.inputs())
      fs.writeFileSync(file, '新通知\n一、垃圾分类。\n')
      expect(await again()).toMatchObject({added: 1})
      expect(await store.search('垃圾分类')).toHaveLength(1)
      fs.writeFileSync(file, '新通知\n一、污水处理工作。\n')
      expect(await again()).toMatchObject({replaced: 1})
      expect(await store.search('垃圾分类')).toHaveLength(0)
      fs.rmSync(file)
      expect(await again()).toMatchObject({removed: 1})
      expect(await store.search('污水处理')).toHaveLength(0)
    })

    test('brought up to date it gives the hits and scores of one built anew', async () => {
      const {store} = await built('updated')
      const put = (name: string, text: string): void => fs.writeFileSync(path.join(pages.dir, name), text)
      const steps = [
        () => put('b/other.txt', '新通知\n一、学前教育。\n二、学前教育的补贴。\n'),
        () => put('b/other.txt', '新通知\n一、幼儿园不收补贴。\n'),
        () => put('a/more.txt', '清河市通知\n一、教育、教育。\n'.repeat(9)),
        () => fs.rmSync(path.join(pages.dir, 'a/more.txt')),
      ]
      for (const [i, step] of steps.entries()) {
        step()
        await index(store, pages.roots, pages.inputs())
        const {store: fresh} = await built(`fresh${i}`)
        for (const query of ['教育', '学前教育', '补贴', '幼儿园 覆盖率', '一', ''])
          expect(await store.search(query), query).toEqual(await fresh.search(query))
      }
      fs.rmSync(path.join(pages.dir, 'b/other.txt'))
    })

    test('shards together hold what one run holds, and each removes its own only', async () => {
      const {store: whole} = await built('whole')
      const parts = await open('parts')
      stores.push(parts)
      const file = path.join(pages.dir, 'b/passing.txt')
      fs.writeFileSync(file, '新通知\n一、垃圾分类。\n')
      const shards = [1, 2, 3].map(number => ({number, of: 3}))
      let added = 0
      for (const shard of shards) added += (await index(parts, pages.roots, pages.inputs(), {shard})).added
      expect(added).toBe(4)
      fs.rmSync(file)
      const removed: number[] = []
      for (const shard of shards) removed.push((await index(parts, pages.roots, pages.inputs(), {shard})).removed)
      expect(removed.sort()).toEqual([0, 0, 1])
      expect(await parts.search('')).toEqual(await whole.search(''))
      const nodesOf = async (store: Store) => (await store.search('学前教育')).map(h => `${h.path} ${h.node}`).sort()
      expect(await nodesOf(parts)).toEqual(await nodesOf(whole))
    })
  })
}
