/** Text → the form in which it is compared: simplified characters, small letters, one space for white space. */
import {rules} from '../repair/rules/index.ts'
import {apply} from '../text/edits.ts'

const script = rules.find(rule => rule.id === 'script')

/** 學前教育 and 学前教育 fold to the same; so do STEAM and steam. */
export function fold(text: string): string {
  const simplified = script ? apply(text, [...script.find(text, () => {})]).text : text
  return simplified.toLowerCase().replace(/\s+/g, ' ')
}
