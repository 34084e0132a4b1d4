/** What the runs of a torn page look like: numbers and what they count, markers in parts, titles and headings. */
import {charset} from '../../text/charset.ts'

/** What begins no line; a page where many lines do was taken from a print run by run. */
export const CLOSING = '，。；：、）》〉〕】”’％%'
export const opensBracket = charset('（《〈〔【“‘(')
export const closes = charset(CLOSING)
export const ends = charset('。；！？：')

/** 2023, 50%, 1,200, A4: a line of a number alone. */
export const NUMBER = /^[0-9A-Za-z][0-9A-Za-z.,%％/+-]{0,15}$/
/** Words that begin like a measure: 6⏎名称 is a row and its cell. */
export const COUNTED =
  /^(?!个人|名[称单义录额]|人[民员才事]|家[长庭]|股[东份权票本]|项目|条[例件]|日[常期]|期[限间货]|类[型别]|章程|次[日月]|种植|户[籍口]|号码|款项|批[准复]|所[得在属有])(?:[个年月日天名人只家份倍元万亿股米户所项条款章节号类级次批期周岁种件套台辆头亩吨]|公[里斤顷]|小时|分钟|平方|工作日|交易日|以[上下内外]|左右|港币|美元)/
/** What waits for a number. */
export const COMPARES = /(?:[少低高大小多]于|超过|达到|至少|不足)$/
/** A number with its unit, or in parts that only a value has. */
export const MEASURED = /^[0-9][0-9.,]{0,14}(?:[%％]|[万亿元个年月日天名人只家份倍股米户项])/
export const VALUE = /[%％]$|[0-9][.,][0-9]/
/** 2⏎0%: a share in two parts; 12：0⏎0: a clock. */
export const PART = /[^0-9.][0-9]{1,2}$/
export const CLOCK = /[0-9][:：][0-9]?$/
/** 附4-⏎7. */
export const HYPHEN = /[0-9][-—－]$/
/** 第一百八十⏎六⏎条: a marker in parts. */
export const ORDINAL = /^第[〇零一二三四五六七八九十百千0-9]{1,8}$/
export const REST_OF_ORDINAL = /^(?:[〇零一二三四五六七八九十百千0-9]{1,4}|[编章节条])(?:$|[ \u3000【]|[编章节条])/
export const SHARE = /^[0-9]{1,2}(?:\.[0-9]{1,2})?[%％]/
export const DIGITS = /^[0-9]{1,4}$/
/** 银监发〔2008〕: the number of the document follows. */
export const YEAR = /[〔[（(](?:19|20)[0-9]{2}[〕\]）)]$/
/** A marker alone on its line, which waits for its text. */
export const MARKER = /^(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[0-9]{1,3}[.．、])$/
/** What ends a title; the line after it is no part of it. */
export const TITLED =
  /(?:通知|通告|公告|办法|规定|意见|方案|细则|指引|规则|条例|规划|纲要|决定|函|报告|计划|要点|制度|管理|要求|责任|附则|总则)$/
/** A heading with its marker: （二）申请方式. */
export const HEADED = /^[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．][^，。；：、]{1,14}$/
/** What a sentence has and a heading has not. */
export const SAYS = /[的在由将应须可为按于其对]|不得|根据/
/** A clause begins: 第三章, 第十条, （二）, 3. But 第十条的规定 goes on. */
export const OPENING =
  /^(?:第[〇零一二三四五六七八九十百千0-9]{1,6}[编章节条](?![的之、，至到和或及与规所第])|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[.．、)）](?![0-9])|[①-⑳㈠-㈩#|>*•·—-]|附[件录表]|[\u3400-\u9fff]{2,6}[：:]|https?:)/
