/** A stretch of Latin letters → the bytes that each of them may stand for, the likeliest first. */
import {HIGH, WINDOWS_BYTES} from '../data/windows.ts'

/** The bytes that may have stood in one place: as they are first, then those that became what is there on the way. */
export type Place = readonly (readonly number[])[]

/** What two bytes of UTF-8 are; three or four of them are anything, but between Latin letters. */
const LONG = '\\u0100-\\u07ff'
const LATIN = `${HIGH}${LONG}`
export const STRETCH = new RegExp(
  `(?:[${LATIN}]|(?<![\\u0800-\\uffee])[\\u0800-\\uffee]{1,2}(?=[${LATIN}]))` +
    `(?:[${LATIN}\\x20-\\x7e]|(?<=[${LATIN}])[\\u0800-\\uffee]{1,2}(?![\\u0800-\\uffee])){0,20000}`,
  'g',
)

/** A letter that was composed with the mark behind it: ą̃ is ã and the ogonek that is half of 台. */
const COMPOSED = /[\u0100-\u024f\u1e00-\u1eff][\u0300-\u036f]{0,2}/g
const BELOW = /[\u0316-\u0333]/g

const apart = (text: string): string =>
  text.replace(COMPOSED, composed => {
    const letters = composed.normalize('NFD')
    const below = letters.match(BELOW)?.join('') ?? ''
    const letter = letters.replace(BELOW, '').normalize('NFC')
    return below !== '' && letter.length === 1 && letter >= '\u00c0' && letter < '\u0100' ? letter + below : composed
  })

/** Letters, marks in their order, and what they were before they were tidied: letters of two letters, quotes, the Greek question mark. */
const UNITS = /IJ|ij|DZ|Dz|dz|[\u0300-\u07ff]{2}|\p{Any}/gu
const TIDIED: ReadonlyMap<string, Place> = new Map(
  Object.entries({
    IJ: [[0xc4, 0xb2]],
    ij: [[0xc4, 0xb3]],
    DZ: [[0xc7, 0xb1]],
    Dz: [[0xc7, 0xb2]],
    dz: [[0xc7, 0xb3]],
    "'": [[0xca, 0xbc], [0x91], [0x92], [0x82]],
    '"': [[0x93], [0x94], [0x84]],
    ';': [[0xcd, 0xbe]],
    '\u02b9': [[0xcd, 0xb4]],
    // Before a space C2 was taken for a part of it, and C3 and the space for à.
    ' ': [[0xc2, 0x20]],
    '\u00a0': [[0xc2, 0x20]],
    à: [[0xc3, 0x20]],
  }),
)

/** The places of a stretch, in their order. */
export function placesOf(stretch: string): Place[] {
  const places: Place[] = []
  for (const [unit] of apart(stretch).matchAll(UNITS)) {
    if (unit.length === 2 && unit > '\u02ff' && !isSwapped(unit)) places.push(...[...unit].map(placeOf))
    else places.push(placeOf(unit))
  }
  return places
}

/** Two marks that stand in the order that the Unicode Standard gives them, whatever their own was. */
const isSwapped = (marks: string): boolean => marks[0] !== marks[1] && swapped(marks).normalize('NFC') === marks
const swapped = ([one = '', other = '']: string): string => other + one

function placeOf(unit: string): Place {
  const tidied = TIDIED.get(unit) ?? []
  if (unit.length === 2 && unit > '\u02ff' && unit < '\ud800') return [[...utf8(unit)], [...utf8(swapped(unit))]]
  const code = unit.codePointAt(0)!
  if (unit < '\u0080') return [[...unit].map(c => c.charCodeAt(0)), ...tidied]
  const windows = WINDOWS_BYTES.get(code)
  if (windows !== undefined && code >= 0x100) return [[windows], utf8(unit)]
  if (code < 0x100) return [[code], ...folded(code), ...tidied]
  const bytes = utf8(unit)
  // UTF-8 that came out of UTF-8.
  const again = bytes.flatMap((byte, i) => folded(byte).map(pair => bytes.toSpliced(i, 1, ...pair)))
  return [bytes, ...again, ...tidied]
}

/** What two bytes may have been decoded into a letter of one: C2 A3 into A3, C3 A3 into E3. */
const folded = (byte: number): number[][] => (byte >= 0xc0 ? [[0xc3, byte - 0x40]] : byte >= 0x80 ? [[0xc2, byte]] : [])

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]
