/**
 * `閸忓厖绨崡鏉垮絺`, `氓聟鲁盲潞聨`, `鹿脴脫脷` → 关于: text that was read in a wrong encoding, saved, and read in a wrong one again.
 *
 * It stands before the shifted bytes and the single readings: undoing one of two makes the text worse.
 */
import type {DraftDiagnostic} from '../../model/stages.ts'
import {kinds} from '../data/script.ts'
import {isCommon, isRead} from '../data/syllables.ts'
import type {Peeled} from '../lattice/index.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

type Lattice = typeof import('../lattice/index.ts')
let lattice: Lattice | undefined

/** What the commonest characters turn into when UTF-8 is read as GBK two times, three, and four. */
const AGAIN = '閸閺閻閿閹閵閳闁闂濞娑缁绱椤鐠'
/** Latin letters in UTF-8 that were read as GBK: one character each. */
const LETTERS =
  '聙聛聜聝聞聟聠聡聢聣聤聥聦聧聨聫聬聭聮聯聰聲聳聴聵聶職聸聹聺聻聼聽隆垄拢陇楼娄搂篓漏陋芦卢颅庐炉掳卤虏鲁麓碌露路赂鹿潞禄录陆戮驴脌脕脗脙脛脜脝脟脠脡脢脣脤脥脦脧脨脩脪脫脭脮脰脳脴脵脷脹脺脻脼脽脿谩芒茫盲氓忙莽猫茅锚毛矛铆卯茂冒帽貌贸么玫枚梅酶霉煤没眉媒镁每'
const TRACES = '聙聛聜聝聠聡聢聣聤聥聦聧聨聫聬聭聮聴氓莽脌脕脗脙脜脝脡脢脤脥脨脩脪脭脮脴脵脷脹脺脻脼脽脿'
const LAYERED = new RegExp(`[${AGAIN}].{0,40}[${AGAIN}]`)
const LETTERED = new RegExp(`[${LETTERS}]{6}`)
const HAN = /[\u3400-\u9fff]/g
const COMMON_SHARE = 0.75
/** A reading less likely than this for each character is none (natural logarithm); where others leave no doubt, this. */
const UNLIKELY = -7
const UNLIKELY_AMONG = -14
const CERTAIN = 3
/** So much of a page is read again: fifty pages. */
const MOST = 60_000

export const layeredDecoding: RepairRule = {
  id: 'layered-decoding',
  why: 'text that was read in a wrong encoding more than once',
  traces: AGAIN + TRACES,
  async prepare(text) {
    if (isLayered(text)) lattice ??= await import('../lattice/index.ts')
  },
  *find(text, report): Generator<RepairEdit> {
    if (!lattice || !isLayered(text)) return
    const lines = text.split('\n')
    const read = readerFor(lines, lattice)
    const found = lines.map(line =>
      isLayered(line) ? read(line, LAYERED.test(line) ? AGAIN_LAYERS : LETTER_LAYERS, UNLIKELY) : undefined,
    )
    const ways = new Set(found.flatMap(one => (one ? [one.layers] : [])))
    const certain = found.filter(one => one).length >= CERTAIN
    let start = 0
    for (const [i, line] of lines.entries()) {
      const one =
        found[i] ?? (certain && /[\u0080-\uffff]/.test(line) ? read(line, [...ways], UNLIKELY_AMONG) : undefined)
      if (one) yield editOf(one, line, start)
      else if (isLayered(line)) report(suspect(start, line))
      start += line.length + 1
    }
  },
}

const isLayered = (text: string): boolean => LAYERED.test(text) || LETTERED.test(text)

/** Which of the ways in LAYERS are through Chinese characters alone, and which through Latin letters. */
const AGAIN_LAYERS = [0, 1, 2]
const LETTER_LAYERS = [3, 4]

interface Found extends Peeled {
  readonly layers: number
}

/** Reads a line in the likeliest of some ways. */
function readerFor(lines: readonly string[], {contextOf, LAYERS, peel}: Lattice) {
  const context = contextOf(
    lines.filter(line => !isLayered(line)),
    {kinds, isRead},
  )
  let left = MOST
  return (line: string, ways: readonly number[], least: number): Found | undefined => {
    const body = line.trim()
    left -= body.length
    if (left < 0) return undefined
    let best: Found | undefined
    for (const layers of ways) {
      const one = peel(body, LAYERS[layers]!, context)
      if (one && one.likelihood > Math.max(least, best?.likelihood ?? least) && isChinese(one.insert))
        best = {...one, layers}
    }
    return best
  }
}

function isChinese(text: string): boolean {
  const han = text.match(HAN) ?? []
  return han.length > 0 && han.filter(isCommon).length >= COMMON_SHARE * han.length
}

function editOf({insert, guesses}: Found, line: string, start: number): RepairEdit {
  const body = line.trim()
  const from = start + line.indexOf(body)
  return {
    start: from,
    end: from + body.length,
    insert,
    confidence: guesses.reduce((least, g) => Math.min(least, g.confidence), 0.99),
    certainty: guesses.length > 0 ? 'inferred' : 'read',
    ...(guesses.length > 0 ? {guesses} : {}),
  }
}

const suspect = (start: number, line: string): DraftDiagnostic => ({
  code: 'repair/suspect',
  level: 'warning',
  message: 'Unexpected text in a wrong encoding, expected Chinese; left as it is',
  span: {start, end: start + line.length},
})
