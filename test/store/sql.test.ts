import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {walk} from '../../src/batch/walk.ts'
import {type Connection, open} from '../../src/store/driver.ts'
import {index} from '../../src/store/indexer.ts'
import {openSqlite} from '../../src/store/sqlite.ts'

const DOC = fs.readFileSync('docs/index.md', 'utf8')
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-sql-'))
const file = path.join(dir, 'policies.db')
let db: Connection
beforeAll(async () => {
  const store = await openSqlite(file, {write: true})
  const pages = walk(['fixtures/documents'], {leaveOut: file}).filter(({path}) => /input\.\w+$/.test(path))
  await index(store, ['fixtures/documents'], pages)
  await store.close()
  db = await open(file)
})
afterAll(() => {
  db.close()
  fs.rmSync(dir, {recursive: true, force: true})
})

describe('docs/index.md', () => {
  const questions = [...DOC.matchAll(/```sql\n([\s\S]*?)```/g)].map(m => m[1]!)
  test('has three questions', () => expect(questions).toHaveLength(3))
  for (const sql of questions) test(sql.slice(0, 60), () => expect(db.prepare(sql).all().length).toBeGreaterThan(0))

  test('tells every column of the tables', () => {
    const told = new Map(
      [...DOC.matchAll(/^\| `(\w+)` \|[^|]*\|(.*)\|$/gm)].map(m => [
        m[1]!,
        [...m[2]!.matchAll(/`(\w+)`/g)].map(c => c[1]!),
      ]),
    )
    expect([...told.keys()]).toEqual(['meta', 'inputs', 'documents', 'nodes', 'facts'])
    for (const [table, columns] of told)
      for (const {name} of db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all())
        expect(columns).toContain(name)
  })
})
