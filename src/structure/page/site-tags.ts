/** 【章名】 第一章 总则: what a library of laws writes before lines → lines of their own, which are the site's. */
import type {Line} from '../line.ts'
import type {Converted} from './converted.ts'
import {piecesOf} from './lines.ts'

const TAG = /^【(?:题\s?注|章\s?名|节\s?名|编\s?名|条\s?名|正\s?文)】(?=\s{0,4}\S)/

/** Lines without the tags before them; null where there are none. */
export function siteTags(lines: readonly Line[]): Converted | null {
  if (!lines.some(({text}) => text[0] === '【' && TAG.test(text))) return null
  const numbers = new Set<number>()
  const out: Line[] = []
  for (const line of lines) {
    const tag = line.text[0] === '【' ? TAG.exec(line.text) : null
    if (tag) numbers.add(out.length)
    out.push(...(tag ? piecesOf(line, [tag[0].length]) : [line]))
  }
  return {lines: out, numbers}
}
