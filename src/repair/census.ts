/** A text → which rules have anything to look at in it: the one scan that a page without damage pays for. */
import {unitsOf} from '../text/charset.ts'
import {each, type TextMap} from '../text/map.ts'
import {kinds as scripts} from './data/script.ts'

/** What a text must hold for a rule to find anything; a rule that names nothing looks at every text. */
export interface Traced {
  /** Characters anywhere, as in a character class: `a-z\ue000-\uf8ff；`. A hyphen of its own stands first. */
  readonly traces?: string
  /** Characters that a line begins with, its indent left out. */
  readonly lineTraces?: string
}

/** What is in a text, told by one look at each character. */
export interface Census {
  readonly text: string
  /** Characters that only traditional text has, and only simplified text. */
  readonly traditional: number
  readonly simplified: number
  readonly concerns: (rule: Traced) => boolean
  /** The census after changes, without another look at the rest of the text: of rules it may tell too much, never too little. */
  readonly changed: (text: string, map: TextMap) => Census
}

/** The lowest two bits are the scripts', as in data/script.ts; each rule with traces has one above these. */
const RULES_FROM = 8
const MOST_RULES = 24

interface Tables {
  readonly bits: ReadonlyMap<Traced, number>
  /** By UTF-16 unit, bits: what it tells anywhere, and at the start of a line. */
  readonly anywhere: Int32Array
  readonly opening: Int32Array
}

const known = new WeakMap<readonly Traced[], Tables>()

/** A census for a list of rules; asked again for the same text it counts nothing. */
export function censusFor(rules: readonly Traced[]): (text: string) => Census {
  const tables = known.get(rules) ?? tablesFor(rules)
  known.set(rules, tables)
  let last: Census | undefined
  return text => {
    if (last?.text !== text) last = take(text, tables)
    return last
  }
}

function tablesFor(rules: readonly Traced[]): Tables {
  const bits = new Map<Traced, number>()
  const anywhere = new Int32Array(scripts)
  const opening = new Int32Array(scripts.length)
  for (const rule of rules) {
    if (rule.traces === undefined && rule.lineTraces === undefined) continue
    if (bits.size === MOST_RULES) throw new RangeError('more rules with traces than a census has bits')
    const bit = 1 << (RULES_FROM + bits.size)
    bits.set(rule, bit)
    mark(anywhere, rule.traces ?? '', bit)
    mark(opening, rule.lineTraces ?? '', bit)
  }
  return {bits, anywhere, opening}
}

function mark(table: Int32Array, characters: string, bit: number): void {
  for (let i = 0; i < characters.length; i++) {
    const from = characters.charCodeAt(i)
    if (characters[i + 1] === '-') i += 2
    for (let unit = from; unit <= characters.charCodeAt(i); unit++) table[unit]! |= bit
  }
}

function take(text: string, tables: Tables): Census {
  const {anywhere, opening} = tables
  let [all, traditional, simplified] = [0, 0, 0]
  const units = unitsOf(text)
  const {length} = text
  for (let i = 0; i < length; i++) {
    const kind = anywhere[units[i]!]!
    if (kind === 0) continue
    all |= kind
    traditional += kind & 1
    simplified += (kind >> 1) & 1
  }
  for (let start = 0; start < text.length; ) {
    while (isIndent(text.charCodeAt(start))) start++
    all |= opening[text.charCodeAt(start)] ?? 0
    const feed = text.indexOf('\n', start)
    start = feed === -1 ? text.length : feed + 1
  }
  return censusOf({text, traditional, simplified}, all, tables)
}

type Count = Pick<Census, 'text' | 'traditional' | 'simplified'>

function censusOf(count: Count, all: number, tables: Tables): Census {
  return {
    ...count,
    concerns(rule) {
      const bit = tables.bits.get(rule)
      return bit === undefined || (all & bit) !== 0
    },
    changed: (text, map) =>
      map.length * FEW > text.length ? take(text, tables) : changed(count, all, text, map, tables),
  }
}

/** Changes are few where a look at each costs less than one at each character. */
const FEW = 2

/** Changes may have brought their characters, and what may begin a line now, for what stood before it is gone. */
function changed(before: Count, known: number, text: string, map: TextMap, tables: Tables): Census {
  const {anywhere, opening} = tables
  let {traditional, simplified} = before
  let all = known
  each(map, (oldStart, oldEnd, start, end) => {
    for (let at = oldStart; at < oldEnd; at++) {
      const kind = anywhere[before.text.charCodeAt(at)]!
      traditional -= kind & 1
      simplified -= (kind >> 1) & 1
    }
    for (let at = start; at < end; at++) {
      const kind = anywhere[text.charCodeAt(at)]!
      all |= kind | opening[text.charCodeAt(at)]!
      traditional += kind & 1
      simplified += (kind >> 1) & 1
    }
    let at = end
    while (isIndent(text.charCodeAt(at))) at++
    all |= opening[text.charCodeAt(at)] ?? 0
  })
  return censusOf({text, traditional, simplified}, all, tables)
}

const isIndent = (unit: number): boolean => unit === 0x20 || unit === 0x3000 || unit === 9 || unit === 0xa0
