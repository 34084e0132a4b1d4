/** `<ol>` → the numbers that a browser puts before its items. */
import type {Attributes} from '../markup.ts'

/** A list that is open. */
export interface OpenList {
  readonly type: string
  next: number
}

/** Lists without numbers: `<ul>`, and what a style or the part of the page (a breadcrumb) says has none. */
export function openList(name: string, attributes: Attributes, plain: boolean): OpenList | undefined {
  if (name !== 'ol' || plain || /list-style[\w-]{0,9}\s{0,9}:[^;]{0,60}\bnone\b/i.test(attributes.get('style') ?? ''))
    return undefined
  return {type: attributes.get('type') ?? '1', next: whole(attributes.get('start')) ?? 1}
}

/** The number of the next item, with the space behind it. */
export function nextNumber(list: OpenList, attributes: Attributes): string {
  const number = whole(attributes.get('value')) ?? list.next
  list.next = number + 1
  const letter = list.type === 'a' || list.type === 'A'
  if (!letter || number < 1 || number > 26) return `${number}. `
  return `${String.fromCharCode(list.type.charCodeAt(0) + number - 1)}. `
}

function whole(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isSafeInteger(number) && Math.abs(number) < 100_000 ? number : undefined
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The digits of a `<sup>` as raised characters, since 10⁴ is not 104; undefined for anything else. */
export const raised = (text: string): string | undefined =>
  /^\d{1,3}$/.test(text) ? [...text].map(digit => RAISED[Number(digit)]!).join('') : undefined
