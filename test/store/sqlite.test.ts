import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {openSqlite} from '../../src/store/sqlite.ts'
import {conformance} from './conformance.ts'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-sqlite-'))
afterAll(() => fs.rmSync(dir, {recursive: true, force: true}))
const open = (name: string) => openSqlite(path.join(dir, `${name}.db`), {write: true})

conformance('sqlite', open)

test('a file that is no index, or none at all, is told in one line', async () => {
  const file = path.join(dir, 'no.db')
  fs.writeFileSync(file, 'not a database'.repeat(100))
  await expect(openSqlite(file)).rejects.toMatchObject({name: 'StoreError', code: 'not-an-index'})
  await expect(openSqlite(path.join(dir, 'none.db'))).rejects.toMatchObject({code: 'unreadable'})
})

test('a second writer is told that the index is busy', async () => {
  const store = await open('busy')
  await store.begin()
  const other = await open('busy')
  await expect(other.begin()).rejects.toMatchObject({code: 'busy'})
  await store.commit()
  await store.close()
  await other.close()
}, 20_000)

test('with Intl.Segmenter the hits are the same, and its words do not mix with others', async () => {
  const script = `
    process.env.POLICY_SEGMENTER = 'intl'
    const {segmenter} = await import(${JSON.stringify(path.resolve('dist/store/words.js'))})
    process.stdout.write(segmenter().name + ' ' + segmenter().cut('普惠性幼儿园').length)`
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'})
  expect(done.stdout).toMatch(/^Intl\.Segmenter \d+$/)
})
