// Writes src/repair/data/language.generated.ts: how often characters follow each other in the words of the jieba dictionary
// and of src/repair/data/official-words.ts. To be run again when either changes.
import {Buffer} from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {deflateRawSync} from 'node:zlib'
import {buildSync} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const home = path.join(root, 'node_modules/nodejieba')
const {version} = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'))

async function source(file) {
  const {outputFiles} = buildSync({entryPoints: [path.join(root, file)], bundle: true, format: 'esm', write: false})
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
}
const {OFFICIAL_WORDS, SIGNS, SIGN_PAIRS} = await source('src/repair/data/official-words.ts')
const {scripts} = await source('src/repair/lattice/scripts.ts')

/** Rarer words say more about the corpus behind the dictionary than about the language. */
const RAREST = 30
/** Frequencies are rounded to factors of √2: more would be false precision. */
const rounded = frequency => 2 ** (Math.round(2 * Math.log2(frequency)) / 2)

const byFirst = new Map()
for (const line of fs.readFileSync(path.join(home, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8').split('\n')) {
  const [word, count] = line.split(' ')
  if (!word || Number(count) < RAREST || !/^[一-鿿]{1,8}$/.test(word)) continue
  const list = byFirst.get(word[0]) ?? byFirst.set(word[0], new Map([[word[0], 1]])).get(word[0])
  list.set(word, rounded(Number(count)))
}

// The two scripts share a number, so do the two widths, all digits, all Latin letters; 0 is what was never met.
const BITS = 16384
const ids = new Uint16Array(65536)
let size = 0
const number = unit => (ids[unit] ||= ++size)
for (const [from, to] of scripts().fold) ids[from] = number(to)

const all = new Float64Array(BITS)
const first = new Float64Array(BITS)
const last = new Float64Array(BITS)
const alone = new Float64Array(BITS)
/** Pair → how often inside words, at the start of words, at their end. */
const pairs = new Map()
const triples = new Map()
let total = 0
let units = 0
function add(word, count) {
  const run = Array.from(word, c => number(c.charCodeAt(0)))
  total += count
  units += count * run.length
  first[run[0]] += count
  last[run.at(-1)] += count
  if (run.length === 1) alone[run[0]] += count
  for (const [i, c] of run.entries()) {
    all[c] += count
    if (i === 0) continue
    const pair = run[i - 1] * BITS + c
    const counts = pairs.get(pair) ?? pairs.set(pair, new Float32Array(3)).get(pair)
    counts[0] += count
    if (i === 1) counts[1] += count
    if (i === run.length - 1) counts[2] += count
    if (i === 1) continue
    const triple = run[i - 2] * BITS * BITS + pair
    triples.set(triple, Math.fround((triples.get(triple) ?? 0) + count))
  }
}
for (const head of [...byFirst.keys()].sort())
  for (const [word, count] of [...byFirst.get(head)].sort(([a], [b]) => (a < b ? -1 : 1))) add(word, count)
for (const [signs, count] of SIGNS) for (const sign of signs) add(sign, count)
for (const [count, words] of OFFICIAL_WORDS) for (const word of words.split(' ')) add(word, count)
for (const [count, words] of SIGN_PAIRS) for (const word of words) add(word, count)
for (let unit = 0x30; unit <= 0x39; unit++) ids[unit] = ids[unit + 0xfee0] = ids[0x30]
for (let unit = 0x41; unit <= 0x5a; unit++)
  ids[unit] = ids[unit + 0x20] = ids[unit + 0xfee0] = ids[unit + 0xff00] = ids[0x61]
for (const sign of '，；：！？（）') ids[sign.charCodeAt(0) - 0xfee0] = ids[sign.charCodeAt(0)]
for (const space of ' \t\u00a0\u3000') ids[space.charCodeAt(0)] = ids[10]

// Frequencies repeat, so they are numbered, too.
const frequencies = new Map([[0, 0]])
const place = frequency => {
  if (!frequencies.has(frequency)) frequencies.set(frequency, frequencies.size)
  return frequencies.get(frequency)
}
const perCharacter = [all, first, last, alone].map(row => Uint16Array.from(row.subarray(0, size + 1), place))

/**
 * Rows of numbers, laid over each other so that no two share a place: where a row starts, and whose each place is. To look up a
 * number of a row is then one look at one place. Long rows are laid first, the short ones fill the gaps.
 */
function laid(rows) {
  const starts = new Map()
  const owners = []
  let free = 0
  for (const [row, numbers] of [...rows].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])) {
    while (owners[free] !== undefined) free++
    let start = Math.max(0, free - numbers[0])
    while (numbers.some(n => owners[start + n] !== undefined)) start++
    starts.set(row, start)
    for (const n of numbers) owners[start + n] = row
  }
  const length = owners.length + BITS
  return {starts, owners: Uint16Array.from({length}, (_, i) => owners[i] ?? NO_ROW)}
}
const NO_ROW = 65535

/** Key → the numbers that follow it, in order. */
function rowsOf(keys, keyOf) {
  const rows = new Map()
  for (const key of keys.sort((a, b) => a - b)) {
    const row = keyOf(Math.floor(key / BITS))
    rows.set(row, [...(rows.get(row) ?? []), key % BITS])
  }
  return rows
}
const pairRows = laid(rowsOf([...pairs.keys()], a => a))
const slotOf = pair => pairRows.starts.get(Math.floor(pair / BITS)) + (pair % BITS)
const column = (length, entries) => {
  const out = new Uint16Array(length)
  for (const [at, value] of entries) out[at] = value
  return out
}
const counted = [0, 1, 2].map(i =>
  column(
    pairRows.owners.length,
    [...pairs].map(([pair, counts]) => [slotOf(pair), place(counts[i])]),
  ),
)
// A pair that triples begin with has a row of them, numbered from 1.
const beginning = [...new Set([...triples.keys()].map(triple => Math.floor(triple / BITS)))].sort((a, b) => a - b)
const rowOfPair = new Map(beginning.map((pair, i) => [pair, i + 1]))
const tripleRows = laid(rowsOf([...triples.keys()], pair => rowOfPair.get(pair)))
const tripleSlot = triple => tripleRows.starts.get(rowOfPair.get(Math.floor(triple / BITS))) + (triple % BITS)
const tripleCounts = column(
  tripleRows.owners.length,
  [...triples].map(([triple, count]) => [tripleSlot(triple), place(count)]),
)
const narrow = [
  ids,
  ...perCharacter,
  pairRows.owners,
  ...counted,
  column(
    pairRows.owners.length,
    beginning.map(pair => [slotOf(pair), rowOfPair.get(pair)]),
  ),
  column(beginning.length + 1, tripleRows.starts),
  tripleRows.owners,
  tripleCounts,
]
if (frequencies.size > 65536 || size >= BITS || beginning.length >= NO_ROW || tripleRows.owners.length - BITS > 65536)
  throw new Error('Unexpected size, expected numbers below 65536')
const pairStarts = new Uint32Array(size + 1)
for (const [row, start] of pairRows.starts) pairStarts[row] = start
const bytes = Buffer.concat(
  [Float64Array.from(frequencies.keys()), pairStarts, ...narrow].map(table => Buffer.from(table.buffer)),
)

fs.writeFileSync(
  path.join(root, 'src/repair/data/language.generated.ts'),
  `/**
 * How often characters follow each other, for judging which of several readings is Chinese. Written by
 * scripts/generate-language.js; do not edit.
 *
 * Source: the dictionary of cppjieba in nodejieba ${version} (MIT), and official-words.ts.
 */

export const SIZES = {
  characters: ${size},
  frequencies: ${frequencies.size},
  pairs: ${pairRows.owners.length},
  tripleRows: ${beginning.length},
  triples: ${tripleRows.owners.length},
  words: ${total},
  units: ${units},
}

/** Deflated, in base64; lattice/dictionary.ts knows the order. */
export const TABLE =
  '${deflateRawSync(bytes, {level: 9}).toString('base64')}'
`,
)
