/** 罚(fá)款, 教育(jiàoyù), 局(ju2) → 罚款, 教育, 局: reading aids in brackets that a page has put after its characters. */
import {isCommon, reads, readsTogether, type Syllable, syllableOf} from '../data/syllables.ts'
import {isTold} from '../data/told-readings.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

interface Gloss {
  readonly start: number
  readonly end: number
  /** The characters that it stands behind, other glosses left out: one, or a word. */
  readonly of: string
  readonly syllable: Syllable
  /** The reading is one of these characters. */
  readonly fits: boolean
  /** Written as a name is: in capitals, or a word without tones (淘宝（taobao）). */
  readonly isName: boolean
}

/** So many glosses that fit everyday characters make a page whose other ones are damage too; names need more. */
const GLOSSED_PAGE = 3
const NAMED_PAGE = 10

const LETTERS = 'a-zà-üāēěīńňōūǎǐǒǔǖǘǚǜǹɑɡḿ\u0300\u0301\u0304\u0308\u030c'
const WRITTEN = `[A-ZÀ-ÜĀĒĚĪŌŪǍǏǑǓ${LETTERS}][${LETTERS}A-Z1-5'’:-]{0,24}(?:[ '’-]{1,2}[${LETTERS}1-5]{1,10}){0,7}`
const CANDIDATE = new RegExp(`(?:[(（] ?(${WRITTEN}) ?[)）]|[[【［〔] ?(${WRITTEN}) ?[\\]】］〕])`, 'g')

/**
 * A gloss is one Mandarin syllable that the character before it can have, or the readings of the word before it. On a
 * page that has several, a syllable with a tone goes also where the character is another one (行(háng)為, a replaced
 * word) or damaged (`I(yè)`). An author who glosses a rare character (圩（wéi）), a name (番禺（Pānyú）), or the reading that a
 * common one has in a name (查（zhā）某), is left alone, and so is what only looks like a syllable: 甲(a)项, (an).
 */
export const pinyinGloss: RepairRule = {
  id: 'pinyin-gloss',
  why: 'pinyin gloss removed',
  traces: LETTERS,
  *find(text): Generator<RepairEdit> {
    const glosses = glossesIn(text)
    const plain = glosses.filter(needsNone)
    const isGlossed = plain.filter(gloss => !gloss.isName).length >= GLOSSED_PAGE || plain.length >= NAMED_PAGE
    for (const gloss of glosses)
      if (isDamage(gloss, isGlossed))
        yield {start: gloss.start, end: gloss.end, insert: '', confidence: gloss.fits ? 0.99 : 0.9}
  },
}

/** No author tells how such characters are read. */
const needsNone = ({fits, of, syllable}: Gloss): boolean =>
  fits && (of.length === 1 ? isCommon(of) : [...of].every(isCommon)) && !(syllable.toned && isTold(of, syllable.base))

function isDamage(gloss: Gloss, isGlossed: boolean): boolean {
  const {fits, syllable, of, isName} = gloss
  if (isGlossed) return fits || (syllable.toned && of.length === 1)
  return needsNone(gloss) && !isName && of.length === 1 && (syllable.toned || syllable.base.length > 1)
}

/** What stands in a bracket; the same few syllables come again and again. */
interface Written {
  readonly letters: string
  readonly syllable: Syllable | undefined
  readonly isCapital: boolean
  /** Small letters without figures. */
  readonly isPlain: boolean
}

const writtenAs = (letters: string): Written => ({
  letters,
  syllable: syllableOf(letters),
  isCapital: /^[A-Z]/.test(letters),
  isPlain: !/[A-Z1-5]/.test(letters),
})

function glossesIn(text: string): Gloss[] {
  const glosses: Gloss[] = []
  const known = new Map<string, Written>()
  let last: Gloss | undefined
  for (const {0: gloss, 1: round, 2: square, index: start} of text.matchAll(CANDIDATE)) {
    const letters = round ?? square!
    let written = known.get(letters)
    if (!written) {
      written = writtenAs(letters)
      known.set(letters, written)
    }
    const before = last?.end === start ? last.of : text.slice(Math.max(0, start - 8), start)
    const found = read(before, written)
    if (!found || (square !== undefined && !found.syllable.toned)) continue
    const {of, syllable, fits} = found
    const isName = !syllable.toned && (written.isCapital || of.length > 1)
    last = {start, end: start + gloss.length, of, syllable, fits, isName}
    glosses.push(last)
  }
  return glosses
}

/** What a bracket is the reading of: the character before it, or the word. */
function read(
  before: string,
  {letters, syllable, isPlain}: Written,
): Pick<Gloss, 'of' | 'syllable' | 'fits'> | undefined {
  const of = before.at(-1)
  if (of === undefined || of.trim() === '') return undefined
  if (syllable) {
    const fits = reads(of, syllable.base)
    if (fits || isPlain) return {of, syllable, fits}
  }
  const {length, toned} = readsTogether(before, letters)
  return length > 1 ? {of: before.slice(-length), syllable: {base: '', toned}, fits: true} : undefined
}
