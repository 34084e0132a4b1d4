/** Mandarin syllables as they are written in pinyin, and the characters that they can be the reading of. */
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

const TONES = /[\u0300\u0301\u0304\u030c]/g

export interface Syllable {
  /** Without its tone, ü as v. */
  readonly base: string
  readonly toned: boolean
}

/** A written syllable (`xué`, `lǜ`, `de`) read; undefined when Mandarin has no such syllable. */
export function syllableOf(written: string): Syllable | undefined {
  const letters = written.normalize('NFD').replace(/ɑ/g, 'a').replace(/ɡ/g, 'g')
  const tones = letters.match(TONES)?.length ?? 0
  if (tones > 1) return undefined
  const base = letters
    .replace(TONES, '')
    .replace(/u\u0308/g, 'v')
    .replace(/^([ln])ue$/, '$1ve')
  return readings().has(base) ? {base, toned: tones === 1} : undefined
}

/** Whether a syllable without its tone is a reading of a character. */
export function reads(character: string, base: string): boolean {
  const reading = readings().get(base)
  return reading !== undefined && (reading.common.includes(character) || reading.rare.includes(character))
}

let common: ReadonlySet<string> | undefined

/** Whether a character is one of everyday use, that no author glosses: GB 2312 level 1 or a traditional form of one. */
export function isCommon(character: string): boolean {
  common ??= new Set([...readings().values()].flatMap(r => [...r.common]))
  return common.has(character)
}

/** Whether a character (UTF-16 unit) has a written reading; undefined when that is no syllable. */
export function isRead(unit: number, written: string): boolean | undefined {
  const syllable = syllableOf(written)
  return syllable && reads(String.fromCharCode(unit), syllable.base)
}
