/** 罚(fá)款 → 罚款: reading aids in brackets that a page has put after its characters. */
import {isCommon, reads, type Syllable, syllableOf} from '../data/syllables.ts'
import {isTold} from '../data/told-readings.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

interface Gloss {
  readonly start: number
  readonly end: number
  /** The character that it stands behind, other glosses left out. */
  readonly of: string
  readonly syllable: Syllable
  /** The reading is one of that character. */
  readonly fits: boolean
}

/** So many glosses that fit everyday characters make a page whose other ones are damage too. */
const GLOSSED_PAGE = 3

const LETTERS = 'a-zà-üāēěīńňōūǎǐǒǔǖǘǚǜǹɑɡḿ\u0300\u0301\u0304\u0308\u030c'
const CANDIDATE = new RegExp(`[(（] ?([${LETTERS}]{1,10}) ?[)）]`, 'g')

/**
 * A gloss is one Mandarin syllable that the character before it can have. On a page that has several, a syllable with
 * a tone goes also where the character is another one (行(háng)為, a replaced word) or damaged (`I(yè)`). An author who
 * glosses a rare character (圩（wéi）), or the reading that a common one has in a name (查（zhā）某), is left alone, and so is what
 * only looks like a syllable: 甲(a)项, (an).
 */
export const pinyinGloss: RepairRule = {
  id: 'pinyin-gloss',
  why: 'pinyin gloss removed',
  traces: LETTERS,
  *find(text): Generator<RepairEdit> {
    const glosses = glossesIn(text)
    const isGlossed = glosses.filter(needsNone).length >= GLOSSED_PAGE
    for (const gloss of glosses)
      if (isDamage(gloss, isGlossed))
        yield {start: gloss.start, end: gloss.end, insert: '', confidence: gloss.fits ? 0.99 : 0.9}
  },
}

/** No author tells how such a character is read. */
const needsNone = ({fits, of, syllable}: Gloss): boolean =>
  fits && isCommon(of) && !(syllable.toned && isTold(of, syllable.base))

function isDamage(gloss: Gloss, isGlossed: boolean): boolean {
  const {fits, syllable} = gloss
  if (isGlossed) return fits || syllable.toned
  return needsNone(gloss) && (syllable.toned || syllable.base.length > 1)
}

function glossesIn(text: string): Gloss[] {
  const glosses: Gloss[] = []
  const syllables = new Map<string, Syllable | undefined>()
  for (const {0: gloss, 1: written = '', index: start} of text.matchAll(CANDIDATE)) {
    if (!syllables.has(written)) syllables.set(written, syllableOf(written))
    const syllable = syllables.get(written)
    const last = glosses.at(-1)
    const of = last?.end === start ? last.of : text[start - 1]
    if (!syllable || of === undefined || /\s/.test(of)) continue
    glosses.push({start, end: start + gloss.length, of, syllable, fits: reads(of, syllable.base)})
  }
  return glosses
}
