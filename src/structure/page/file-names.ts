/** 某学校建设规划.docx over 某学校建设规划: the name of the file that a page was made from, and what stands down to the title. */
import type {Line} from '../line.ts'
import {readPairs} from '../metadata/labels.ts'
import {readNumber} from '../metadata/numbers.ts'
import {readAnnexHead} from './annexes.ts'
import {plainTitle} from './kinds.ts'

const NAME =
  /^(?:(?:文档|文件|标题|资料|下载)\s{0,2}[:：]?\s{0,2})?《?([^。；]{4,80}?)》?\.(?:docx?|pdf|wps|txt|md|rtf|html?|xlsx?|pptx?)$/i
const FAR = 16
const MOST_LINES = 3
const LONGEST = 40

/** The lines from the name of a file down to the title it bears, those with labels or a number aside. */
export function fileNameLines(lines: readonly Line[], reasons: readonly unknown[]): number[] {
  const first = lines.findIndex((_, i) => !reasons[i])
  const name = first < 0 || lines[first]!.text.length > 100 ? null : NAME.exec(lines[first]!.text)
  if (!name) return []
  const title = plainTitle(name[1]!)
  for (let at = first + 1; at < Math.min(lines.length, first + FAR); at++)
    if (opens(lines, at, title)) return between(lines, reasons, first, at)
  return []
}

/** Whether the lines from an index on are the title, or go on with it in a bracket. */
function opens(lines: readonly Line[], index: number, title: string): boolean {
  let joined = ''
  for (let count = 0; count < MOST_LINES && lines[index + count]; count++) {
    joined += plainTitle(lines[index + count]!.text)
    if (joined.length >= title.length) return joined === title
  }
  return false
}

function between(lines: readonly Line[], reasons: readonly unknown[], from: number, to: number): number[] {
  const out = [from]
  for (let i = from + 1; i < to; i++) {
    const {text} = lines[i]!
    const own = text.length > LONGEST || readNumber(text) !== undefined || readAnnexHead(text) !== undefined
    if (!reasons[i] && !own && !readPairs(lines[i]!)) out.push(i)
  }
  return out
}
