/** 98·5%, 98. 5%, 98。5% → 98.5%: a point inside a number that a copy or a scan has set apart or taken for another sign. */
import type {DraftDiagnostic} from '../../model/stages.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'
import {inferred} from './misread-digits.ts'

const MIDDLE = '·•・‧'
const SIGNS = [...MIDDLE, '。', '，', ',', '. ', ' .', '.\u00a0']
const MEASURES =
  '[%％‰万萬亿億元倍亩畝吨噸米度]|[个個]?百分[点點]|公里|公顷|公頃|公斤|千[米克瓦]|平方|立方|[厘毫微]米|[毫微]克|海里'
const POINT = new RegExp(
  `(?<=(?<![0-9.．])([0-9]{1,4}))([${MIDDLE}]|[。，,]|[ \\u00a0]{0,2}[.．][ \\u00a0]{0,2})(?=([0-9]{1,4})(?:${MEASURES}))`,
  'g',
)
/** What goes on with a number: no marker of a list, no place in the text. */
const RUNNING = /[\u3400-\u9fff≥≤＞＜><±]/
const PLACES = '第表图圖件条條款章节節注年月日号號'
const YEAR = /^(?:19|20)[0-9]{2}$/

/** Only where the number is measured: 9·18 is a day. Between two numbers a comma may stand: that is told only. */
export const decimalPoint: RepairRule = {
  id: 'decimal-point',
  why: 'point of a number that was set apart or read as another sign',
  *find(text, report): Generator<RepairEdit> {
    if (!SIGNS.some(sign => isBetweenDigits(text, sign))) return
    for (const {1: whole = '', 2: sign = '', 3: part = '', index} of text.matchAll(POINT)) {
      if (sign === '.' || sign === '．') continue
      const isMiddle = MIDDLE.includes(sign)
      const before = text[index - whole.length - 1] ?? '\n'
      if (!isMiddle && (!RUNNING.test(before) || PLACES.includes(before) || YEAR.test(whole))) continue
      if ('。，,'.includes(sign) && (whole.length > 3 || part.length > 2)) continue
      if ('，,'.includes(sign)) report(suspect(index - whole.length, whole, sign, part))
      else yield inferred(index, sign, '.', sign === '。' ? 0.8 : 0.95)
    }
  },
}

/** Cheaper than a pattern: of a text without such a number nothing more is asked. */
function isBetweenDigits(text: string, sign: string): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1))
    if (isDigit(text.charCodeAt(at - 1)) || sign === ' .')
      if (isDigit(text.charCodeAt(at + sign.length)) || sign[0] === '.' || sign === ' .') return true
  return false
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

function suspect(start: number, whole: string, sign: string, part: string): DraftDiagnostic {
  const [found, note] = [`${whole}${sign}${part}`, `${whole}.${part}`]
  return {
    code: 'repair/suspect',
    level: 'warning',
    message: `Unexpected ${found}, expected ${note}`,
    span: {start, end: start + found.length},
    note,
  }
}
