/** 2O25年, l5所, 15%o → 2025年, 15所, 15‰: letters and rings that a scan has put for digits and for the sign of a share. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const ZEROS = 'Oo○〇'
const ONES = 'lI'
const UNITS =
  '%％‰万萬亿億元倍亩畝吨噸米年月日时時号號个個所名人户戶家项項公平立千天周岁歲次条條座套台辆輛处處件张張层層间間余餘多'

/** A number with a letter or a ring for one of its digits; a word, a code or an address has other letters beside it. */
const TOKEN = new RegExp(
  `(?<![A-Za-z0-9_./&=#~+-])[0-9${ZEROS}${ONES}]{1,12}(?:\\.[0-9${ZEROS}${ONES}]{1,6})?(?=[${UNITS}]|〕|[—–~～至-][0-9.${ZEROS}${ONES}]{1,8}[${UNITS}]|[\\u3400-\\u9fff])`,
  'g',
)
/** Before any other character than a measure: 9O学时. A small o is a degree there (屈曲30o以上). */
const PLAIN = /^[0-9][0-9O]*$/
/** O2 is a gas, and ○ before a number a mark of a list: a nought comes first only before a point. */
const NUMBER = new RegExp(`^(?:[0-9${ONES}]|[${ZEROS}](?=\\.))`)
const MISREAD = new RegExp(`[${ZEROS}${ONES}]`)
const SIGN = /(?<=[0-9])(?:(%[oO])|[oO]\/[oO])(?![A-Za-z0-9])/g
const CONFIDENCE = 0.9

/** Where a number is counted or dated; what stands alone may be a name. */
export const misreadDigits: RepairRule = {
  id: 'misread-digit',
  why: 'letter or ring that stands for a digit or for the sign of a share',
  traces: ZEROS + ONES,
  find: text => [...signs(text), ...letters(text)].sort((a, b) => a.start - b.start),
}

/** One character for what stood there, which is what else it may be. */
export const inferred = (start: number, before: string, insert: string, confidence: number): RepairEdit => ({
  start,
  end: start + before.length,
  insert,
  confidence,
  certainty: 'inferred',
  guesses: [{span: {start: 0, end: 1}, certainty: 'inferred', confidence, alternatives: [before]}],
})

const signs = (text: string): RepairEdit[] =>
  [...text.matchAll(SIGN)].map(({0: sign, 1: permille, index}) =>
    inferred(index, sign, permille ? '‰' : '%', CONFIDENCE),
  )

function* letters(text: string): Generator<RepairEdit> {
  for (const {0: token, index} of text.matchAll(TOKEN)) {
    if (!/[0-9]/.test(token) || !MISREAD.test(token) || !NUMBER.test(token)) continue
    const next = text[index + token.length]!
    if (/[\u3400-\u9fff]/.test(next) && !UNITS.includes(next) && !PLAIN.test(token)) continue
    if (next === '〕' && !/[〔[]/.test(text[index - 1] ?? '')) continue
    for (let i = 0; i < token.length; i++)
      if (MISREAD.test(token[i]!))
        yield inferred(index + i, token[i]!, ONES.includes(token[i]!) ? '1' : '0', CONFIDENCE)
  }
}
