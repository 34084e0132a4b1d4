/** 罚(fá)款 → 罚款: reading aids in brackets that a page has put after its characters. */
import {isCommon, reads, syllableOf} from '../data/syllables.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

interface Gloss {
  readonly start: number
  readonly end: number
  readonly toned: boolean
  readonly letters: number
  /** The reading is one of the character before it. */
  readonly fits: boolean
  readonly common: boolean
}

/** So many glosses that fit make a page whose stray ones are glosses too. */
const GLOSSED_PAGE = 3

const CANDIDATE = /[(（] ?([a-zà-üāēěīńňōūǎǐǒǔǖǘǚǜǹɑɡḿ\u0300\u0301\u0304\u0308\u030c]{1,10}) ?[)）]/g

/**
 * A gloss is one Mandarin syllable that the character before it can have. On a page that has several, a syllable with
 * a tone goes also where the character is another one (行(háng)為, a replaced word) or damaged (`I(yè)`). An author who
 * glosses one rare character (圩（wéi）) is left alone, and so is what only looks like a syllable: 甲(a)项, (an).
 */
export const pinyinGloss: RepairRule = {
  id: 'pinyin-gloss',
  why: 'pinyin gloss removed',
  *find(text): Generator<RepairEdit> {
    const glosses = glossesIn(text)
    const fitting = glosses.filter(g => g.fits).length
    for (const gloss of glosses)
      if (isDamage(gloss, fitting))
        yield {start: gloss.start, end: gloss.end, insert: '', confidence: gloss.fits ? 0.99 : 0.9}
  },
}

function isDamage({fits, toned, common, letters}: Gloss, fitting: number): boolean {
  if (!fits) return toned && fitting >= GLOSSED_PAGE
  if (fitting >= GLOSSED_PAGE) return true
  return common && (toned || letters > 1)
}

function glossesIn(text: string): Gloss[] {
  const glosses: Gloss[] = []
  for (const match of text.matchAll(CANDIDATE)) {
    const syllable = syllableOf(match[1]!)
    if (!syllable) continue
    const start = match.index
    const end = start + match[0].length
    const last = glosses.at(-1)
    const glossed = last?.end === start ? text[last.start - 1] : text[start - 1]
    if (glossed === undefined || /\s/.test(glossed)) continue
    const fits = reads(glossed, syllable.base)
    glosses.push({start, end, toned: syllable.toned, letters: syllable.base.length, fits, common: isCommon(glossed)})
  }
  return glosses
}
