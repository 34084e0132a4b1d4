// The store in PostgreSQL, where the address of a server is given in POLICY_POSTGRES (`scripts/engines` starts one).
import fs from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {index} from '../../src/store/indexer.ts'
import {type Client, connect} from '../../src/store/postgres/client.ts'
import {openPostgres} from '../../src/store/postgres/store.ts'
import {openSqlite} from '../../src/store/sqlite.ts'
import type {Filters, Store} from '../../src/store/store.ts'
import {folder, gone, policy} from '../cli/policy.ts'
import {conformance, QUERIES} from './conformance.ts'
import {type Sample, sample} from './sample.ts'

const server = process.env['POLICY_POSTGRES']

describe.skipIf(!server)('PostgreSQL', () => {
  const databases: string[] = []
  let admin: Client
  beforeAll(async () => {
    admin = await connect(server!)
  })
  afterAll(async () => {
    for (const name of databases) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.close()
  })

  /** The address of an empty database, or of the one of that name made before. */
  async function address(name: string): Promise<string> {
    const database = `policy_test_${process.pid}_${name}`
    if (!databases.includes(database)) {
      databases.push(database)
      await admin.query(`CREATE DATABASE ${database}`)
    }
    const url = new URL(server!)
    url.pathname = `/${database}`
    return url.href
  }
  const open = async (name: string) => openPostgres(await address(name), {write: true})

  conformance('postgresql', open)

  describe('beside SQLite', () => {
    let pages: Sample
    let both: [Store, Store]
    beforeAll(async () => {
      pages = sample()
      both = [await openSqlite(path.join(pages.dir, 'a.db'), {write: true}), await open('beside')]
      for (const store of both) await index(store, pages.roots, pages.inputs())
    })
    afterAll(async () => {
      for (const store of both) await store.close()
      pages.gone()
    })

    test.each(QUERIES.map(q => [q.slice(0, 24), q]))('%j: the same hits in the same order', async (_, query) => {
      const [lite, server] = await Promise.all(both.map(store => store.search(query)))
      expect(server!.map(({score, ...hit}) => hit)).toEqual(lite!.map(({score, ...hit}) => hit))
    })

    test('one term scores the same', async () => {
      for (const query of ['补贴', '教育', '幼儿园', '率', '学前教育', '95%', '5G']) {
        const [lite, server] = await Promise.all(both.map(store => store.search(query)))
        expect(server!.map(hit => hit.score)).toEqual(lite!.map(hit => hit.score))
      }
    })

    test.each<[string, Filters]>([
      ['', {}],
      ['', {kind: 'fact'}],
      ['', {kind: 'target', min: 91}],
      ['覆盖率', {kind: 'target', by: '2025', from: '2025'}],
      ['', {metric: '入园率', unit: '%', max: 92.5}],
      ['教育', {issuer: '云岭', type: '意见', place: '云岭县'}],
      ['', {issuer: 'a%b_c\\'}],
      ['教育', {kind: 'paragraph', limit: 1}],
      ['', {metric: 'x\u0000y'}],
    ])('%j %j: the same hits', async (query, filters) => {
      const [lite, server] = await Promise.all(both.map(store => store.search(query, filters)))
      expect(server!.map(({score, ...hit}) => hit)).toEqual(lite!.map(({score, ...hit}) => hit))
      const [of, measures] = await Promise.all(both.map(store => store.measures(filters)))
      expect(measures).toEqual(of)
    })
  })

  describe('many writers', () => {
    test('two processes with a shard each lose nothing', async () => {
      const pages = sample()
      for (let i = 0; i < 60; i++)
        fs.writeFileSync(path.join(pages.dir, `a/n${i}.txt`), `通知${i}\n一、覆盖率达到${i}%。\n`)
      const db = await address('writers')
      const runs = ['1/2', '2/2'].map(shard => policy(pages.dir, ['index', 'a', 'b', '--db', db, '--shard', shard]))
      expect((await Promise.all(runs)).map(({code}) => code)).toEqual([0, 0])
      await policy(pages.dir, ['index', 'a', 'b', '--db', 'one.db'])
      const found = (index: string) => policy(pages.dir, ['search', '覆盖率', '--db', index, '--format', 'ndjson'])
      expect((await found(db)).out.split('\n').length).toBeGreaterThan(60)
      expect((await found(db)).out).toBe((await found('one.db')).out)
      pages.gone()
    })

    test('who writes the same is told that the index is busy', async () => {
      const [one, two] = [await open('busy'), await open('busy')]
      await one.begin({number: 1, of: 2})
      await expect(two.begin({number: 1, of: 2})).rejects.toMatchObject({code: 'busy'})
      await one.commit()
      await one.close()
      await two.close()
    })

    test('a lost connection is told as such, and nothing of the run stands', async () => {
      const pages = sample()
      const store = await open('lost')
      await store.begin()
      const [row] = await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND state = 'idle in transaction'",
        [databases.at(-1)!],
      )
      expect(row).toBeDefined()
      await expect(store.remove('x').then(() => store.commit())).rejects.toMatchObject({code: 'lost'})
      await store.close()
      const again = await open('lost')
      expect((await again.stamps()).size).toBe(0)
      expect(await index(again, pages.roots, pages.inputs())).toMatchObject({added: 3})
      await again.close()
      pages.gone()
    })
  })

  describe('what cannot be stored as it is', () => {
    test('a zero character, half a character, and more different words than a vector holds', async () => {
      const dir = folder({
        'in/zero.txt': '通知\n一、零\u0000号教育。\n',
        'in/long.txt': `通知\n一、${Array.from({length: 90_000}, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join('')}特殊教育。\n`,
      })
      const db = await address('odd')
      expect((await policy(dir, ['index', 'in', '--db', db])).code).toBe(0)
      const {out} = await policy(dir, ['search', '教育', '--db', db, '--format', 'ndjson'])
      expect(out.trim().split('\n')).toHaveLength(2)
      gone(dir)
    })
  })
})

describe('addresses', () => {
  let dir: string
  const secret = 'Zauber-Wort9'
  beforeAll(() => {
    dir = folder({'in/a.txt': '通知\n一、教育。\n'})
  })
  afterAll(() => gone(dir))

  test.each([['search', '教育'], ['index', 'in'], ['compare']])(
    '%s: no server there is one line, without the password',
    async (...args) => {
      const db = `postgresql://someone:${secret}@127.0.0.1:9/none?application_name=${secret}`
      const {code, out, err} = await policy(dir, [...args, '--db', db])
      expect([code, out]).toEqual([1, ''])
      expect(err).toBe(
        'postgresql://someone@127.0.0.1:9/none:1:1: error: cannot connect: connect ECONNREFUSED 127.0.0.1:9\n',
      )
    },
  )

  test('an address that cannot be read is told without it', async () => {
    const {code, err} = await policy(dir, ['search', '教育', '--db', `postgresql://someone:${secret}/x@host:port/db`])
    expect(code).toBe(1)
    expect(err).toMatch(/^postgresql:\/\/:1:1: error: [^\n]+\n$/)
    expect(err).not.toContain(secret)
  })

  test.skipIf(!server)('a wrong or a missing password is told without it', async () => {
    const url = new URL(server!)
    url.password = secret
    const wrong = await policy(dir, ['search', '教育', '--db', url.href])
    expect(wrong.err).toMatch(/password authentication failed/)
    expect(wrong.err).not.toContain(secret)
    url.password = ''
    const none = await policy(dir, ['search', '教育', '--db', url.href], '', {PGPASSWORD: ''})
    expect(none.err).toMatch(/set PGPASSWORD/)
    const given = await policy(dir, ['search', '教育', '--db', url.href], '', {PGPASSWORD: secret})
    expect(given.err).toMatch(/password authentication failed/)
    expect(given.err).not.toContain(secret)
  })
})
