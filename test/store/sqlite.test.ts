import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {walk} from '../../src/batch/walk.ts'
import {parse} from '../../src/pipeline.ts'
import {open as openDriver} from '../../src/store/driver.ts'
import {index} from '../../src/store/indexer.ts'
import {mergeIndexes} from '../../src/store/merge.ts'
import {openSqlite} from '../../src/store/sqlite.ts'
import {conformance, QUERIES} from './conformance.ts'
import {type Sample, sample} from './sample.ts'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-sqlite-'))
afterAll(() => fs.rmSync(dir, {recursive: true, force: true}))
const open = (name: string) => openSqlite(path.join(dir, `${name}.db`), {write: true})

conformance('sqlite', open)

describe('merge', () => {
  const of = (name: string) => path.join(dir, `${name}.db`)
  /** The index of a sample in shards, each in a file of its own, and whole. */
  async function shards(pages: Sample, count: number): Promise<string[]> {
    for (let number = 0; number <= count; number++) {
      const store = await open(`shard-${count}-${number}`)
      await index(store, pages.roots, pages.inputs(), number === 0 ? {} : {shard: {number, of: count}})
      await store.close()
    }
    return Array.from({length: count}, (_, i) => of(`shard-${count}-${i + 1}`))
  }

  test('the files of shards give the hits, scores and measures of one index', async () => {
    const pages = sample()
    expect(await mergeIndexes(await shards(pages, 3), of('merged'))).toBe(3)
    const both = [await openSqlite(of('shard-3-0')), await openSqlite(of('merged'))]
    for (const query of [...QUERIES, '学前教育']) {
      const [whole, merged] = await Promise.all(both.map(store => store.search(query)))
      expect(merged).toEqual(whole)
    }
    const [whole, merged] = await Promise.all(both.map(store => store.measures()))
    expect(merged).toEqual(whole)
    for (const store of both) await store.close()
    // It is an index as any other, and whole: it goes on without shards.
    const again = await open('merged')
    expect(await index(again, pages.roots, pages.inputs())).toMatchObject({added: 0, unchanged: 3, removed: 0})
    await again.close()
    pages.gone()
  })

  test('says what is missing, there twice or no index, and leaves no file', async () => {
    const pages = sample()
    const [one, two] = (await shards(pages, 2)) as [string, string]
    await expect(mergeIndexes([two], of('no'))).rejects.toThrow('shard 1/2 is missing')
    await expect(mergeIndexes([one, one], of('no'))).rejects.toThrow('it stands there twice')
    await expect(mergeIndexes([one, two, of('shard-2-0')], of('no'))).rejects.toThrow('two of the files hold it')
    fs.writeFileSync(of('text'), 'not a database'.repeat(100))
    await expect(mergeIndexes([one, of('text')], of('no'))).rejects.toThrow('text.db: not an index')
    await expect(mergeIndexes([one, of('none')], of('no'))).rejects.toMatchObject({code: 'ENOENT'})
    expect(fs.readdirSync(dir).filter(name => /^no\.|tmp$/.test(name))).toEqual([])
    pages.gone()
  })
})

test('a file that is no index, or none at all, is told in one line', async () => {
  const file = path.join(dir, 'no.db')
  fs.writeFileSync(file, 'not a database'.repeat(100))
  await expect(openSqlite(file)).rejects.toMatchObject({name: 'StoreError', code: 'not-an-index'})
  await expect(openSqlite(path.join(dir, 'none.db'))).rejects.toMatchObject({code: 'unreadable'})
})

test('an index that is cut off is told to be damaged', async () => {
  const file = path.join(dir, 'cut.db')
  const pages = sample()
  const store = await openSqlite(file, {write: true})
  await index(store, pages.roots, pages.inputs())
  await store.close()
  fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2))
  pages.gone()
  const read = async () => (await openSqlite(file)).search('教育')
  await expect(read()).rejects.toThrow(/^the index is damaged, build it anew: /)
})

test('a second writer is told that the index is busy', async () => {
  const store = await open('busy')
  await store.begin()
  const other = await open('busy')
  await expect(other.begin()).rejects.toMatchObject({code: 'busy'})
  await store.commit()
  await store.close()
  await other.close()
})

describe('with the words of Intl.Segmenter', () => {
  beforeAll(() => void vi.stubEnv('POLICY_SEGMENTER', 'intl'))
  afterAll(() => void vi.unstubAllEnvs())
  conformance('sqlite', name => open(`intl-${name}`))

  test('they do not mix with others', async () => {
    const store = await open('words')
    const pages = sample()
    expect(await index(store, pages.roots, pages.inputs())).toMatchObject({added: 3})
    await store.close()
    vi.stubEnv('POLICY_SEGMENTER', 'nodejieba')
    const again = await open('words')
    expect(await index(again, pages.roots, pages.inputs(), {force: true})).toMatchObject({replaced: 3})
    await again.close()
    pages.gone()
    vi.stubEnv('POLICY_SEGMENTER', 'intl')
    const db = await openDriver(path.join(dir, 'words.db'))
    expect(db.prepare("SELECT value FROM meta WHERE key = 'segmenter'").get()).toMatchObject({value: 'Intl.Segmenter'})
    db.exec("UPDATE meta SET value = 'another' WHERE key = 'segmenter'")
    db.close()
    await expect(open('words')).rejects.toMatchObject({code: 'other-segmenter'})
  })
})

describe('what an index takes', () => {
  const own = (name: string): string => path.join(dir, name)
  const put = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(own(name)), {recursive: true})
    fs.writeFileSync(own(name), text)
  }
  const indexed = async (name: string, from: string, errors: string[] = []) => {
    const store = await open(name)
    const told = (_: string, error: unknown): void => void errors.push((error as Error).message)
    return {store, summary: await index(store, [own(from)], walk([own(from)], {leaveOut: own(name)}), {onError: told})}
  }
  const NOTICE = '云岭县教育局关于加强管理的通知\n一、总体要求\n到2025年，幼儿园覆盖率达到95%。\n'

  test('a folder of Results with its manifest; several Results a file; no half of a broken one', async () => {
    const results = await Promise.all(['a', 'b', 'c'].map(path => parse(NOTICE, {path})))
    put('results/one.json', JSON.stringify(results[0], null, 2))
    put('results/two.ndjson', results.map(r => `${JSON.stringify(r)}\n`).join('\n'))
    put('results/manifest.json', JSON.stringify({schema: 'policy-manifest/1', entries: []}))
    put('results/torn.ndjson', `${JSON.stringify(results[0])}\n{"schema":"policy/1","tex`)
    put(
      'results/error.json',
      '{"schema":"policy/1","source":{"path":"x"},"error":{"code":"a","message":"was refused"}}',
    )
    const errors: string[] = []
    const {store, summary} = await indexed('results', 'results', errors)
    expect(summary).toEqual({added: 2, replaced: 0, unchanged: 0, removed: 0, failed: 2})
    expect(errors[0]).toBe('was refused')
    expect([...(await store.stamps()).keys()].map(p => path.basename(p)).sort()).toEqual([
      'one.json',
      'two.ndjson',
      'two.ndjson#2',
      'two.ndjson#3',
    ])
    put('results/two.ndjson', `${JSON.stringify(results[1])}\n`)
    expect((await indexed('results', 'results')).summary).toMatchObject({replaced: 1, unchanged: 1})
    expect((await store.stamps()).size).toBe(2)
  })

  test('a link stays a link, also when an index built anew takes the place of the file that it leads to', async () => {
    fs.mkdirSync(own('far'))
    fs.symlinkSync(path.join('far', 'linked.db'), own('linked.db'))
    put('linked-in/a.txt', NOTICE)
    await (await indexed('linked', 'linked-in')).store.close()
    const before = fs.statSync(own('linked.db')).ino
    put('linked-in/a.txt', NOTICE.repeat(2))
    const {store, summary} = await indexed('linked', 'linked-in')
    expect(summary).toMatchObject({replaced: 1, unchanged: 0})
    await store.close()
    expect(fs.lstatSync(own('linked.db')).isSymbolicLink()).toBe(true)
    expect(fs.readdirSync(own('far'))).toEqual(['linked.db'])
    expect(fs.statSync(own('linked.db')).ino).not.toBe(before)
  })

  test('the same file on any number of threads; one that dies costs the input that it was reading', async () => {
    for (let i = 0; i < 30; i++) put(`threads/${i}.txt`, NOTICE.repeat(1 + (i % 4)))
    put('threads/9.html.json', '{"schema":"policy/1","documents":')
    const built = (name: string) => pathToFileURL(path.resolve(`dist/store/${name}.js`))
    const run = async (name: string, jobs: number, reader: URL) => {
      const store = await open(name)
      const errors: string[] = []
      const inputs = walk([own('threads')], {leaveOut: own(name)})
      const onError = (path: string, error: unknown): void =>
        void errors.push(`${path.slice(own('threads').length + 1)}: ${(error as Error).message}`)
      const summary = await index(store, [own('threads')], inputs, {jobs, reader, onError})
      await store.close()
      return {summary, errors, bytes: fs.readFileSync(path.join(dir, `${name}.db`))}
    }
    const one = await run('one', 1, built('none'))
    expect(one.summary).toMatchObject({added: 30, failed: 1})
    expect(await run('three', 3, built('reader'))).toEqual(one)
    const reader = own('reader.mjs')
    fs.writeFileSync(
      reader,
      `import {parentPort} from 'node:worker_threads'
      import {packer} from ${JSON.stringify(built('packed').href)}
      import {pagesOf} from ${JSON.stringify(built('pages').href)}
      const packed = packer()
      parentPort.on('message', async path => {
        if (path.endsWith('/7.txt')) process.exit(3)
        const pages = []
        for await (const {rows, ...page} of pagesOf(path)) pages.push({...page, packed: packed(rows)})
        parentPort.postMessage({pages})
      })`,
    )
    fs.rmSync(own('threads/9.html.json'))
    const died = await run('died', 2, pathToFileURL(reader))
    expect(died.summary).toMatchObject({added: 29, failed: 1})
    expect(died.errors).toEqual(['7.txt: the worker died: it ended'])
  })

  test('a first build that was killed is begun anew', async () => {
    put('pages/a.txt', NOTICE)
    const driver = pathToFileURL(path.resolve('dist/store/driver.js')).href
    const script = `
      const {open} = await import(${JSON.stringify(driver)})
      const db = await open(process.argv[1])
      db.exec('PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE meta (key TEXT, value TEXT)')
      for (let i = 0; i < 99; i++) db.prepare('INSERT INTO meta VALUES (?, ?)').run('schema', 'x'.repeat(9999))
      process.kill(process.pid, 'SIGKILL')`
    spawnSync(process.execPath, ['--input-type=module', '-e', script, own('killed.db')])
    expect(fs.statSync(own('killed.db')).size).toBeGreaterThan(0)
    await expect(openSqlite(own('killed.db'))).rejects.toMatchObject({code: 'unreadable'})
    expect((await indexed('killed', 'pages')).summary).toMatchObject({added: 1})
  })

  test('a disk that is full is one line, and the index is as it was', async () => {
    put('pages/a.txt', NOTICE)
    vi.stubEnv('POLICY_SEGMENTER', 'intl')
    const {store} = await indexed('full', 'pages')
    vi.unstubAllEnvs()
    const before = await store.search('')
    const script = `ulimit -f 64; trap '' XFSZ; exec "$0" bin/policy.js index "$1" --db "$2" --force`
    for (let i = 0; i < 60; i++) put(`many/${i}.txt`, NOTICE.repeat(20))
    const built = (name: string) =>
      spawnSync('bash', ['-c', script, process.execPath, own('many'), own(name)], {
        encoding: 'utf8',
        env: {...process.env, POLICY_SEGMENTER: 'intl'},
      })
    const full = built('full.db')
    expect([full.status, full.stderr.trim().split('\n').length]).toEqual([1, 1])
    expect(full.stderr).toMatch(/full\.db:1:1: error: cannot write the index, it is as it was: .*(?:full|disk I\/O)/)
    expect(await store.search('')).toEqual(before)
    expect(built('begun.db').status).toBe(1)
    expect(fs.readdirSync(dir).filter(name => name.includes('begun'))).toEqual([])
  })
})
