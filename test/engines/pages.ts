// 2,000 generated pages and one that cannot be parsed, and how the output of a run over them is compared.
import fs from 'node:fs'
import path from 'node:path'
import type {Manifest} from '../../src/batch/manifest.ts'
import {sha256} from '../../src/text/hash.ts'

export const COUNT = 2000

/** Writes the pages into folders of a hundred. */
export async function write(dir: string): Promise<void> {
  const {notice, page} = await import('../../scripts/bench/corpus.js' as string)
  for (let i = 0; i < COUNT; i++) {
    const folder = path.join(dir, String(Math.floor(i / 100)).padStart(2, '0'))
    fs.mkdirSync(folder, {recursive: true})
    const size = 400 + (i % 7) * 300
    const [name, text] = i % 4 === 0 ? [`${i}.html`, page(i + 1, size)] : [`${i}.txt`, notice(i + 1, size)]
    fs.writeFileSync(path.join(folder, name), text)
  }
  fs.writeFileSync(path.join(dir, '07/broken.rar'), 'Rar!\u001a\u0007\u0000')
}

/** The records of a batch run: the Result of each page, and an error record for each page without. */
export function recordsOf(output: string): string[] {
  const {entries}: Manifest = JSON.parse(fs.readFileSync(path.join(output, 'manifest.json'), 'utf8'))
  return entries.map(entry =>
    entry.output
      ? fs.readFileSync(path.join(output, entry.output), 'utf8').trimEnd()
      : JSON.stringify({schema: 'policy/1', source: {path: entry.path}, error: entry.error}),
  )
}

/** The records of files with one a line. */
export const linesOf = (output: string): string[] =>
  fs
    .readdirSync(output)
    .filter(name => name.endsWith('.ndjson'))
    .flatMap(name => fs.readFileSync(path.join(output, name), 'utf8').trimEnd().split('\n'))

/** What two runs have in common when their records are the same, in whatever order. */
export const digest = (records: readonly string[]): string => sha256([...records].sort().join('\n'))

/** The processes whose command line has all these words. */
export function processes(...words: readonly string[]): number[] {
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        const line = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        return words.every(word => line.includes(word))
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Asks until the answer is something, or fails after so many seconds. */
export async function until<T>(what: string, ask: () => T | undefined | false, seconds = 180): Promise<T> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const answer = ask()
    if (answer) return answer
    if (performance.now() > end) throw new Error(`${what}: not within ${seconds} seconds`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
