/** Pieces → which of them are a table of contents: a run of headings that all come again. */
import {KINDS} from '../data/kinds.ts'
import type {Piece, TextPiece} from './pieces.ts'

const LONGEST_ENTRY = 80
const FEWEST = 3
/** No table of contents is longer; what a page repeats further on is something else. */
const MOST_ENTRIES = 600

export interface Contents {
  /** The indices of the pieces that list contents. The line 目录 itself is not among them: it is a heading. */
  readonly listed: ReadonlySet<number>
  /** The names of entries that stand over the text without their numbers, and whether others of them stand under each. */
  readonly named: ReadonlyMap<number, 'outer' | 'inner'>
}

/** The tables of contents of a text, and what of the text is a heading by them alone. */
export function contents(text: string, cut: readonly Piece[]): Contents {
  const out = new Set<number>()
  const names = new Map<number, 'outer' | 'inner'>()
  const key = keysOf(text, cut)
  for (let i = 0; i < cut.length; i++) {
    const start = startsAs(text, cut[i]!, '目') && key(i) === '目录' ? i + 1 : runOfGroups(cut, i) ? i : -1
    if (start < 0) {
      const list = unnamed(text, cut, key, i)
      if (!list) continue
      for (let j = list.from; j < list.to; j++) out.add(j)
      i = list.end - 1
      continue
    }
    if (start >= cut.length) continue
    const next = again(key, start, cut.length)
    const numbered = next > start || start === i ? next : restart(text, cut, start)
    const end = numbered > start ? numbered : named(text, cut, key, start, names)
    if (end - start < (start > i ? 2 : FEWEST)) continue
    for (let j = start; j < end; j++) out.add(j)
    i = end
  }
  return {listed: out, named: names}
}

/** Whether a piece may be an entry: short, and no sentence. */
const isEntryOf = (text: string, piece: Piece | undefined): boolean =>
  piece?.kind === 'text' && piece.end - piece.start <= SHORT && !'。；，：'.includes(text[piece.end - 1]!)

/**
 * Where the numbers begin anew after numbered entries under 目录 that come not again as they stand (2.2 …, 8.10 … and
 * then 1.总则 with its text); the start itself where they do not.
 */
function restart(text: string, cut: readonly Piece[], start: number): number {
  let outermost = Infinity
  for (let j = start; j < cut.length && j - start < MOST_ENTRIES && isEntryOf(text, cut[j]); j++) {
    const reading = (cut[j] as TextPiece).readings[0]
    if (!reading) return start
    const anew = j - start >= FEWEST_UNNAMED && reading.kind <= outermost && reading.number === 1
    if (anew && reading.sub.length === 0) return isEntryOf(text, cut[j + 1]) && isEntryOf(text, cut[j + 2]) ? start : j
    outermost = Math.min(outermost, reading.kind)
  }
  return start
}

/** So many of the names come again, in order. */
const FEWEST_NAMES = 2
/**
 * Where the names of the entries begin again without their numbers (第一章 总则, and 总则 over 第一条), or with numbers
 * that the list has not; the start itself where they do not.
 */
function named(
  text: string,
  cut: readonly Piece[],
  key: (i: number) => string,
  start: number,
  names: Map<number, 'outer' | 'inner'>,
): number {
  const nameOf = (i: number): string => {
    const piece = cut[i]
    if (!isEntryOf(text, piece)) return ''
    const {readings, start: from} = piece as TextPiece
    const reading = readings[0]
    if (!reading || reading.reject < CLEAR) return key(i)
    return key(i).slice(text.slice(from, from + reading.length).replace(/\s/g, '').length)
  }
  const isNumbered = (i: number): boolean => nameOf(i) !== key(i)
  const first = nameOf(start)
  if (first.length < 2) return start
  let end = start + 1
  while (end - start < MOST_ENTRIES && isEntryOf(text, cut[end]) && nameOf(end) !== first) end++
  if (nameOf(end) !== first || isNumbered(end) === isNumbered(start)) return start
  const kindOf = (i: number): number => (cut[i] as TextPiece).readings[0]?.kind ?? -1
  const isOuter = (i: number): boolean => kindOf(i) === kindOf(start)
  const found = new Map<number, number>()
  // 资金账户 in a list is no heading where 第四节 资金账户 is one; nor is the name under a bare 第五节.
  const numbered = new Set(range(end, cut.length).map(j => (isNumbered(j) ? nameOf(j) : '')))
  const isBare = (j: number): boolean => isEntryOf(text, cut[j]) && isNumbered(j) && nameOf(j) === ''
  /** The entry whose part the text is in, and where the entries under it are looked for. */
  let part = start - 1
  let within = start
  for (let j = end; j < cut.length; j++) {
    if (!isEntryOf(text, cut[j]) || isNumbered(j) !== isNumbered(end)) continue
    const name = nameOf(j)
    let lost = 0
    for (let k = part + 1; k < end && lost < FEW_LOST; k++) {
      if (!isOuter(k)) {
        if (lost > 0 || k < within || nameOf(k) !== name || numbered.has(name) || isBare(j - 1)) continue
        found.set(j, k)
        within = k + 1
        break
      }
      lost++
      if (nameOf(k) !== name) continue
      found.set(j, k)
      part = k
      within = k + 1
      break
    }
  }
  // Sections may bear their numbers where the chapters over them do not.
  const outer = range(start, end).filter(isOuter).length
  const again = [...found.values()].filter(isOuter).length
  if (again < FEWEST_NAMES || again < SURE * outer) return start
  if (!isNumbered(end)) for (const [j, k] of found) names.set(j, isOuter(k) ? 'outer' : 'inner')
  return end
}
const range = (from: number, to: number): number[] => Array.from({length: to - from}, (_, i) => from + i)

/** What is dear to call text is the number of an entry. */
const CLEAR = 1.6
/** Entries in a row that the text may lack. */
const FEW_LOST = 3

/** A list of numbered headings without 目录 over it has so many entries at least; what follows it first are mostly those. */
const FEWEST_UNNAMED = 4
const FIRST_ENTRIES = 6
const SURE = 0.7
const SHORT = 40
const FAR = 200

/**
 * A run of short lines, from its first number on, that comes again right after it: `from` and `to` what it lists, `end`
 * where the run of short lines ends. The entry over the first number may have lost its own: 总则 over 1.1, and `1 总则`.
 */
function unnamed(
  text: string,
  cut: readonly Piece[],
  key: (i: number) => string,
  i: number,
): {from: number; to: number; end: number} | undefined {
  const isEntry = (j: number): boolean => isEntryOf(text, cut[j])
  const isNumbered = (j: number): boolean => isEntry(j) && (cut[j] as TextPiece).readings.length > 0
  if (!isNumbered(i) || (i > 0 && isNumbered(i - 1))) return undefined
  let end = i + 1
  while (end - i < MOST_ENTRIES && isEntry(end)) end++
  const nothing = {from: i, to: i, end}
  const comesAgain = (): boolean => {
    const listed = new Set<string>()
    const kinds = new Set<number | undefined>()
    for (let j = i; j < to; j++) {
      listed.add(key(j))
      kinds.add((cut[j] as TextPiece).readings[0]?.kind)
    }
    let known = 0
    let all = 0
    let running = false
    for (let j = to; j < cut.length && j < to + FAR && all < FIRST_ENTRIES; j++) {
      if (!isEntry(j)) running = true
      // （1） under 1.1 may stand in the text alone.
      if (!isNumbered(j) || !kinds.has((cut[j] as TextPiece).readings[0]!.kind)) continue
      all++
      // The outer numbers may be lost in the list: 总则, and `1 总则` in the text.
      if (listed.has(key(j)) || listed.has(key(j).replace(/^\d{1,2}/, ''))) known++
    }
    return running && known >= 2 && known >= all * SURE
  }
  if (end - i <= FEWEST_UNNAMED) return nothing
  let to = i + FEWEST_UNNAMED
  while (to < end && key(to) !== key(i)) to++
  if (to === end) return nothing
  if (!comesAgain()) return nothing
  const over = i > 0 && isEntry(i - 1) && key(to - 1).endsWith(key(i - 1))
  return over ? {from: i - 1, to: to - 1, end: to} : {from: i, to, end: to}
}

const startsAs = (text: string, piece: Piece, first: string): boolean =>
  piece.kind === 'text' && text.startsWith(first, piece.start)

/** The key of each piece, made when it is first asked for: most pages have no table of contents. */
function keysOf(text: string, cut: readonly Piece[]): (i: number) => string {
  const keys: string[] = []
  return i => (keys[i] ??= keyOf(text, cut[i]!))
}

/** What two mentions of a heading share: no spaces, no dots and page number behind. Empty for what is no heading. */
const keyOf = (text: string, piece: Piece): string =>
  piece.kind !== 'text' || piece.end - piece.start > LONGEST_ENTRY || '。；'.includes(text[piece.end - 1]!)
    ? ''
    : text
        .slice(piece.start, piece.end)
        .replace(/[\s.．…·—–-]{1,80}\d{1,4}[\s.．…·—–-]{0,8}$|[\s.．…·—–-]{2,80}$/, '')
        .replace(/\s/g, '')
        // `1 总则` in the list, 1.总则 in the text.
        .replace(/^(\d{1,2})[.．、](?!\d)/, '$1')

/** Where the first entry stands again, all between being short; the start itself when it does not. */
function again(key: (i: number) => string, start: number, pieces: number): number {
  const first = key(start)
  const end = first === '' ? start : Math.min(pieces, start + MOST_ENTRIES)
  for (let j = start + 1; j < end && key(j) !== ''; j++) if (key(j) === first) return j
  return start
}

/** Three chapter or section headings in a row. */
function runOfGroups(cut: readonly Piece[], i: number): boolean {
  if (i > 0 && isGroup(cut[i - 1])) return false
  return isGroup(cut[i]) && isGroup(cut[i + 1]) && isGroup(cut[i + 2])
}

function isGroup(piece: Piece | undefined): boolean {
  if (piece?.kind !== 'text') return false
  const kind = KINDS[piece.readings[0]?.kind ?? -1]
  return kind?.group === true
}
