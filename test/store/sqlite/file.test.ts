/** Tables that are written as pages of the file, as SQLite itself reads them. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {bytesIn, open} from '../../../src/store/driver.ts'
import {leaves, pagesOf} from '../../../src/store/sqlite/leaves.ts'
import type {Value} from '../../../src/store/sqlite/record.ts'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-file-'))
afterAll(() => fs.rmSync(dir, {recursive: true, force: true}))

type Line = readonly [row: number, ...cells: Value[]]

/** Writes the rows into a table of our own and gives what SQLite finds there. */
async function through(name: string, rows: Iterable<Line>, pageSize = 4096) {
  const file = path.join(dir, `${name}.db`)
  let db = await open(file)
  db.exec(
    `PRAGMA page_size = ${pageSize}; CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b, c REAL); CREATE TABLE u (x)`,
  )
  const root = Number(db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 't'").get()!['rootpage'])
  db.close()
  const pages = pagesOf(file)
  const table = leaves(pages, root)
  for (const [row, ...cells] of rows) table.add(row, [null, ...cells])
  table.end()
  pages.end()
  db = await open(file)
  expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{integrity_check: 'ok'}])
  // It is a table as any other, also for who writes to it.
  db.exec("INSERT INTO t (a) VALUES ('another'); DELETE FROM t WHERE a = 'another'; CREATE INDEX t_a ON t (a)")
  expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{integrity_check: 'ok'}])
  const found = db.prepare('SELECT id, a, b, c, typeof(b) AS kind FROM t ORDER BY id').all()
  db.close()
  return found
}

describe('leaves', () => {
  test('none, one, and values of every kind', async () => {
    expect(await through('none', [])).toEqual([])
    expect(await through('one', [[7, 'x', null, null]])).toEqual([{id: 7, a: 'x', b: null, c: null, kind: 'null'}])
    const values: Value[] = [
      0,
      1,
      -1,
      127,
      128,
      -128,
      -129,
      32767,
      32768,
      -32769,
      2 ** 31 - 1,
      2 ** 31,
      -(2 ** 31),
      2 ** 40,
      1.5,
      1e300,
      -0.1,
      '',
      'a',
      '教',
      '𠀀',
      'é',
      '教'.repeat(21),
      'x'.repeat(20),
      null,
    ]
    const found = await through(
      'kinds',
      values.map((value, i) => [i + 1, '教育', value, 5] as const),
    )
    expect(found.map(row => row['b'])).toEqual(values)
    expect(found.every(row => row['c'] === 5 && row['a'] === '教育')).toBe(true)
    expect(found.map(row => row['kind'])[4]).toBe('integer')
  })

  test('half of a character becomes what SQLite makes of it', async () => {
    const [row] = await through('half', [[1, '\ud840', `${'x'.repeat(40)}\udc00`, null]])
    expect([row!['a'], String(row!['b']).at(-1)]).toEqual(['\ufffd', '\ufffd'])
  })

  for (const pageSize of [512, 4096, 65536])
    test(`long records flow over, at every length near the edges of pages of ${pageSize}`, async () => {
      const lengths = [1, 2, 3, 5].flatMap(pages => Array.from({length: 60}, (_, i) => pages * pageSize - 50 + i))
      const blob = (length: number, i: number): Buffer => Buffer.alloc(length, i + 1)
      const found = await through(
        `flow${pageSize}`,
        lengths.map((length, i) => [i * 3 + 1, null, blob(length, i), null] as const),
        pageSize,
      )
      expect(found.map(row => row['id'])).toEqual(lengths.map((_, i) => i * 3 + 1))
      for (const [i, row] of found.entries()) expect(Buffer.compare(bytesIn(row['b']), blob(lengths[i]!, i))).toBe(0)
    })

  test('as many levels as it takes, with numbers of more than 32 bits', async () => {
    const count = 33 * 33 * 33 + 34
    // Of pages of 512 bytes one holds one such row; it names 33 others.
    const text = '教'.repeat(150)
    function* rows(): Generator<Line> {
      for (let i = 0; i < count; i++) yield [i * 2 ** 20 + 1, text, i, null]
    }
    const found = await through('levels', rows(), 512)
    expect(found).toHaveLength(count)
    expect(found.at(-1)).toMatchObject({id: (count - 1) * 2 ** 20 + 1, b: count - 1})
  })

  for (const leavesLeft of [33, 34, 35, 66, 67])
    test(`${leavesLeft} pages below one level`, async () => {
      const found = await through(
        `pages${leavesLeft}`,
        Array.from({length: leavesLeft}, (_, i) => [i + 1, '教'.repeat(150), i, null] as const),
        512,
      )
      expect(found).toHaveLength(leavesLeft)
    })
})
