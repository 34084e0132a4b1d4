// Exit codes, messages and help: what a user meets before any document is read.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {COMMANDS} from '../../src/cli/commands.ts'
import {KINDS} from '../../src/cli/kinds.ts'
import {FACT_KINDS} from '../../src/model/fact.ts'
import {VERSION} from '../../src/version.ts'
import {folder, gone, NOTICE, policy, shell} from './policy.ts'

let dir: string
beforeAll(async () => {
  dir = folder({'notice.txt': NOTICE, 'notices/a.txt': NOTICE, 'notices/b.txt': NOTICE})
  for (const shard of ['1/2', '2/2']) await policy(dir, ['batch', 'notices', '-o', 'results', '--shard', shard])
})
afterAll(() => gone(dir))

test('the version', async () => {
  for (const args of [['--version'], ['-V'], ['version']])
    expect(await policy(dir, args)).toEqual({code: 0, out: `${VERSION}\n`, err: ''})
})

test('help goes to stdout and names every command', async () => {
  const {code, out, err} = await policy(dir, ['--help'])
  expect([code, err]).toEqual([0, ''])
  for (const {name} of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
})

describe.each(COMMANDS)('$name', ({name, example, options}) => {
  test('has help with every option and an example', async () => {
    const {code, out} = await policy(dir, [name, '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`$ ${example.line}`)
    for (const {flags} of options) expect(out).toContain(flags)
  })
  test('its example works', async () => {
    const {code, err} = await shell(dir, example.line)
    expect([code, err.includes('error')]).toEqual([0, false])
  })
})

test.each([
  [[], /Usage/],
  [['nonsense'], /unknown command/],
  [['help', 'nonsense'], /^error: unknown command 'nonsense'\n$/],
  [['parse'], /no input/],
  [['parse', '--nonsense', 'notice.txt'], /unknown option/],
  [['parse', '--format', 'xml', 'notice.txt'], /Allowed choices/],
  [['parse', '--format', 'csv', 'notice.txt'], /--of/],
  [['parse', '--kind', 'target', 'notice.txt'], /--of facts/],
  [['parse', '--of', 'facts', '--kind', 'wish', 'notice.txt'], /unknown kind 'wish'/],
  [['parse', '--encoding', 'klingon', 'notice.txt'], /encoding/],
  [['parse', '--files-from', 'nothing.txt'], /cannot read the list/],
  [['fix', 'notice.txt', 'notices/a.txt'], /too many arguments/],
  [['facts', 'notice.txt', '-o', ''], /give the name of a file/],
  [['search', '--db', 'x.db', '--by', '2025-13'], /--by takes YYYY/],
  [['search', '--db', 'x.db', '--from', '2025-06-32'], /--from takes YYYY/],
  [['explain', 'notice.txt'], /--at/],
  [['explain', 'notice.txt', '--at', '0'], /--at/],
  [['schema', 'nonsense'], /unknown schema/],
  [['batch', 'notices', '-o', 'out', '--shard', '3/2'], /Unexpected shard '3\/2', expected i\/n/],
  [['batch', 'notices', '-o', 'out', '--shard', 'half'], /expected i\/n/],
  [['batch', 'notices', '-o', 'out', '--jobs', '0'], /--jobs takes a number/],
  [['merge', '-o', 'all.json'], /no input/],
  [['merge', 'manifest.json'], /-o/],
  [['tree', '--depth', '0', 'notice.txt'], /--depth takes a whole number/],
  // Commands that are scripts of their own.
  [['batch'], /no input/],
  [['index', 'notices'], /--db/],
  [['search', '足球'], /--db/],
  [['search', '--db', 'x.db', '--limit', '0'], /--limit takes a whole number from 1/],
  [['search', '--db', 'x.db', '--kind', 'wish'], /unknown kind 'wish', expected one of clause, /],
  [['compare'], /no input/],
  [['completion', 'tcsh'], /unknown shell/],
])('wrong usage %j: one clear line, exit 2, nothing on stdout', async (args, message) => {
  const {code, out, err} = await policy(dir, args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(message)
  expect(err).not.toMatch(/^ {4}at /m)
})

test('the kinds of the command line are those of the model', () => expect(KINDS).toEqual(FACT_KINDS))
