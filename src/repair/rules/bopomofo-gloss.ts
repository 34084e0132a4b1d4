/** 教(ㄐㄧㄠˋ)育, 教育（ㄐㄧㄠˋ ㄩˋ） → 教育: reading aids of Taiwan in brackets that a page has put after its characters. */
import {isCommon, reads} from '../data/syllables.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

const INITIALS = 'ㄅb ㄆp ㄇm ㄈf ㄉd ㄊt ㄋn ㄌl ㄍg ㄎk ㄏh ㄐj ㄑq ㄒx ㄓzh ㄔch ㄕsh ㄖr ㄗz ㄘc ㄙs'
const FINALS =
  'ㄚa ㄛo ㄜe ㄝe ㄞai ㄟei ㄠao ㄡou ㄢan ㄣen ㄤang ㄥeng ㄦer ㄧi ㄨu ㄩv ㄧㄚia ㄧㄛio ㄧㄝie ㄧㄠiao ㄧㄡiu ㄧㄢian ㄧㄣin ㄧㄤiang ㄧㄥing ' +
  'ㄨㄚua ㄨㄛuo ㄨㄞuai ㄨㄟui ㄨㄢuan ㄨㄣun ㄨㄤuang ㄨㄥong ㄩㄝve ㄩㄢvan ㄩㄣvn ㄩㄥiong'
/** Without an initial the finals that begin with a glide are written otherwise. */
const ALONE: Readonly<Record<string, string>> = {
  iu: 'you',
  in: 'yin',
  ing: 'ying',
  ui: 'wei',
  un: 'wen',
  ong: 'weng',
  iong: 'yong',
}

const table = (list: string): ReadonlyMap<string, string> =>
  new Map(list.split(' ').map(entry => [entry.replace(/[a-z]/g, ''), entry.replace(/[^a-z]/g, '')]))
let initials: ReadonlyMap<string, string> | undefined
let finals: ReadonlyMap<string, string> | undefined

const SYLLABLE = '˙?[ㄅ-ㄩ]{1,3}[ˊˇˋ˙]?'
const GLOSS = new RegExp(`[(（[]( ?${SYLLABLE}(?:[ 　]?${SYLLABLE}){0,5} ?)[)）\\]]`, 'g')
/** So many that everyday characters are read with make a page with glosses: of a rare one an author tells the reading. */
const GLOSSED_PAGE = 3

export const bopomofoGloss: RepairRule = {
  id: 'bopomofo-gloss',
  why: 'Bopomofo gloss removed',
  traces: 'ㄅ-ㄩ',
  find(text): RepairEdit[] {
    const glosses = [...text.matchAll(GLOSS)].flatMap(({0: gloss, 1: written, index: start}) => {
      const of = readBy(text, start, written!)
      return of === undefined ? [] : [{of, edit: {start, end: start + gloss.length, insert: '', confidence: 0.99}}]
    })
    const plain = glosses.filter(({of}) => [...of].every(isCommon))
    return plain.length < GLOSSED_PAGE ? [] : glosses.map(({edit}) => edit)
  },
}

/** The characters before a bracket whose readings it tells. */
function readBy(text: string, start: number, written: string): string | undefined {
  const syllables = [...written.matchAll(/˙?([ㄅ-ㄩ]{1,3})[ˊˇˋ˙]?/g)].map(([, letters]) => pinyinOf(letters!))
  const of = text.slice(Math.max(0, start - syllables.length), start)
  if (of.length < syllables.length) return undefined
  return syllables.every((base, i) => base !== undefined && reads(of[i]!, base)) ? of : undefined
}

/** ㄐㄧㄠ → jiao. */
function pinyinOf(letters: string): string | undefined {
  initials ??= table(INITIALS)
  finals ??= table(FINALS)
  const initial = initials.get(letters[0]!)
  if (initial === undefined) return alone(finals.get(letters))
  if (letters.length === 1) return /^(?:[zcs]h?|r)$/.test(initial) ? `${initial}i` : undefined
  const final = finals.get(letters.slice(1))
  return final && initial + (/^[jqx]$/.test(initial) ? final.replace('v', 'u') : final)
}

const alone = (final: string | undefined): string | undefined =>
  final &&
  (ALONE[final] ??
    final
      .replace(/^i(?=.)/, 'y')
      .replace(/^i$/, 'yi')
      .replace(/^u(?=.)/, 'w')
      .replace(/^u$/, 'wu')
      .replace(/^v/, 'yu'))
