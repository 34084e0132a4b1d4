/** Mandarin syllables as they are written in pinyin, and the characters that they can be the reading of. */
import {type Charset, charset} from '../../text/charset.ts'
import {READINGS} from './readings.generated.ts'

interface Reading {
  /** Characters of GB 2312 level 1 and their traditional forms. */
  readonly common: string
  readonly rare: string
}

let table: ReadonlyMap<string, Reading> | undefined

/** Built on the first bracket with Latin letters that a text has; most have none. */
function readings(): ReadonlyMap<string, Reading> {
  table ??= new Map(
    READINGS.split(' ').map(entry => {
      const base = /^[a-z]+/.exec(entry)![0]
      const [common = '', rare = ''] = entry.slice(base.length).split('.')
      return [base, {common, rare}]
    }),
  )
  return table
}

const TONES = /[\u0300\u0301\u0304\u030c1-5]/g

export interface Syllable {
  /** Without its tone, ü as v. */
  readonly base: string
  readonly toned: boolean
}

/** A written syllable (`xué`, `lǜ`, `de`) read; undefined when Mandarin has no such syllable. */
export function syllableOf(written: string): Syllable | undefined {
  const {base, tones} = lettersOf(written)
  if (tones > 1) return undefined
  const syllable = base.replace(/^([ln])ue$/, '$1ve')
  return readings().has(syllable) ? {base: syllable, toned: tones === 1} : undefined
}

/** The plain small letters of what is written, ü as v, and how many tones it tells: marks, or the figures of `jiao4`. */
function lettersOf(written: string): {base: string; tones: number} {
  const letters = written.normalize('NFD').toLowerCase().replace(/ɑ/g, 'a').replace(/ɡ/g, 'g')
  const base = letters.replace(TONES, '').replace(/u[\u0308:]/g, 'v')
  return {base: base.replace(/[^a-z]/g, ''), tones: letters.match(TONES)?.length ?? 0}
}

/** A reading is not longer (zhuang), and a word of so many characters is the longest that is glossed as one. */
const LONGEST_READING = 6
const LONGEST_WORD = 8

/** How many characters at the end of a text are read, one after the other, as is written (教育 `jiàoyù`); 0 where they are not. */
export function readsTogether(text: string, written: string): {length: number; toned: boolean} {
  const {base, tones} = lettersOf(written)
  let rests = new Set([base.length])
  for (let length = 1; length <= LONGEST_WORD && rests.size > 0; length++) {
    const before = [...rests].flatMap(rest => startsOf(text.at(-length) ?? '', base, rest))
    rests = new Set(before)
    if (rests.has(0)) return {length, toned: tones > 0}
  }
  return {length: 0, toned: false}
}

function startsOf(character: string, letters: string, end: number): number[] {
  const starts: number[] = []
  for (let start = Math.max(0, end - LONGEST_READING); start < end; start++) {
    const base = letters.slice(start, end).replace(/^([ln])ue$/, '$1ve')
    if (reads(character, base)) starts.push(start)
  }
  return starts
}

/** Whether a syllable without its tone is a reading of a character. */
export function reads(character: string, base: string): boolean {
  const reading = readings().get(base)
  return reading !== undefined && (reading.common.includes(character) || reading.rare.includes(character))
}

let common: Charset | undefined

/** Whether a character is one of everyday use, that no author glosses: GB 2312 level 1 or a traditional form of one. */
export function isCommon(character: string): boolean {
  common ??= charset(...Array.from(readings().values(), reading => reading.common))
  return common(character.charCodeAt(0))
}

let asked: {readonly written: string; readonly syllable: Syllable | undefined} | undefined

/** Whether a character (UTF-16 unit) has a written reading; undefined when that is no syllable. One gloss is asked of many characters. */
export function isRead(unit: number, written: string): boolean | undefined {
  if (asked?.written !== written) asked = {written, syllable: syllableOf(written)}
  return asked.syllable && reads(String.fromCharCode(unit), asked.syllable.base)
}
