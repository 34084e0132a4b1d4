/** “十四五"规划, "一网通办" → “十四五”规划, “一网通办”: straight quotation marks of Chinese text to curly ones. */
import type {RepairEdit, RepairRule} from '../repair.ts'

/** Names and phrases in quotation marks are shorter. */
const LONGEST = 60
const HAN = /[\u3400-\u9fff]/

/**
 * A straight mark closes a curly one that is open in its line; two straight ones around Chinese words are a pair.
 * Around Latin words (id="x") they stay, and so does one alone.
 */
export const quotes: RepairRule = {
  id: 'quotes',
  why: 'straight quotation mark in Chinese text',
  fold: true,
  traces: '"',
  *find(text): Generator<RepairEdit> {
    let curly = false
    let straight = -1
    for (const {0: mark, index: at} of text.matchAll(/["“”\n]/g)) {
      if (mark !== '"') {
        curly = mark === '“'
        straight = -1
      } else if (curly) {
        yield {start: at, end: at + 1, insert: '”'}
        curly = false
      } else if (straight === -1) straight = at
      else {
        if (isChinese(text, straight, at)) {
          yield {start: straight, end: straight + 1, insert: '“'}
          yield {start: at, end: at + 1, insert: '”'}
        }
        straight = -1
      }
    }
  },
}

const isChinese = (text: string, open: number, close: number): boolean =>
  close - open <= LONGEST && text[open - 1] !== '=' && HAN.test(text.slice(open + 1, close))
