/** 某学校建设规划.docx over 某学校建设规划: the name of the file that a page was made from, and what stands down to the title. */

import type {Line} from '../line.ts'
import {readPairs} from '../metadata/labels.ts'
import {readNumber} from '../metadata/numbers.ts'
import {readAnnexHead} from './annexes.ts'
import {isTitle, kindOf, plainTitle} from './kinds.ts'
import {indices} from './part.ts'

const NAME =
  /^(?:(?:文档|文件|标题|资料|下载)\s{0,2}[:：]?\s{0,2})?《?([^。；]{4,80}?)》?\.(?:docx?|pdf|wps|txt|md|rtf|html?|xlsx?|pptx?)$/i
/** 本文（手册.docx）为本站会员主动上传: all that stands above it is the library's. */
const SHARED =
  /^(?:本文|本文档|文档)?[（(《]([^（()）《》]{2,80}?)(?:\.[a-z]{3,4})?[)）》](?:为|由)(?:本站)?会员.{0,24}(?:上传|分享)/i
const LAST_SHARED = 80
const FAR = 16
const MOST_LINES = 3
const LONGEST = 40

/** The lines from the name of a file down to the title it bears, those with labels or a number aside. */
export function fileNameLines(lines: readonly Line[], reasons: readonly unknown[]): number[] {
  const first = lines.findIndex((_, i) => !reasons[i])
  const {text = ''} = lines[first] ?? {}
  const name = text.includes('.') && text.length <= 100 ? NAME.exec(text) : null
  if (!name) return []
  const title = plainTitle(name[1]!)
  for (let at = first + 1; at < Math.min(lines.length, first + FAR); at++)
    if (opens(lines, at, title)) return between(lines, reasons, first, at)
  return []
}

/** The lines of a library above a text, down to who shared it and the name of the file. */
export function sharedLines(lines: readonly Line[], reasons: readonly unknown[]): number[] {
  const at = lines.slice(0, LAST_SHARED).findIndex(({text}) => text.includes('会员') && SHARED.test(text))
  if (at < 0) return []
  const name = plainTitle(SHARED.exec(lines[at]!.text)![1]!)
  // The name once more, where the title stands under it and does not go on from it.
  const [again = '', title = ''] = lines.slice(at + 1, at + 3).map(({text}) => text)
  const isAgain = plainTitle(again.replace(/\.[a-z]{3,4}$/i, '')) === name && kindOf(again) === undefined
  let to = isAgain && isTitle(title) && !/[的和与及]$/.test(again) ? at + 1 : at
  // …管理办法doc.docx, …管理办法doc: the name of the file, with its dot and without.
  const isFile = (text: string): boolean =>
    /(?:docx?|pdf)$/i.test(text) && name.startsWith(plainTitle(text.replace(/\.[a-z]{3,4}$/i, '')))
  while (isFile(lines[to + 1]?.text ?? '')) to++
  return indices(lines.slice(0, to + 1)).filter(i => !reasons[i])
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
