import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {walk} from '../../src/batch/walk.ts'
import type {Result} from '../../src/model/result.ts'
import {parse} from '../../src/pipeline.ts'
import {index} from '../../src/store/indexer.ts'
import {openSqlite} from '../../src/store/sqlite.ts'
import type {Store} from '../../src/store/store.ts'
import {conformance} from './conformance.ts'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-store-'))
const open: Store[] = []
afterAll(async () => {
  for (const store of open) await store.close()
  fs.rmSync(dir, {recursive: true, force: true})
})

const PAGES: Readonly<Record<string, string>> = {
  'a/yunling.txt': `云岭县人民政府关于推进学前教育的实施意见
云教发〔2024〕3号
各乡镇人民政府：
一、总体目标
到2025年，普惠性幼儿园覆盖率达到90%以上，学前三年毛入园率达到95%。
二、重点任务
（一）落实“县管校聘”。推进教师交流，优质 均衡发展，给予每所幼儿园5万元补贴。
（二）立德树人、全面发展。建设5G智慧校园。
云岭县人民政府
2024年3月1日
`,
  'a/qinghe.txt': `清河市教育局关于印发《清河市学前教育规划》的通知
一、目标
到2025年，学前教育毛入园率达到92%，公办园在园幼儿占比达到50%以上。
1.财政补贴。按生均每年600元补助。
`,
  'b/taiwan.txt': '學前教育實施辦法\n第一條 為推動學前教育，補貼幼兒園。\n第二條 幼兒園覆蓋率應達95%。\n',
}
for (const [name, text] of Object.entries(PAGES)) {
  fs.mkdirSync(path.dirname(path.join(dir, name)), {recursive: true})
  fs.writeFileSync(path.join(dir, name), text)
}
const roots = [path.join(dir, 'a'), path.join(dir, 'b')]
const inputs = () => walk(roots, path.join(dir, 'out'))

async function built(file: string): Promise<{store: Store; summary: Awaited<ReturnType<typeof index>>}> {
  const store = await openSqlite(path.join(dir, file), {write: true})
  open.push(store)
  return {store, summary: await index(store, roots, inputs())}
}

let shared: Promise<{store: Store; results: Result[]}> | undefined
const sample = () => {
  shared ??= (async () => {
    const {store} = await built('sample.db')
    const results = await Promise.all(inputs().map(i => parse(fs.readFileSync(i.path), {path: i.path})))
    return {store, results}
  })()
  return shared
}

conformance('sqlite', sample)

describe('search', () => {
  test('traditional and simplified queries are equal', async () => {
    const {store} = await sample()
    expect(await store.search('學前教育')).toEqual(await store.search('学前教育'))
    expect((await store.search('學前教育')).length).toBeGreaterThan(2)
  })

  test('filters facts by kind, metric, value and date', async () => {
    const {store} = await sample()
    const hits = await store.search('', {kind: 'percentage', min: 91, max: 94})
    expect(hits.map(h => [h.kind, h.fact?.['value']])).toEqual([['fact', 92]])
  })

  test('filters documents by place and type', async () => {
    const {store} = await sample()
    expect(new Set((await store.search('', {place: '清河'})).map(h => path.basename(h.path)))).toEqual(
      new Set(['qinghe.txt']),
    )
    expect(new Set((await store.search('教育', {type: '意见'})).map(h => path.basename(h.path)))).toEqual(
      new Set(['yunling.txt']),
    )
  })

  test('keeps to the limit, best first', async () => {
    const {store} = await sample()
    const all = await store.search('教育')
    expect(await store.search('教育', {limit: 2})).toEqual(all.slice(0, 2))
    expect(all.map(h => h.score)).toEqual(all.map(h => h.score).sort((a, b) => b - a))
  })
})

describe('index', () => {
  test('twice gives the same, and does nothing', async () => {
    const {store, summary} = await built('twice.db')
    expect(summary).toEqual({added: 3, replaced: 0, unchanged: 0, removed: 0, failed: 0})
    const before = await store.search('')
    expect(await index(store, roots, inputs())).toEqual({added: 0, replaced: 0, unchanged: 3, removed: 0, failed: 0})
    expect(await store.search('')).toEqual(before)
  })

  test('replaces what changed and removes what vanished', async () => {
    const {store} = await built('changes.db')
    const file = path.join(dir, 'a/new.txt')
    fs.writeFileSync(file, '新通知\n一、垃圾分类。\n')
    expect(await index(store, roots, inputs())).toMatchObject({added: 1})
    expect(await store.search('垃圾分类')).toHaveLength(1)
    fs.writeFileSync(file, '新通知\n一、污水处理工作。\n')
    expect(await index(store, roots, inputs())).toMatchObject({replaced: 1})
    expect(await store.search('垃圾分类')).toHaveLength(0)
    fs.rmSync(file)
    expect(await index(store, roots, inputs())).toMatchObject({removed: 1})
    expect(await store.search('污水处理')).toHaveLength(0)
  })

  test('a file that is no index, or none at all, is told in one line', async () => {
    const file = path.join(dir, 'no.db')
    fs.writeFileSync(file, 'not a database'.repeat(100))
    await expect(openSqlite(file)).rejects.toMatchObject({name: 'StoreError', code: 'not-an-index'})
    await expect(openSqlite(path.join(dir, 'none.db'))).rejects.toMatchObject({code: 'unreadable'})
  })

  test('a second writer is told that the index is busy', async () => {
    const {store} = await built('busy.db')
    await store.begin()
    const other = await openSqlite(path.join(dir, 'busy.db'), {write: true})
    open.push(other)
    await expect(other.begin()).rejects.toMatchObject({code: 'busy'})
    await store.commit()
  }, 20_000)

  test('with Intl.Segmenter the hits are the same, and its words do not mix with others', async () => {
    const script = `
      process.env.POLICY_SEGMENTER = 'intl'
      const {segmenter} = await import(${JSON.stringify(path.resolve('dist/store/words.js'))})
      process.stdout.write(segmenter().name + ' ' + segmenter().cut('普惠性幼儿园').length)`
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'})
    expect(done.stdout).toMatch(/^Intl\.Segmenter \d+$/)
  })
})
