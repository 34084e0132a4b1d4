/** Who reads, who waits and what stands while an index is brought up to date. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse} from '../../../src/pipeline.ts'
import {open as openDriver} from '../../../src/store/driver.ts'
import {index} from '../../../src/store/indexer.ts'
import {pageRows} from '../../../src/store/rows.ts'
import {segmentsOf} from '../../../src/store/sqlite/lists.ts'
import {openSqlite} from '../../../src/store/sqlite.ts'
import type {Store} from '../../../src/store/store.ts'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-draft-'))
afterAll(() => fs.rmSync(dir, {recursive: true, force: true}))
const at = (name: string): string => path.join(dir, name)
const writes = (name: string) => openSqlite(at(name), {write: true})

const LARGE = {bytes: 2 ** 30, keeps: true}
const NEW = {bytes: 2 ** 30, keeps: false}
const SMALL = {bytes: 1000, keeps: true}

async function put(store: Store, name: string, text: string): Promise<void> {
  const result = await parse(text, {path: name})
  await store.put({path: name, sha256: 'x', bytes: text.length, modified: 1}, pageRows(name, result))
}
const paths = async (store: Store, query: string) =>
  [...new Set((await store.search(query)).map(hit => hit.path))].sort()

/** An index of one page, closed. */
async function begun(name: string): Promise<void> {
  const store = await writes(name)
  await store.begin()
  await put(store, 'a', '通知\n一、垃圾分类。\n')
  await store.commit()
  await store.close()
}

for (const [name, plan] of Object.entries({small: SMALL, large: LARGE, new: NEW}))
  describe(`a ${name} change`, () => {
    beforeAll(() => begun(name))
    const kept = plan.keeps ? ['a'] : []

    test('readers go on and see nothing of it before its end; the next writer waits and sees all', async () => {
      const reader = await openSqlite(at(name))
      const next = await writes(name)
      const store = await writes(name)
      await store.begin()
      await store.plan!(plan)
      await put(store, 'b', '通知\n一、垃圾处理。\n'.repeat(5_000))
      for (const one of [reader, await openSqlite(at(name))]) expect(await paths(one, '垃圾')).toEqual(['a'])
      await expect(next.begin()).rejects.toMatchObject({code: 'busy'})
      await store.commit()
      expect(await paths(store, '垃圾')).toEqual([...kept, 'b'])
      await next.begin()
      expect([...(await next.stamps()).keys()]).toEqual([...kept, 'b'])
      await next.remove('b')
      await next.commit()
      expect(await paths(next, '垃圾')).toEqual(kept)
      for (const one of [reader, next, store]) await one.close()
      expect(fs.readdirSync(dir).filter(file => !file.endsWith('.db') && file.includes(`${name}.`))).toEqual([])
    })

    test('one that is given up leaves the index as it was, and no file beside it', async () => {
      const store = await writes(name)
      await store.begin()
      await store.plan!(plan)
      await put(store, 'c', '通知\n一、垃圾运输。\n')
      await store.close()
      expect(await paths(await openSqlite(at(name)), '垃圾')).toEqual(kept)
      expect(fs.readdirSync(dir).filter(file => file.endsWith('.tmp'))).toEqual([])
    })

    test("what a killed one left is in nobody's way", async () => {
      fs.writeFileSync(at(`.${name}.tmp`), 'half of a file')
      fs.writeFileSync(at(`.${name}.tmp-journal`), 'half of a journal')
      const store = await writes(name)
      await store.begin()
      await store.plan!(plan)
      await put(store, 'd', '通知\n一、垃圾回收。\n')
      await store.commit()
      expect((await paths(store, '垃圾')).includes('d')).toBe(true)
      await store.close()
    })
  })

test('a file behind a link is replaced where it stands, with its permissions', async () => {
  fs.mkdirSync(at('elsewhere'))
  await begun('elsewhere/real.db')
  fs.chmodSync(at('elsewhere/real.db'), 0o640)
  fs.symlinkSync('elsewhere/real.db', at('link.db'))
  const store = await writes('link.db')
  await store.begin()
  await store.plan!(NEW)
  await put(store, 'b', '通知\n一、垃圾处理。\n')
  await store.commit()
  await store.close()
  expect(fs.lstatSync(at('link.db')).isSymbolicLink()).toBe(true)
  expect(fs.statSync(at('elsewhere/real.db')).mode & 0o777).toBe(0o640)
  expect(await paths(await openSqlite(at('elsewhere/real.db')), '垃圾')).toEqual(['b'])
})

test('many small updates leave few segments, and the hits of an index built anew', async () => {
  await begun('many')
  const store = await writes('many')
  for (let i = 0; i < 40; i++) {
    await store.begin()
    await store.plan!(SMALL)
    await put(store, `p${i % 7}`, `通知\n一、第${i}次垃圾处理，第${i % 3}类。\n`)
    await store.commit()
  }
  const fresh = await writes('fresh')
  await fresh.begin()
  await put(fresh, 'a', '通知\n一、垃圾分类。\n')
  for (let i = 33; i < 40; i++) await put(fresh, `p${i % 7}`, `通知\n一、第${i}次垃圾处理，第${i % 3}类。\n`)
  await fresh.commit()
  for (const query of ['垃圾', '垃圾 处理', '次', '1类', '第39次', '类', ''])
    expect(await store.search(query), query).toEqual(await fresh.search(query))
  await store.close()
  const db = await openDriver(at('many'))
  expect(segmentsOf(db).length).toBeLessThan(10)
  db.close()
})

test('an input that fails midway leaves nothing, also in a new index', async () => {
  const result = JSON.stringify(await parse('通知\n一、垃圾分类。\n', {path: 'x'}))
  fs.mkdirSync(at('torn'))
  fs.writeFileSync(at('torn/a.ndjson'), `${result}\n${result}\n{"schema":"policy/1","tex`)
  fs.writeFileSync(at('torn/b.ndjson'), `${result}\n`)
  const store = await writes('torn.db')
  const inputs = ['a', 'b'].map(name => ({path: at(`torn/${name}.ndjson`), bytes: 9, modified: 1}))
  expect(await index(store, [at('torn')], inputs)).toMatchObject({added: 1, failed: 1})
  expect(await paths(store, '垃圾')).toEqual([at('torn/b.ndjson')])
  const whole = await writes('whole.db')
  await index(whole, [at('torn')], inputs.slice(1))
  for (const query of ['垃圾', '分类', '']) expect(await store.search(query)).toEqual(await whole.search(query))
})
