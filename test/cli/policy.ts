// Runs the built command line as a user does, in a folder of its own.
import {spawn} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const BIN = path.resolve('bin/policy.js')

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** A folder that is gone after the tests of a file. */
export function folder(files: Record<string, string | Uint8Array> = {}): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-test-'))
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), {recursive: true})
    fs.writeFileSync(path.join(dir, name), text)
  }
  return dir
}

/** `policy …args` in a folder, with a text on stdin. */
export function policy(cwd: string, args: readonly string[], stdin: string | Uint8Array = '', env = {}): Promise<Ran> {
  return run(process.execPath, [BIN, ...args], cwd, stdin, env)
}

/** A shell line in which `policy` is this program. */
export function shell(cwd: string, line: string): Promise<Ran> {
  return run('bash', ['-c', `policy() { '${process.execPath}' '${BIN}' "$@"; }; ${line}`], cwd, '', {})
}

function run(
  file: string,
  args: readonly string[],
  cwd: string,
  stdin: string | Uint8Array,
  env: object,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {cwd, env: {...process.env, NO_COLOR: '1', LC_ALL: 'C.UTF-8', ...env}})
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', code => resolve({code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString()}))
    child.stdin.end(stdin)
  })
}

/** Removes such a folder. */
export const gone = (dir: string): void => fs.rmSync(dir, {recursive: true, force: true})

/** A small page with traditional characters and a character outside the Basic Multilingual Plane. */
export const NOTICE = `云岭县人民政府办公室关于加強校园足球工作的通知
云政办发〔2024〕7号

各乡镇人民政府，县政府各部门：
现就有关事项通知如下。
一、总体要求
（一）到2025年，全县校园足球特色学校达到12所以上，𬭎光镇不少于3所。
（二）给予每所学校一次性补助5万元。
二、工作措施
加強师资培训，确保落实。

云岭县人民政府办公室
2024年3月18日
`
