// Writes src/repair/data/language.generated.ts: how likely characters are after each other in laws, regulations and reports
// of governments, and in the words of the jieba dictionary. Run: node scripts/generate-language.js FOLDER [--without TEXTS]
// FOLDER holds clones of the sources below, each in a folder of its repository's name. What shares sentences with a file
// of TEXTS is not learned from, so that the model can be judged on those.
import {Buffer} from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {brotliCompressSync, constants} from 'node:zlib'
import {buildSync} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const home = path.join(root, 'node_modules/nodejieba')
const {version} = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'))
const [folder, , without] = process.argv.slice(2)

/** Texts that no one has a copyright in; a plan of today reads more like a report than like a law, of which there is more text. */
const SOURCES = [
  {
    repository: 'LawRefBook/Laws',
    commit: '2f4c5c23716267af9dbebbbbd6cbbf732b101981',
    what: 'laws and regulations of the PRC and its provinces (Copyright Law of the PRC, Art. 5)',
    weight: 0.3,
  },
  {
    repository: 'johncodes404/china-provincial-gov-reports-2026',
    commit: 'ad4c815c4acefe47240a3afaece74e1eb2011dd3',
    what: 'reports of 31 provincial governments (the same article)',
    weight: 8,
  },
  {
    repository: 'ZhouYNF/platform-1',
    commit: '2197df553eee3b0bc9989d91addadf2f4227fddc',
    what: 'documents of the State Council (the same article)',
    weight: 8,
  },
  {
    repository: 'chiayikawa/taiwan-laws-md',
    commit: '4d682db087dfeccae46bb4fbc88b8840b1c2bb89',
    what: 'laws of Taiwan (Copyright Act, Art. 9; Open Government Data License 1.0)',
    weight: 0.15,
  },
]

/** Rarer words say more about the corpus behind the dictionary than about the language. */
const RAREST = 30
/** What a word of the dictionary counts beside one of the texts. */
const WORD = 0.1
/** What may follow a sign in a notice though no text of the sources has it: anything. Of its count so much is kept for that. */
const BEHIND_SIGN = 0.15
/** What is taken off each count for what was never met. */
const DISCOUNT = 2.5
/** A pair or a triple is kept when it makes the texts so much likelier (natural logarithm, over all of them). */
const GAIN = {pair: 5, triple: 25}
/** Logarithms are rounded to steps of so much, likelihoods of what is left for other characters with an offset. */
const STEP = 0.25
const OFFSET = 64

/** Signs and how often they stand among a million characters of notices: those that no text of the sources has are known, too. */
const SIGNS = [
  ['，。、\n0；：“”（）《》—a%·.．…', 100],
  ['！？-/〔〕〇○≥≤①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', 30],
  ['⒈⒉⒊⒋⒌⒍⒎⒏⒐⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤ', 10],
  ['【】『』「」〈〉℃‰×÷＋±～＜＞＝&*+<=>@^_`|~[]{}\\$#\'"', 3],
]

/** Signs that stand together in notices, which laws hardly have, as often as in as much text as all sources have; 0 is any digit. */
const TOGETHER = [
  [25_000, ['。”', '”，', '”。', '”、', '；”', '。“', '，“', '、“', '。《', '》，', '》。', '）\n', '。\n']],
  [25_000, Array.from('一二三四五六七八九十', marker => `（${marker}）`)],
]

async function source(file) {
  const {outputFiles} = buildSync({entryPoints: [path.join(root, file)], bundle: true, format: 'esm', write: false})
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
}
const {scripts} = await source('src/repair/lattice/scripts.ts')

const words = fs
  .readFileSync(path.join(home, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8')
  .split('\n')
  .map(line => line.split(' '))
  .filter(([word, count]) => Number(count) >= RAREST && /^[一-鿿]{1,8}$/.test(word))

const filesIn = where =>
  fs
    .readdirSync(where, {recursive: true})
    .map(name => path.join(where, name))
    .filter(name => /[^/]\/[^/]+\.(?:md|txt|csv|sql)$/.test(name) && !/README|LICENSE|\/\.git\//.test(name))
    .sort()
/** The texts of a file: of a database, one a row. */
const textsOf = file =>
  fs
    .readFileSync(file, 'utf8')
    .split(/^insert into /im)
    .map(text =>
      text
        .replace(/<[^>]*>|&[a-z]+;|\\[nrt]/g, '\n')
        .split('\n')
        .map(line => line.replace(/^#+ */, '').trim())
        .filter(line => /[一-鿿]/.test(line) && !/https?:/.test(line)),
    )

/** Sentences long enough that no two texts have them by chance. */
const sentences = line =>
  line
    .split(/[。；]/)
    .map(s => s.replace(/[^一-鿿]/g, ''))
    .filter(s => s.length >= 20)
const judged = new Set(without ? filesIn(without).flatMap(textsOf).flat().flatMap(sentences) : [])
const isJudged = lines => {
  const all = lines.flatMap(sentences)
  const shared = all.filter(s => judged.has(s)).length
  return shared >= 3 || shared * 10 > all.length
}
const texts = SOURCES.flatMap(({repository, weight}) =>
  filesIn(path.join(folder, repository.split('/')[1]))
    .flatMap(textsOf)
    .filter(lines => !isJudged(lines))
    .map(lines => ({lines, weight})),
)

// The two scripts share a number, so do the two widths, all digits, all Latin letters; 0 is what was never met. The most frequent
// ones have the smallest numbers, which pack best.
const forms = new Map(scripts().fold)
const base = unit => {
  const narrow = unit > 0xff00 && unit < 0xff5f ? unit - 0xfee0 : unit
  if (narrow >= 0x30 && narrow <= 0x39) return 0x30
  if ((narrow | 32) >= 0x61 && (narrow | 32) <= 0x7a) return 0x61
  if (',;:!?()'.includes(String.fromCharCode(narrow))) return narrow + 0xfee0
  if (/\s/.test(String.fromCharCode(unit))) return 10
  return forms.get(unit) ?? unit
}
const occurrences = new Map()
const see = (unit, count) => occurrences.set(base(unit), (occurrences.get(base(unit)) ?? 0) + count)
for (const [signs, count] of SIGNS) for (const sign of signs) see(sign.charCodeAt(0), count)
for (const [word, count] of words) for (const c of word) see(c.charCodeAt(0), count * WORD)
for (const to of forms.values()) see(to, 0)
const known = new Set(occurrences.keys())
for (const {lines, weight} of texts)
  for (const line of lines)
    for (let i = 0; i < line.length; i++) if (known.has(base(line.charCodeAt(i)))) see(line.charCodeAt(i), weight)
const ranked = [...occurrences].sort(([a, x], [b, y]) => y - x || a - b)
const numbers = new Map(ranked.map(([unit], i) => [unit, i + 1]))
const ids = Uint16Array.from({length: 65536}, (_, unit) => numbers.get(base(unit)) ?? 0)
const size = ranked.length
const BITS = 8192
if (size >= BITS) throw new Error(`Unexpected ${size} characters, expected fewer than ${BITS}`)

/** Numbers → counts; what follows a row is told by its first part. */
const pairs = new Map()
const triples = new Map()
const singles = new Float64Array(size + 1)
/** How often something else follows a character or a pair that ends a word. */
const ends = new Float64Array(size + 1)
const pairEnds = new Map()
const count = (map, key, by) => map.set(key, (map.get(key) ?? 0) + by)
const number = unit => ids[unit]
const END = number(10)
for (const [unit, n] of ranked) singles[numbers.get(unit)] += n
for (const [word, n] of words) {
  const run = Array.from(word, c => number(c.charCodeAt(0)))
  for (const [i, c] of run.entries()) {
    if (i > 0) count(pairs, run[i - 1] * BITS + c, n * WORD)
    if (i > 1) count(triples, (run[i - 2] * BITS + run[i - 1]) * BITS + c, n * WORD)
  }
  ends[run.at(-1)] += n * WORD
  if (run.length > 1) count(pairEnds, run.at(-2) * BITS + run.at(-1), n * WORD)
}
for (const [n, listed] of TOGETHER)
  for (const signs of listed) {
    const [a, b, c] = Array.from(signs, sign => number(sign.charCodeAt(0)))
    count(pairs, a * BITS + b, n)
    if (c) count(pairs, b * BITS + c, n)
    if (c) count(triples, (a * BITS + b) * BITS + c, n)
  }
for (const {lines, weight} of texts)
  for (const line of lines) {
    let [a, b] = [END, END]
    for (let i = 0; i <= line.length; i++) {
      const c = i < line.length ? number(line.charCodeAt(i)) : END
      if (c === END && b === END) continue
      if (b && c) count(pairs, b * BITS + c, weight)
      if (a && b && c) count(triples, (a * BITS + b) * BITS + c, weight)
      a = b
      b = c
    }
  }

// Each count is discounted, and what that takes off goes to what is known of fewer characters (absolute discounting).
const sum = singles.reduce((all, n) => all + n, 0)
const single = singles.map(n => (n + 0.1) / (sum + size / 10))
for (const stop of Array.from('，。、；：“《（\n', sign => number(sign.charCodeAt(0))))
  ends[stop] += BEHIND_SIGN * singles[stop]
const rows = (map, endsOf) => {
  const all = new Map()
  const left = new Map()
  for (const [row, n] of endsOf) {
    count(all, row, n)
    count(left, row, n)
  }
  for (const [key, n] of map) {
    const row = Math.floor(key / BITS)
    count(all, row, n)
    count(left, row, Math.min(n, DISCOUNT))
  }
  return {all, left}
}
const ofSingle = rows(pairs, [...ends].entries())
const ofPair = rows(triples, pairEnds)
const likelihood = (map, {all, left}, key, lower) => {
  const row = Math.floor(key / BITS)
  return (Math.max(0, (map.get(key) ?? 0) - DISCOUNT) + left.get(row) * lower) / all.get(row)
}
const pairLikelihood = key =>
  ofSingle.all.get(Math.floor(key / BITS)) > 0
    ? likelihood(pairs, ofSingle, key, single[key % BITS])
    : single[key % BITS]

/** What a pair or a triple makes the texts likelier than they are without it. */
const gain = (n, own, lower, {all, left}, row) =>
  n * Math.log(own / (lower * Math.min(1, left.get(row) / all.get(row) + 0.05)))
const keptTriples = new Map()
for (const [key, n] of triples) {
  const row = Math.floor(key / BITS)
  const lower = pairLikelihood(key % (BITS * BITS))
  const own = likelihood(triples, ofPair, key, lower)
  if (gain(n, own, lower, ofPair, row) > GAIN.triple) keptTriples.set(key, own)
}
const beginning = new Set(Array.from(keptTriples.keys(), key => Math.floor(key / BITS)))
const keptPairs = new Map()
for (const [key, n] of pairs) {
  const own = pairLikelihood(key)
  if (beginning.has(key) || gain(n, own, single[key % BITS], ofSingle, Math.floor(key / BITS)) > GAIN.pair)
    keptPairs.set(key, own)
}
/** By row: by what the likelihoods of characters that it does not name are multiplied, so that all of them make one. */
function rests(kept, lower) {
  const named = new Map()
  const known = new Map()
  for (const [key, own] of kept) {
    count(named, Math.floor(key / BITS), own)
    count(known, Math.floor(key / BITS), lower(key))
  }
  return new Map([...named].map(([row, own]) => [row, Math.max(1e-4, 1 - own) / Math.max(1e-4, 1 - known.get(row))]))
}
const rest = rests(keptPairs, key => single[key % BITS])
const backed = key => {
  const pair = key % (BITS * BITS)
  return keptPairs.get(pair) ?? (rest.get(Math.floor(pair / BITS)) ?? 1) * single[pair % BITS]
}
const pairRest = rests(keptTriples, backed)

const code = likely => Math.min(255, Math.max(0, Math.round(-Math.log(likely) / STEP)))
const restCode = factor => Math.min(255, Math.max(0, OFFSET - Math.round(Math.log(factor) / STEP)))

/** Rows of followers in order: how many each has, the gaps between their numbers, and their likelihoods. */
function packed(kept, rowList) {
  const followers = new Map()
  for (const key of [...kept.keys()].sort((a, b) => a - b)) {
    const row = Math.floor(key / BITS)
    if (!followers.has(row)) followers.set(row, [])
    followers.get(row).push(key % BITS)
  }
  const lengths = []
  const gaps = []
  const likely = []
  const order = []
  for (const row of rowList) {
    const list = followers.get(row) ?? []
    varint(lengths, list.length)
    let before = 0
    for (const c of list) {
      varint(gaps, c - before - 1)
      likely.push(code(kept.get(row * BITS + c)))
      order.push(row * BITS + c)
      before = c
    }
  }
  return {streams: [lengths, gaps, likely], order}
}
function varint(out, value) {
  let rest = value
  for (; rest > 127; rest >>= 7) out.push((rest & 127) | 128)
  out.push(rest)
}
const pairRows = packed(
  keptPairs,
  Array.from({length: size + 1}, (_, a) => a),
)
const tripleRows = packed(keptTriples, pairRows.order)
const sentenceEnds = new Set(Array.from('。；\n', sign => number(sign.charCodeAt(0))))
const streams = [
  [...new Uint8Array(ids.buffer)],
  [...single].map(code),
  // Behind the end of a sentence nothing is strange.
  Array.from({length: size + 1}, (_, a) => restCode(Math.max(rest.get(a) ?? 1, sentenceEnds.has(a) ? 0.47 : 0))),
  ...pairRows.streams,
  ...tripleRows.streams,
  pairRows.order.filter(pair => beginning.has(pair)).map(pair => restCode(pairRest.get(pair))),
]
const bytes = Buffer.concat(streams.map(stream => Buffer.from(stream)))
const table = brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
}).toString('base64')

fs.writeFileSync(
  path.join(root, 'src/repair/data/language.generated.ts'),
  `/**
 * How likely characters are after each other, for judging which of several readings is Chinese. Written by
 * scripts/generate-language.js; do not edit.
 *
 * Sources, of which these likelihoods alone are taken: the dictionary of cppjieba in nodejieba ${version} (MIT);
${SOURCES.map(({repository, commit, what}) => ` * ${what},\n *   as github.com/${repository} has them (${commit.slice(0, 12)})`).join(';\n')}.
 */

/** Of the streams, in their order: see lattice/unpacked.ts. */
export const SIZES = {
  characters: ${size},
  pairs: ${keptPairs.size},
  triples: ${keptTriples.size},
  streams: [${streams.map(stream => stream.length).join(', ')}],
  step: ${STEP},
  offset: ${OFFSET},
}

/** In brotli, in base64. */
export const TABLE =
  '${table}'
`,
)
console.log(
  `${texts.length} texts, ${sum.toFixed(0)} characters, ${pairs.size} pairs, ${triples.size} triples; kept ${keptPairs.size} and ${keptTriples.size}: ${table.length} bytes`,
)
