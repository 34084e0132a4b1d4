/** Lines that document libraries and list pages put around a text: what the file weighs and counts, columns of bare dates. */
import {readDate} from '../../text/dates.ts'
import type {Line} from '../line.ts'
import {indices} from './part.ts'

/** - 格式:doc · 页数:16 · 大小:66.98KB · 文档编号:9031322 */
const FILE_FACT =
  /^[-•·*]?\s{0,3}(?:文档|文件|资源|资料)?(?:编号|ID|名称|格式|大小|页数|总页数|总字数|字数|类型|星级|评分|价格|所需积分|下载(?:积分|次数|量)|上传(?:时间|日期|人|者)?|更新时间)\s{0,3}[:：,，]?\s{0,3}[^。；]{1,40}$/
/** What only a file has. */
const MEASURED =
  /(?:格式|大小)\s{0,3}[:：]\s{0,3}(?:docx?|pdf|pptx?|xlsx?|txt|wps|[\d.]{1,8}\s?[KMkm]B?)\b|页数\s{0,3}[:：]\s{0,3}\d/i
/** What stands around such facts: the parts of the description, the name of the file, of its pages too. */
const FILE_HEAD = /^(?:基本信息|(?:文档|资源|文件|资料)(?:摘要|描述|介绍|信息|简介|概要|预览))[:：]?$/
const FILE_NAME = /^[^。；]{2,80}(?:\.(?:docx?|pdf|pptx?|xlsx?|txt|wps)(?:_第\d{1,4}页)?|_第\d{1,4}页)$/i
/** 付费下载, 版权说明：…用户提供并上传: what only a library says. */
const OF_LIBRARY =
  /^(?:文本预览下载声明|全文预览已结束|付费下载|立即下载|下载本文档|免费下载|继续(?:免费)?阅读|版权说明[:：].{2,120})$/
const isOfFile = (text: string): boolean =>
  text.length <= 130 && (FILE_HEAD.test(text) || FILE_NAME.test(text) || OF_LIBRARY.test(text))
/** 已阅读5页，还剩13页未读 */
const PREVIEWED = /已阅读\d{1,3}页.{0,3}还剩\d{1,4}页/
/** 《手册.docx》由会员分享，可在线阅读. */
const SHARED = /^《[^《》]{2,80}》由(?:本站)?会员/
/** 上传人：… 文档编号：… 格式：DOCX 页数：15 大小：26.94KB on one line. */
const isFactLine = ({text}: Line): boolean =>
  text.length <= 160 && !/[。；]/.test(text) && (text.match(/[:：]/g)?.length ?? 0) >= 3 && MEASURED.test(text)
const FEWEST_FACTS = 2
const FEWEST_DATES = 3
const FEWEST_TOLD = 2

/** The lines of a file's description and of a column of dates; only above or below the text, where `isOutside` says so. */
export function libraryLines(lines: readonly Line[], isOutside: (index: number) => boolean): number[] {
  const facts = runs(lines, isOutside, isFileFact, FEWEST_FACTS, run =>
    run.some(({text}) => MEASURED.test(text) || /KB|MB/i.test(text)),
  )
  const all = indices(lines).filter(i => isOutside(i) && isFactLine(lines[i]!))
  const shared = lines.findIndex(({text}) => text.startsWith('《') && SHARED.test(text))
  const told = lines.filter(({text}, i) => isOutside(i) && tellsLibrary(text)).length
  const isLibrary =
    facts.length > 0 ||
    all.length > 0 ||
    shared >= 0 ||
    told >= FEWEST_TOLD ||
    lines.some(({text}) => isPreviewed(text) || text === '文本预览下载声明')
  return [
    ...facts,
    ...all,
    ...(isLibrary ? indices(lines).filter(i => isOutside(i) && isOfFile(lines[i]!.text)) : []),
    ...runs(lines, isOutside, isBareDate, FEWEST_DATES, () => true),
  ]
}

/** What a library says, or the name of a page of a file; the name of a file alone may be an annex. */
const tellsLibrary = (text: string): boolean =>
  text.length <= 130 && (FILE_HEAD.test(text) || OF_LIBRARY.test(text) || /_第\d{1,4}页$/.test(text))

const isPreviewed = (text: string): boolean => text.length <= 60 && text.includes('还剩') && PREVIEWED.test(text)
/** 23页, 64KB, each alone on its line, with a day between them. */
const MEASURE = /^(?:\d{1,4}\s?页|[\d.]{1,8}\s?[KMkm]B)$/
const isFileFact = (line: Line): boolean =>
  line.text.length <= 60 && (FILE_FACT.test(line.text) || MEASURE.test(line.text) || isBareDate(line))
const isBareDate = ({text}: Line): boolean => text.length <= 16 && /^\d{4}/.test(text) && readDate(text) !== undefined

/** The indices of all lines in runs of so many and more. */
function runs(
  lines: readonly Line[],
  isOutside: (index: number) => boolean,
  is: (line: Line) => boolean,
  fewest: number,
  sure: (run: readonly Line[]) => boolean,
): number[] {
  const out: number[] = []
  for (let i = 0; i < lines.length; i++) {
    let end = i
    while (end < lines.length && isOutside(end) && is(lines[end]!)) end++
    if (end - i >= fewest && sure(lines.slice(i, end))) for (let j = i; j < end; j++) out.push(j)
    if (end > i) i = end - 1
  }
  return out
}
