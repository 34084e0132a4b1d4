// Times and memory of processes and functions.
import {spawnSync} from 'node:child_process'
import {performance} from 'node:perf_hooks'

export const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]

/** The wall time of a process in milliseconds, and its peak memory in MB where the system tells it. */
export function run(command, args, options = {}) {
  const start = performance.now()
  const done = spawnSync('/usr/bin/env', ['bash', '-c', 'exec "$0" "$@"', command, ...args], {
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...options,
  })
  const ms = performance.now() - start
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}`)
  return ms
}

/** Wall times of several commands, taken in turns so that the noise of the machine falls on all alike. */
export function turns(commands, times) {
  const all = commands.map(() => [])
  for (let i = 0; i < times; i++) for (const [k, [command, args]] of commands.entries()) all[k].push(run(command, args))
  return all.map(median)
}

/** The median wall time of a function in milliseconds. */
export async function timed(work, times = 3) {
  const all = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await work()
    all.push(performance.now() - start)
  }
  return median(all)
}
