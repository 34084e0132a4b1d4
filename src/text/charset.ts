/** Lists of characters → whether a code unit is one of them: the look that tells whether a pattern is worth trying. */
import {Buffer} from 'node:buffer'

export type Charset = (unit: number) => boolean

/** The code units of a text, side by side: to look at all of them takes a third of what asking the text for each takes. */
export function unitsOf(text: string): Uint16Array {
  const {buffer, byteOffset} = Buffer.from(text, 'utf16le')
  return new Uint16Array(buffer, byteOffset, text.length)
}

/** One bit for each code unit; NaN, which `charCodeAt` gives beyond the end of a text, is none of them. */
export function charset(...lists: readonly string[]): Charset {
  const chars = lists.join('')
  const bits = new Uint32Array(0x10000 >> 5)
  for (let i = 0; i < chars.length; i++) {
    const unit = chars.charCodeAt(i)
    bits[unit >> 5] = bits[unit >> 5]! | (1 << (unit & 31))
  }
  return unit => ((bits[unit >> 5]! >> (unit & 31)) & 1) === 1
}

/**
 * A table by code unit: for each character the sum of the kinds (bits) that list it. Built in a function: a loop on the ground
 * floor of a script makes V8 compile all of that floor, which is every table and pattern of the bundle.
 */
export function kindTable<Table extends Uint8Array | Uint16Array>(
  table: Table,
  lists: readonly (readonly [kind: number, characters: string])[],
): Table {
  for (const [kind, characters] of lists)
    for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)]! |= kind
  return table
}

/** Which of several lists of characters a stretch of a text may hold, a bit each. It may tell too many, never too few. */
export interface Census<Name extends string> {
  readonly bits: Readonly<Record<Name, number>>
  readonly held: (text: string, from: number, to: number) => number
}

/** One look at each character where many patterns would each look at all of them. */
export function census<Name extends string>(lists: Readonly<Record<Name, string>>): Census<Name> {
  const kinds = new Uint32Array(CENSUS)
  const bits = {} as Record<Name, number>
  for (const [n, name] of (Object.keys(lists) as Name[]).entries()) {
    bits[name] = 1 << n
    for (let i = 0; i < lists[name].length; i++) kinds[lists[name].charCodeAt(i) & (CENSUS - 1)]! |= 1 << n
  }
  return {
    bits,
    held(text, from, to) {
      let all = 0
      const end = Math.min(to, text.length)
      for (let at = Math.max(0, from); at < end; at++) all |= kinds[text.charCodeAt(at) & (CENSUS - 1)]!
      return all
    },
  }
}
const CENSUS = 4096

/** What `\s` matches. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/** Whether one of the characters stands between two places of a text. */
export const holdsAny = (chars: Charset, text: string, from = 0, to = text.length): boolean =>
  firstOf(chars, text, from, to) >= 0

/** The first place between two where one of the characters stands; -1 where none does. */
export function firstOf(chars: Charset, text: string, from: number, to: number): number {
  const end = Math.min(to, text.length)
  for (let at = Math.max(0, from); at < end; at++) if (chars(text.charCodeAt(at))) return at
  return -1
}

/** The last place between two where one of the characters stands; -1 where none does. */
export function lastOf(chars: Charset, text: string, from: number, to: number): number {
  const start = Math.max(0, from)
  for (let at = Math.min(to, text.length) - 1; at >= start; at--) if (chars(text.charCodeAt(at))) return at
  return -1
}
