/** 1、某镇工作报告各位代表：…总值 over 2、7.1亿元，…: the numbers that a converter put before the pages of a file → lines of their own. */
import type {Line} from '../line.ts'
import {plainTitle} from './kinds.ts'
import {piecesOf} from './lines.ts'

/** What a library of files says around the text of one. */
const LIBRARY = /由(?:本站)?会员|文档编号[:：]|珍藏版|^资源描述$|^上传人[:：]|^下载文档$|_第\d{1,4}页$/
const FILE = /(?:^|《)([^。；《》]{4,80}?)(?:\d{1,4}页)?\.(?:docx?|pdf|wps|txt)(?:$|》)/i
const FIRST_LINES = 60
const SENTENCE_END = /[。！？；：!?;:”）)]$/

const MOST_BEFORE = 8

export interface Converted {
  readonly lines: readonly Line[]
  /** The indices of those that are page numbers. */
  readonly numbers: ReadonlySet<number>
}

/**
 * Only on the page of a library, only from 1 on without a gap, and only where a page breaks off inside a sentence or
 * the first one opens with the name of its file.
 */
export function converted(lines: readonly Line[]): Converted {
  const first = lines.findIndex(({text}, i) => i < FIRST_LINES && /^1、\S/.test(text))
  if (first < 0 || !lines.some(({text}) => text.length <= 160 && LIBRARY.test(text))) return {lines, numbers: new Set()}
  let to = first
  while (lines[to]?.text.startsWith(`${to - first + 1}、`)) to++
  const pages = lines.slice(first, to)
  const title = titleLength(lines, first)
  const breaks = pages.slice(0, -1).some(({text}) => !SENTENCE_END.test(text))
  if (!breaks && title === 0) return {lines, numbers: new Set()}
  const numbers = new Set<number>()
  const out = lines.slice(0, first)
  for (const [i, page] of pages.entries()) {
    const marker = page.text.indexOf('、') + 1
    numbers.add(out.length)
    out.push(...piecesOf(page, i === 0 && title > 0 ? [marker, marker + title] : [marker]))
  }
  return {lines: [...out, ...lines.slice(to)], numbers}
}

/** How long the name of the file is that the first page opens with; 0 when it opens with another text. */
function titleLength(lines: readonly Line[], first: number): number {
  const {text} = lines[first]!
  const rest = text.slice(2)
  for (const line of lines.slice(0, first)) {
    const name = line.text.length <= 160 ? FILE.exec(line.text)?.[1] : undefined
    // The file may leave out whose it is: XXXX中学学校资助制度.docx over XXXX中学….
    const at = name && plainTitle(name).length >= 4 ? rest.slice(0, name.length + MOST_BEFORE).indexOf(name) : -1
    if (name && at >= 0) return at + name.length
  }
  return 0
}
