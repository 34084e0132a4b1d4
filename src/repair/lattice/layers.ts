/**
 * `閸忓厖绨崡鏉垮絺` → 鍏充簬鍗板彂 → 关于印发: UTF-8 that was read as GBK, saved as UTF-8 and read as GBK again, two times or more, or
 * as Latin letters in between. All readings are undone at once, byte by byte, since what one of them lost the next may tell.
 */
import {WINDOWS_BYTES} from '../data/windows.ts'
import {type Peeled, peeled} from './peeled.ts'
import {isBracket} from './signs.ts'
import {type Context, lineEnd} from './step.ts'
import {EURO, isPlain, LOST, LOST_MARKS} from './utf8-slots.ts'

/** What the bytes of each reading are, the outermost first, and what its characters were made bytes with. */
type Layer = 'utf-8 of gbk' | 'utf-8 of latin' | 'utf-8' | 'gbk'
export type Layers = readonly Layer[]

/** How pages were misread, the shortest way first. */
export const LAYERS: readonly Layers[] = [
  ['utf-8 of gbk', 'utf-8'],
  ['utf-8 of gbk', 'utf-8 of gbk', 'utf-8'],
  ['utf-8 of gbk', 'utf-8 of gbk', 'utf-8 of gbk', 'utf-8'],
  ['utf-8 of latin', 'utf-8'],
  ['utf-8 of latin', 'gbk'],
]

/** A byte that is not known. */
const GONE = -1
/** So many ways are followed, and what it costs to give a character up, or to put back a byte that nothing stands for. */
const MOST_WAYS = 24
const COST = {lost: -10, unmarked: -4, second: -3, unopened: -8}
/** Brackets that the dictionary has not met stand where round ones do. */
const ROUND_CLOSED = 0xff09
const PAIRS = '（）《》〔〕【】“”()'
const MOST_OPEN = 4

/** The bytes of each layer that are no character yet. */
type Pending = readonly (readonly number[])[]

export interface Way {
  readonly before: Way | null
  readonly unit: number
  readonly isKnown: boolean
  readonly last2: number
  readonly last: number
  readonly pending: Pending
  /** The signs that close what is open. */
  readonly open: string
  readonly score: number
}

/** Undoes some readings of a line; undefined where its characters cannot have come from them. */
export function peel(line: string, layers: Layers, context: Context): Peeled | undefined {
  if (layers[0] === 'utf-8 of gbk' && !isMostlyUtf8(line, context)) return undefined
  const end = lineEnd(context)
  const none = layers.map(() => [])
  let ways: Way[] = [{before: null, unit: 0, isKnown: true, last2: end, last: end, pending: none, open: '', score: 0}]
  for (let at = 0; at < line.length; at++) {
    const readings = outerBytes(line, at, context)
    if (!readings) return undefined
    ways = thinned(readings.flatMap(bytes => ways.flatMap(way => given(way, 0, bytes, layers, context, true))))
    if (ways.length === 0) return undefined
  }
  for (let k = 0; k < layers.length; k++) ways = thinned(ways.flatMap(way => closed(way, k, layers, context)))
  if (ways.length === 0) return undefined
  return peeled(ways, context)
}

/** So much of a line, in bytes of GBK, is whole characters of UTF-8 where it was made so; of shifted bytes it is a fifth. */
const UTF8_SHARE = 0.5

function isMostlyUtf8(line: string, {gbk}: Context): boolean {
  const bytes: number[] = []
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at)
    const pair = unit < 0x80 ? 0 : gbk.pairOf[unit]!
    if (pair) bytes.push(pair >> 8, pair & 255)
  }
  let whole = 0
  for (let i = 0; i + 2 < bytes.length; i++) {
    if (bytes[i]! < 0xe0 || bytes[i]! > 0xef || !isTrail(bytes[i + 1]!) || !isTrail(bytes[i + 2]!)) continue
    whole += 3
    i += 2
  }
  return whole >= UTF8_SHARE * bytes.length
}
const isTrail = (byte: number): boolean => byte >= 0x80 && byte < 0xc0

function outerBytes(line: string, at: number, {gbk}: Context): number[][] | undefined {
  const unit = line.charCodeAt(at)
  const pair = gbk.pairOf[unit]!
  if (unit < 0x80 && unit !== 0x3f) return [[unit]]
  if (LOST_MARKS.includes(line[at]!)) return unit === LOST ? [[GONE]] : [[GONE], [0x3f]]
  if (unit === EURO) return [[0x80], [pair >> 8, pair & 255]]
  return pair ? [[pair >> 8, pair & 255]] : undefined
}

/** Of the ways that go on alike the best, and of these the best few. */
function thinned(ways: readonly Way[]): Way[] {
  if (ways.length < 2) return [...ways]
  const best = new Map<string, Way>()
  for (const way of ways) {
    const key = `${way.pending.join('|')} ${way.last2} ${way.last} ${way.open}`
    const other = best.get(key)
    if (!other || other.score < way.score) best.set(key, way)
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, MOST_WAYS)
}

/** What stands for a byte may stand for two. */
function given(
  way: Way,
  k: number,
  bytes: readonly number[],
  layers: Layers,
  context: Context,
  isFree: boolean,
): Way[] {
  const once = feedAll(way, k, bytes, layers, context, isFree)
  if (bytes[0] !== GONE) return once
  const second = {...way, score: way.score + COST.second}
  return [...once, ...feedAll(second, k, [GONE, GONE], layers, context, isFree)]
}

/** @param isFree whether a character may be given up; of many candidates only those that fit are followed */
function feedAll(
  way: Way,
  k: number,
  bytes: readonly number[],
  layers: Layers,
  context: Context,
  isFree: boolean,
): Way[] {
  let ways = [way]
  for (const byte of bytes) ways = thinned(ways.flatMap(one => feed(one, k, byte, layers, context, isFree)))
  return ways
}

function feed(way: Way, k: number, byte: number, layers: Layers, context: Context, isFree: boolean): Way[] {
  const held = way.pending[k]!
  const emit = (units: readonly number[], rest: readonly number[], isKnown: boolean, cost = 0): Way[] =>
    emitted(
      {...way, pending: way.pending.with(k, rest), score: way.score + cost},
      k,
      units,
      isKnown,
      layers,
      context,
      isFree,
    )
  const hold = (bytes: readonly number[]): Way[] => [{...way, pending: way.pending.with(k, bytes)}]
  if (layers[k] === 'gbk') {
    if (held.length === 0)
      return byte === GONE ? emit([LOST], [], true, COST.lost) : byte < 0x80 ? emit([byte], [], true) : hold([byte])
    const unit = byte < 0 ? 0 : context.gbk.charOf[held[0]! * 256 + byte]!
    if (unit > 0) return emit([unit], [], true)
    if (byte === GONE) return emit(context.startingWith(held[0]!).units, [], false)
    return isFree ? broken(way, k, byte, layers, context) : []
  }
  if (held.length === 0) {
    if (byte === GONE) return [...hold([GONE]), ...emit([LOST], [], true, COST.lost)]
    if (byte < 0x80) return emit([byte], [], true)
    if (byte >= 0xc2 && byte < 0xf0) return hold([byte])
    return isFree ? emit([LOST], [], true, COST.lost) : []
  }
  if (byte !== GONE && byte >> 6 !== 2) return isFree ? broken(way, k, byte, layers, context) : []
  const all = [...held, byte]
  if (all.length < lengthOf(held[0]!)) {
    // One mark may stand for both bytes.
    return byte === GONE ? [...hold(all), ...emit([LOST], [], true, COST.lost)] : hold(all)
  }
  return emit(codesOf(all), [], !all.includes(GONE))
}

/** A byte that is not known may begin a character of three. */
const lengthOf = (lead: number): number => (lead === GONE || lead >= 0xe0 ? 3 : 2)

/** Characters by the bytes that are known; none where two are not. */
function codesOf(bytes: readonly number[]): number[] {
  if (bytes.filter(b => b === GONE).length > 1) return [LOST]
  let codes = bytes[0] === GONE ? LEADS : [bytes.length === 2 ? bytes[0]! & 31 : bytes[0]! & 15]
  for (const byte of bytes.slice(1))
    codes = codes.flatMap(code => (byte === GONE ? TRAILS : [byte & 63]).map(trail => code * 64 + trail))
  return codes
}
/** Of signs, Chinese characters and full-width forms. */
const LEADS = [2, 3, 4, 5, 6, 7, 8, 9, 15]
const TRAILS = Array.from({length: 64}, (_, i) => i)

/** A character ends before its last byte: that is gone without a mark. */
function broken(way: Way, k: number, byte: number, layers: Layers, context: Context): Way[] {
  return closed(way, k, layers, context).flatMap(one => feed(one, k, byte, layers, context, true))
}

function closed(way: Way, k: number, layers: Layers, context: Context): Way[] {
  const held = way.pending[k]!
  if (held.length === 0) return [way]
  const next = {...way, pending: way.pending.with(k, []), score: way.score + COST.unmarked}
  const missing = layers[k] === 'gbk' ? 1 : lengthOf(held[0]!) - held.length
  const units =
    layers[k] === 'gbk' ? context.startingWith(held[0]!).units : missing > 1 ? [LOST] : codesOf([...held, GONE])
  const ways = emitted(next, k, units, false, layers, context, false)
  const lost = emitted({...next, score: next.score + COST.lost}, k, [LOST], true, layers, context, true)
  return [...ways, ...lost]
}

/** A character of one layer is bytes of the next, or one of the text. */
function emitted(
  way: Way,
  k: number,
  units: readonly number[],
  isKnown: boolean,
  layers: Layers,
  context: Context,
  isFree: boolean,
): Way[] {
  const {language, form, gbk} = context
  const isSure = isKnown && units.length === 1
  if (k === layers.length - 1)
    return units.flatMap(unit => {
      if (!isSure && !(isPlain(unit) && (language.knows(unit) || isBracket(unit)))) return []
      const id = language.id(unit) || (isBracket(unit) ? language.id(ROUND_CLOSED) : 0)
      const {open, cost} = opened(way.open, unit)
      const score = way.score + language.log(way.last2, way.last, id) + (isSure ? 0 : form(unit)) + cost
      return [{...way, before: way, unit, open, isKnown: isSure && unit !== LOST, last2: way.last, last: id, score}]
    })
  return units.flatMap(unit => {
    const bytes = unit === LOST ? [GONE] : innerBytes(unit, layers[k]!, gbk.pairOf)
    if (!bytes) return isSure && isFree ? feed(way, k + 1, GONE, layers, context, true) : []
    const own = feedAll(way, k + 1, bytes, layers, context, isSure && isFree)
    return unit === 0x3f && way.pending[k + 1]!.length > 0
      ? [...own, ...feed(way, k + 1, GONE, layers, context, true)]
      : own
  })
}

/** What is open behind a sign, and what it costs that a sign closes what nothing has opened. */
function opened(open: string, unit: number): {open: string; cost: number} {
  const at = unit < 0x80 && unit !== 0x28 && unit !== 0x29 ? -1 : PAIRS.indexOf(String.fromCharCode(unit))
  if (at < 0) return {open, cost: 0}
  if (at % 2 === 0) return {open: (open + PAIRS[at + 1]).slice(-MOST_OPEN), cost: 0}
  return open.at(-1) === PAIRS[at] ? {open: open.slice(0, -1), cost: 0} : {open, cost: COST.unopened}
}

function innerBytes(unit: number, layer: Layer, pairOf: Uint16Array): number[] | undefined {
  if (unit < 0x80) return [unit]
  if (layer === 'utf-8 of latin') {
    const byte = WINDOWS_BYTES.get(unit) ?? (unit < 0x100 ? unit : undefined)
    return byte === undefined ? undefined : [byte]
  }
  if (unit === EURO) return [0x80]
  return pairOf[unit] ? [pairOf[unit]! >> 8, pairOf[unit]! & 255] : undefined
}
