/** Text → the form in which it is compared: simplified characters, small letters, narrow ones, one space for white space. */
import {rules} from '../repair/rules/index.ts'
import {apply} from '../text/edits.ts'

const script = rules.find(rule => rule.id === 'script')

/** Letters and digits as wide as Chinese characters, which pages are read without. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ]/g
const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)

/** 學前教育 and 学前教育 fold to the same; so do STEAM and steam, and ５Ｇ and 5g. */
export function fold(text: string): string {
  const simplified = script
    ? apply(
        text,
        script.find(text, () => {}),
      ).text
    : text
  return simplified.replace(WIDE, narrow).toLowerCase().replace(/\s+/g, ' ')
}
