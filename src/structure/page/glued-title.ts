/** 某校食堂管理制度为加强食堂管理，…，制定本制度。 → where the title ends that the first sentence of a text is glued to. */
import type {Line} from '../line.ts'
import {inBrackets, isTitle, kindOf} from './kinds.ts'

const FIRST_LINES = 12
const SHORTEST_TEXT = 12
const LONGEST_TITLE = 60
const SHORTEST_TITLE = 6
/** The first number of a text, right behind its title. */
const OPENS_TEXT = /^\s{0,4}(?:一、|第[一1][章条])/
/** How a first sentence begins. */
const OPENING = '为[了加进切深贯落推做规严确提认全有保维]|根据|依据|按照|遵照|结合'
const BRACKETED = new RegExp(`^【[^【】]{8,50}】(?=\\s{0,4}(?:${OPENING}|经|现))`)
const OPENS = new RegExp(`^(?:${OPENING})`)

/** The first line of a text and where its title ends; only where the sentence itself says what it makes: 制定本制度. */
export function gluedTitle(lines: readonly Line[]): {readonly index: number; readonly at: number} | null {
  for (let index = 0; index < Math.min(FIRST_LINES, lines.length); index++) {
    const {text} = lines[index]!
    const at = text.length >= 2 * SHORTEST_TEXT ? endOfTitle(text) : 0
    if (at > 0) return {index, at}
    const above = lines[index - 1]?.text ?? ''
    if (above.length >= SHORTEST_TITLE && text.startsWith(above) && OPENS_TEXT.test(text.slice(above.length)))
      return {index, at: above.length}
    if (/[。；]/.test(text)) return null
  }
  return null
}

function endOfTitle(text: string): number {
  const bracketed = text[0] === '【' ? BRACKETED.exec(text) : null
  if (bracketed) return isTitle(inBrackets(bracketed[0]) ?? '') ? bracketed[0].length : 0
  const made = /[制拟][定订](?:本|此|以下|如下)([\u3400-\u9fff]{2,4})/.exec(text)
  if (!made) return 0
  const head = text.slice(0, LONGEST_TITLE)
  for (let length = made[1]!.length; length >= 2; length--) {
    // 特制定本实施方案 says what a 方案 makes.
    const kind = made[1]!.slice(0, length)
    const at = head.indexOf(kind) + kind.length
    if (at < kind.length || at > made.index || !OPENS.test(text.slice(at, at + 4))) continue
    const title = text.slice(0, at)
    return isTitle(title) && kindOf(title)?.endsWith(kind.slice(-2)) ? at : 0
  }
  return 0
}
