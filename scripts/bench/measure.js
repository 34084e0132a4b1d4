// Times and memory of processes and functions. The machine is shared: what is compared runs in turns, and CPU time is told
// where waiting is not the point.
import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {performance} from 'node:perf_hooks'
import {fileURLToPath} from 'node:url'

const PEAK = fileURLToPath(new URL('peak.cjs', import.meta.url))

export const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]

/** A process from its start to its end: wall and CPU time in milliseconds, and of a Node program its peak memory in MB. */
export function run([command, ...args], {stdin = '/dev/null', peak = false, ok = [0]} = {}) {
  const file = path.join(os.tmpdir(), `policy-peak-${process.pid}`)
  const env = peak ? {...process.env, PEAK_FILE: file, NODE_OPTIONS: `--require=${PEAK}`} : process.env
  const script = 'in=$1; shift; "$@" < "$in" > /dev/null; code=$?; times >&2; exit $code'
  const start = performance.now()
  const done = spawnSync('bash', ['-c', script, 'bash', stdin, command, ...args], {encoding: 'utf8', env})
  const wall = performance.now() - start
  if (!ok.includes(done.status)) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}`)
  // The second line of `times` is of the children: 0m1.234s 0m0.567s.
  const cpu = [
    ...done.stderr
      .trim()
      .split('\n')
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ]
  return {
    wall,
    cpu: cpu.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0),
    ...(peak ? {mb: Number(fs.readFileSync(file, 'utf8'))} : {}),
  }
}

/** The median of one figure of several commands, taken in turns so that the noise of the machine falls on all alike. */
export function turns(commands, times, figure = 'wall', options = {}) {
  const all = commands.map(() => [])
  for (let i = 0; i < times; i++)
    for (const [k, command] of commands.entries()) all[k].push(run(command, options)[figure])
  return all.map(median)
}

/** The least CPU time of a function in milliseconds, of all its threads. */
export async function timed(work, times = 3) {
  let least = Infinity
  for (let i = 0; i < times; i++) {
    const start = process.cpuUsage()
    await work()
    const {user, system} = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
