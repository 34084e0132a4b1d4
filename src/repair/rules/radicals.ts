/** ⼆⽉⼈⺠ → 二月人民: radicals and compatibility ideographs that a PDF copy or an old font has put for characters. */
import {CJK_RADICALS} from '../data/radicals.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

const listed = [...CJK_RADICALS]
const characters = new Map(listed.flatMap((radical, i) => (i % 2 === 0 ? [[radical, listed[i + 1]!] as const] : [])))

const TRACES = '\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff'
const RADICAL = new RegExp(`[${TRACES}]`, 'g')

/** The character behind a radical or compatibility ideograph; itself when it is none. NFKC is asked of it alone. */
export const unified = (c: string): string => characters.get(c) ?? c.normalize('NFKC')

/** Before script: a radical may be a traditional character (⾒ is 見). */
export const radicals: RepairRule = {
  id: 'radicals',
  why: 'radical or compatibility form for a character',
  fold: true,
  traces: TRACES,
  *find(text): Generator<RepairEdit> {
    for (const {0: c, index: start} of text.matchAll(RADICAL)) {
      const insert = unified(c)
      if (insert !== c) yield {start, end: start + 1, insert}
    }
  },
}
