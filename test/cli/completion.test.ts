// Completions: run in bash as bash runs them, and complete against the table; the manual page reads without a complaint.
import {execFileSync, spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {manPage} from '../../scripts/man.js'
import {COMMANDS, COMMON} from '../../src/cli/commands.ts'
import {partsOf} from '../../src/cli/completion.ts'
import {VERSION} from '../../src/version.ts'
import {policy} from './policy.ts'

const has = (tool: string): boolean => spawnSync('bash', ['-c', `command -v ${tool}`]).status === 0
const script = async (shell: string, ...rest: string[]) => (await policy('.', ['completion', shell, ...rest])).out

/** What bash offers for a line whose last word is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const line = `${await script('bash')}
COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _policy; printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['--norc', '-c', line]).toString().split('\n').filter(Boolean)
}

describe('in bash', () => {
  test.each([
    [
      ['policy', ''],
      [...COMMANDS.map(c => c.name), 'help'],
    ],
    [['policy', 'pa'], ['parse']],
    [['policy', '--l'], ['--lang']],
    [
      ['policy', 'parse', '--of', ''],
      ['result', 'clauses', 'facts'],
    ],
    [['policy', 'parse', '--of', '=', 'cl'], ['clauses']],
    [['policy', 'facts', 'a.txt', '--kind', 't'], ['target']],
    [
      ['policy', 'parse', '--lang', ''],
      ['en', 'zh'],
    ],
    [['policy', 'tree', '--de'], ['--depth']],
    [['policy', 'tree', '--diff'], []],
    [
      ['policy', 'completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['policy', 'schema', 'f'], ['fact']],
    [['policy', 'help', 'ex'], ['explain']],
    // Nothing of ours: bash completes the files.
    [['policy', 'parse', 'no'], []],
    [['policy', 'parse', '-o', 'no'], []],
  ])('%j', async (words, wanted) => expect(await offered(...words)).toEqual(wanted))
  test('every option of every command is offered', async () => {
    for (const {name, options} of COMMANDS)
      expect(await offered('policy', name, '-')).toEqual([...options, ...COMMON].flatMap(o => partsOf(o).names))
  })
})

test.each(['zsh', 'fish'])('%s: every command, option and word of a choice stands in it', async shell => {
  const text = await script(shell)
  for (const {name, options, words = []} of COMMANDS) {
    expect(text).toContain(name)
    for (const option of options) {
      const long = partsOf(option).names.find(n => n.startsWith('--'))!
      expect(text).toContain(shell === 'zsh' ? `'${long}` : `-l ${long.slice(2)}`)
      for (const word of [...(option.choices ?? []), ...words]) expect(text).toContain(word)
    }
  }
})
test.each(['bash', 'zsh', 'fish'])('%s reads its script', async shell => {
  if (!has(shell)) return console.warn(`the completions for ${shell} are not read by it: there is none here`)
  const text = await script(shell)
  expect(spawnSync(shell, ['-n'], {input: text}).stderr.toString()).toBe('')
})
test('descriptions are in the language of the reader', async () => {
  expect(await script('fish', '--lang', 'zh')).toContain('显示帮助')
  expect(await script('zsh', '--lang', 'zh')).toContain('显示帮助')
})
test('an unknown shell is wrong usage', async () => {
  const {code, err} = await policy('.', ['completion', 'tcsh'])
  expect([code, err]).toEqual([2, "error: unknown shell 'tcsh', expected one of bash, zsh, fish\n"])
})
test('the words of arguments are those that the command knows', async () => {
  const {out} = await policy('.', ['schema', '--list'])
  expect(COMMANDS.find(c => c.name === 'schema')!.words!.toSorted()).toEqual(out.trim().split('\n').sort())
})

describe('the manual page', () => {
  const page = fs.readFileSync('dist/policy.1', 'utf8')
  test('is that of the table of commands, and is in the package', () => {
    expect(page).toBe(manPage(COMMANDS, COMMON, VERSION))
    const {man, files} = JSON.parse(fs.readFileSync('package.json', 'utf8'))
    expect([man, files]).toEqual([['./dist/policy.1'], expect.arrayContaining(['dist'])])
  })
  test('is read without a complaint', () => {
    if (!has('groff')) return console.warn('the manual page is not read: there is no groff')
    const {stderr, stdout} = spawnSync('groff', ['-K', 'utf8', '-man', '-Tutf8', '-ww', '-rCHECKSTYLE=3'], {
      input: page,
      env: {...process.env, LC_ALL: 'C.UTF-8'},
    })
    expect(stderr.toString()).toBe('')
    const shown = stdout.toString().replace(/\x1b\[[\d;]*m|.\x08/gu, '')
    for (const {name, example, options} of COMMANDS) {
      expect(shown).toContain(`policy ${name}`)
      expect(shown.replace(/\s+/g, ' ')).toContain(example.line.replace(/\s+/g, ' '))
      for (const option of options) expect(shown).toContain(partsOf(option).names.at(-1))
    }
  })
  test('opens with man', () => {
    if (!has('man')) return console.warn('the manual page is not opened: there is no man')
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'policy-man-')), 'policy.1')
    fs.writeFileSync(file, page)
    const {status, stdout} = spawnSync('man', ['-l', file], {
      env: {...process.env, LC_ALL: 'C.UTF-8', MANPAGER: 'cat', MANWIDTH: '80'},
    })
    expect([status, stdout.toString().includes('policy parse')]).toEqual([0, true])
  })
})
