// The same pages by one process, by Slurm, by Dask and into PostgreSQL: the same bytes and hits, whatever is killed meanwhile.
// Skipped where no engines are up; `scripts/engines` starts them and runs this.
import {execFileSync, spawn} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {connect} from '../../src/store/postgres/client.ts'
import {folder, gone, policy, type Ran} from '../cli/policy.ts'
import {COUNT, digest, linesOf, processes, recordsOf, until, write} from './pages.ts'

const {SLURM_CONF, POLICY_DASK, POLICY_DASK_WORKER_1, POLICY_DASK_WORKER_2, POLICY_POSTGRES} = process.env
const POLICY = `${process.execPath} ${path.resolve('bin/policy.js')}`
const LONG = 300_000

describe.skipIf(!SLURM_CONF || !POLICY_DASK || !POLICY_POSTGRES)(`${COUNT} pages`, () => {
  let dir: string
  let whole: string
  const at = (name: string): string => path.join(dir, name)
  beforeAll(async () => {
    dir = folder()
    await write(at('pages'))
    const {code, err} = await policy(dir, ['batch', 'pages', '-o', 'one', '--jobs', '1', '--quiet'])
    expect([code, err.trim().split('\n').length]).toEqual([1, 1])
    const records = recordsOf(at('one'))
    expect(records.filter(r => 'error' in JSON.parse(r)).length).toBe(1)
    whole = digest(records)
  }, LONG)
  afterAll(() => gone(dir))

  const text = (...parts: string[]): string => fs.readFileSync(at(path.join(...parts)), 'utf8')
  function run(file: string, args: readonly string[]): Promise<Ran> {
    return new Promise(resolve => {
      const child = spawn(file, args, {cwd: dir, env: {...process.env, POLICY}, stdio: ['ignore', 'pipe', 'pipe']})
      let out = ''
      let err = ''
      child.stdout.on('data', chunk => (out += chunk))
      child.stderr.on('data', chunk => (err += chunk))
      child.on('close', code => resolve({code, out, err}))
    })
  }

  describe('Slurm', () => {
    /** Submits four shards and the merge; the numbers of both jobs. */
    async function submit(output: string): Promise<[string, string]> {
      const {out} = await run(path.resolve('contrib/slurm/submit'), ['pages', output, '4', '-o', `${output}-%A_%a.log`])
      return (/^shards: job (\d+), merge: job (\d+)$/m.exec(out) ?? []).slice(1) as [string, string]
    }
    const told = (job: string): string => execFileSync('scontrol', ['show', 'job', '-o', job], {encoding: 'utf8'})
    const ended = (job: string): Promise<string> =>
      until(`job ${job}`, () => {
        const line = told(job)
        if (/JobState=(?:FAILED|CANCELLED|NODE_FAIL|TIMEOUT)/.test(line)) throw new Error(line)
        return /JobState=COMPLETED/.test(line) && line
      })

    function expectWhole(output: string): void {
      expect(digest(recordsOf(at(output)))).toBe(whole)
      expect(text(output, 'manifest.json')).toBe(text('one', 'manifest.json'))
      const left = fs.readdirSync(at(output), {recursive: true, encoding: 'utf8'})
      expect(left.filter(name => /\.tmp$|journal/.test(name))).toEqual([])
    }

    test(
      'an array of four shards and a merge leave the bytes of one process',
      async () => {
        const [, merge] = await submit('slurm')
        await ended(merge)
        expectWhole('slurm')
      },
      LONG,
    )

    test(
      'a shard that is killed midway is queued again and leaves the same bytes',
      async () => {
        const [array, merge] = await submit('killed')
        const journal = at('killed/.policy-journal-2-of-4.ndjson')
        const [pid] = await until('the second shard at work', () => {
          const midway = fs.existsSync(journal) && fs.readFileSync(journal, 'utf8').split('\n').length > 50
          const found = midway ? processes('killed', '--shard', '2/4') : []
          return found.length > 0 && found
        })
        process.kill(pid!, 'SIGKILL')
        await until('the second shard queued again', () => /Restarts=1/.test(told(`${array}_2`)))
        expect(fs.existsSync(at('killed/manifest-2-of-4.json'))).toBe(false)
        // Slurm waits two minutes before it starts a job again; whoever tests it need not.
        execFileSync('scontrol', ['update', `JobId=${array}_2`, 'StartTime=now'])
        await ended(merge)
        expectWhole('killed')
      },
      LONG,
    )
  })

  describe('Dask', () => {
    const client = (output: string): Promise<Ran> =>
      run('/usr/bin/python3', [
        path.resolve('contrib/dask/policy_dask.py'),
        ...['pages', '-o', output, '--scheduler', POLICY_DASK!, '--chunk', '50'],
      ])
    const filtersOf = (worker: string): number[] =>
      fs
        .readdirSync(`/proc/${worker}/task`)
        .flatMap(task => fs.readFileSync(`/proc/${worker}/task/${task}/children`, 'utf8').trim().split(' '))
        .map(Number)
        .filter(pid => processes('--ndjson').includes(pid))

    test(
      'two workers leave the records of one process, one of them an error',
      async () => {
        const {code, err} = await client('dask')
        expect([code, err]).toEqual([1, '2001 pages in 41 parts, 1 failed\n'])
        expect(digest(linesOf(at('dask')))).toBe(whole)
      },
      LONG,
    )

    test('one filter a worker lives through the whole job', () => {
      expect([filtersOf(POLICY_DASK_WORKER_1!).length, filtersOf(POLICY_DASK_WORKER_2!).length]).toEqual([1, 1])
    })

    test(
      'a filter and a worker that are killed midway change no byte',
      async () => {
        const parts = (): number => (fs.existsSync(at('shot')) ? linesOf(at('shot')).length : 0)
        const job = client('shot')
        await until('some parts', () => parts() > 100)
        process.kill(filtersOf(POLICY_DASK_WORKER_1!)[0]!, 'SIGKILL')
        process.kill(Number(POLICY_DASK_WORKER_2), 'SIGKILL')
        expect(parts()).toBeLessThan(COUNT)
        const {code, err} = await job
        expect(err).toContain('2001 pages in 41 parts, 1 failed\n')
        expect(code).toBe(1)
        expect(digest(linesOf(at('shot')))).toBe(whole)
      },
      LONG,
    )
  })

  describe('PostgreSQL', () => {
    const database = `policy_engines_${process.pid}`
    const db = (): string => POLICY_POSTGRES!.replace(/\/postgres$/, `/${database}`)
    const shard = (number: number) => policy(dir, ['index', 'pages', '--db', db(), '--shard', `${number}/2`])
    beforeAll(async () => {
      const admin = await connect(POLICY_POSTGRES!)
      await admin.query(`CREATE DATABASE ${database}`)
      await admin.close()
      const {code} = await policy(dir, ['index', 'pages', '--db', 'one.db'])
      expect(code).toBe(1)
    }, LONG)

    test(
      'a connection that is cut midway is one line, and a second run completes',
      async () => {
        const admin = await connect(POLICY_POSTGRES!)
        const runs = Promise.all([1, 2].map(shard))
        const cut = async (): Promise<boolean> => {
          const rows = await admin.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'policy'
           AND backend_xid IS NOT NULL AND xact_start < now() - interval '500 ms' LIMIT 1`,
            [database],
          )
          return rows.length > 0
        }
        let over = false
        void runs.then(() => {
          over = true
        })
        while (!over && !(await cut())) await new Promise(resolve => setTimeout(resolve, 20))
        await admin.close()
        const [lost] = (await runs).filter(({err}) => err.includes('lost'))
        expect(lost!.code).toBe(1)
        expect(lost!.err).toMatch(
          /^(?:pages\/07\/broken\.rar:[^\n]+\n)?postgresql:\/\/postgres@127\.0\.0\.1:\d+\/policy_engines_\d+:1:1: error: the connection to the server was lost, [^\n]+\n$/,
        )
        // The shard that was not cut stands; only the other has anything to do.
        const summaries = (await Promise.all([1, 2].map(shard))).map(({err}) => err)
        expect(summaries.filter(err => / 0 added,/.test(err)).length).toBe(1)
      },
      LONG,
    )

    test.each(['教育', '覆盖率', '责任单位', '“十四五”期间', '率'])(
      '%s: the hits of one SQLite index, in its order',
      async query => {
        const hits = async (index: string) =>
          (await policy(dir, ['search', query, '--db', index, '--format', 'ndjson'])).out
        const lite = await hits('one.db')
        expect(lite.split('\n').length).toBeGreaterThan(100)
        expect(await hits(db())).toBe(lite)
      },
      LONG,
    )

    test(
      'facts by value and date, and comparisons',
      async () => {
        for (const args of [
          ['search', '--kind', 'target', '--min', '90', '--by', '2030', '--format', 'ndjson'],
          ['compare', '--metric', '覆盖率', '--format', 'csv'],
        ]) {
          const lite = await policy(dir, [...args, '--db', 'one.db'])
          expect(lite.out.split('\n').length).toBeGreaterThan(100)
          expect((await policy(dir, [...args, '--db', db()])).out).toBe(lite.out)
        }
      },
      LONG,
    )
  })
})
