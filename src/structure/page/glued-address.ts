/** 汕府办〔2015〕29号各县人民政府，市政府各部门：现将…发给你们 → where number and 主送机关 end, the first sentence being glued to them. */
import type {Line} from '../line.ts'
import {readNumber} from '../metadata/numbers.ts'
import {isAddressee} from './addressee.ts'

const FIRST_LINES = 16
const LONGEST_HEAD = 260
const SHORTEST_TEXT = 12
/** How a notice begins; 各镇：按照属地管理原则… is what a part of a plan asks of them. */
const OPENS = /^(?:现将|现就|根据|为[了进贯切落加深]|经[市县区省州]|遵照|《)/

/** The line of a head that holds the first sentence too, and the places in it; none below a first sentence. */
export function gluedAddress(
  lines: readonly Line[],
): {readonly index: number; readonly cuts: readonly number[]} | null {
  for (let index = 0; index < Math.min(FIRST_LINES, lines.length); index++) {
    const {text} = lines[index]!
    const cuts = text.includes('各') ? cutsOf(text) : []
    if (cuts.length > 0) return {index, cuts}
    if (text.length >= 24 && /[。；]/.test(text)) return null
  }
  return null
}

function cutsOf(text: string): number[] {
  const number = /^[^\s。，：]{4,40}?号(?=\s{0,4}各)/.exec(text.slice(0, 60))?.[0] ?? ''
  const from = number !== '' && readNumber(number) ? number.length : 0
  const colon = text.slice(from, from + LONGEST_HEAD).search(/[:：。；]/)
  if (colon < 0 || !/[:：]/.test(text[from + colon]!)) return []
  const to = from + colon + 1
  const rest = text.slice(to).trimStart()
  if (rest.length < SHORTEST_TEXT || !OPENS.test(rest) || !isAddressee(text.slice(from, to).trim())) return []
  return from > 0 ? [from, to] : [to]
}
