// Runs every hostile input at a million characters (or the size given) and at half of it, and prints times and their ratio.
import {performance} from 'node:perf_hooks'
import {load} from './load.js'

const {parse} = await import('../dist/index.js')
const {bytes, pages, texts} = await load('test/hostile/inputs.ts')
const size = Number(process.argv[2] ?? 1_000_000)
const only = process.argv[3]

async function time(input) {
  const start = performance.now()
  try {
    await parse(input)
  } catch (error) {
    if (error.name !== 'ReadError') throw error
  }
  return performance.now() - start
}

await time('一、总则\n'.repeat(2000))
let slow = 0
for (const make of [texts, pages, bytes]) {
  const half = make(size / 2)
  for (const [name, input] of make(size)) {
    if (only && !name.includes(only)) continue
    const first = await time(half.get(name))
    const second = await time(input)
    const bad = second > 3000 || (second > 300 && second / first > 2.6)
    if (bad) slow++
    console.log(
      `${second.toFixed(0).padStart(7)} ms  x${(second / first).toFixed(2).padStart(6)}  ${bad ? 'SLOW ' : ''}${name}`,
    )
  }
}
console.log(`${slow} slow`)
process.exitCode = slow ? 1 : 0
