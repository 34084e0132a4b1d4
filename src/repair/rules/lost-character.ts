/** 6.拔优秀校长, 4.极推进网上教研: an item whose first character seems to be gone. Told, never mended. */
import {OPENING_VERBS, OPENING_WORDS} from '../data/openings.ts'
import type {RepairRule} from '../repair.ts'

const ITEM =
  /\n[ \t\u3000]{0,12}(?:[0-9]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[①-⑳]) ?([\u3400-\u9fff]{3})/g

/** Second characters that begin no word, or next to none, and words that join: these tell without a witness. */
const NEVER_FIRST = /^(?:极(?![可其大端为少个易度限机重地光差高低小难])|[拔励障])/
const JOINING = '与和及并了'

const verbs = new Set(OPENING_VERBS)
/** The verbs by their second character. */
const verbsOn = (second: string): readonly string[] => OPENING_VERBS.filter(verb => verb[1] === second)

/**
 * The item begins with the second half of a verb that plans begin with, and not with a word of its own; and either the
 * text has the whole elsewhere (选拔优秀 for 拔优秀), or no word begins so. An opening that the text has without the verb
 * too (举办大型活动 beside 参加大型活动) is a word of the document.
 */
export const lostCharacter: RepairRule = {
  id: 'lost-character',
  why: 'first character of an item lost',
  find(text, report) {
    const verbOf = verbFinder(text)
    for (const {0: item, 1: opening = '', index} of text.matchAll(ITEM)) {
      const verb = verbOf(opening)
      if (verb === undefined) continue
      const candidate = verb + opening.slice(1)
      const start = index + item.length - opening.length
      const message = `Unexpected ${opening} at the start of an item, expected ${candidate}`
      report({code: 'repair/lost-character', level: 'warning', message, span: {start, end: start + 1}, note: candidate})
    }
    return []
  },
}

/** No text has so many items that lost a character; each asks for a search of the whole. */
const SEARCHES = 100

/** The verb that stands before the opening wherever the text has it outside the head of an item. */
function witness(text: string, opening: string, verbs: readonly string[]): string | undefined {
  let found: string | undefined
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
    const verb = verbs.find(one => text[at - 1] === one[0])
    if (!verb && isHan(text[at - 1])) return undefined
    found ??= verb
  }
  return found
}

const isHan = (character: string | undefined): boolean => character !== undefined && /[\u3400-\u9fff]/.test(character)

/** The verb that an opening is the rest of; each opening is looked for once. */
function verbFinder(text: string): (opening: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return opening => {
    const candidates = verbsOn(opening[0]!)
    const word = opening.slice(0, 2)
    if (candidates.length === 0 || OPENING_WORDS.has(word) || verbs.has(word)) return undefined
    if (!known.has(opening)) {
      const witnessed = known.size < SEARCHES ? witness(text, opening, candidates) : undefined
      const isCertain = NEVER_FIRST.test(opening) || JOINING.includes(opening[1]!)
      known.set(opening, witnessed ?? (isCertain ? candidates[0] : undefined))
    }
    return known.get(opening)
  }
}
