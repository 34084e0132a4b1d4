/** The lines of a head that only a speech or a report to an assembly has: when and where it was given, and by whom. */
import {isAddressee, opensAddress} from './addressee.ts'

/** ——2023年1月5日在某县第十八届人民代表大会第二次会议上 · （2023年1月5日在全县教育大会上） */
const OCCASION =
  /^[—－─-]{0,4}[ \u3000]{0,2}[（(]?[\d二〇○零一三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[^。；，：]{0,8}在[^。；：]{4,60}(?:会议?|仪式|论坛|活动)上[）)]?$/
const SPEAKER = /^[\u3400-\u9fff\u{20000}-\u{323af}]{2,4}$/u
/** In code units: a rare character takes two. */
const LONGEST_NAME = 8
/** 某县人民政府县长　王某 */
const HOLDER =
  /^[^。；，：\d]{1,24}(?:长|主任|书记|主席|专员|院士|代表)[ \u3000]{1,12}[\u3400-\u9fff\u{20000}-\u{323af}]{1,4}(?:[ \u3000]{1,3}[\u3400-\u9fff\u{20000}-\u{323af}])?$/u

/** Whether a line is an office and who holds it. */
export const isHolder = (text: string): boolean => text.length <= 48 && HOLDER.test(text)

/** ——在2014年全市教育工作会议上的报告: the line under a headline that says what it is. */
const ADDRESS =
  /^[—－─-]{1,4}[ \u3000]{0,2}在[^。；，：]{4,60}(?:会议?|仪式|论坛|活动|大会)上?的?(报告|讲话|发言|致辞|总结讲话|工作报告)$/

/** Whether a line says when and where the speech was given. */
export const isOccasion = (text: string): boolean => text.length <= 100 && (OCCASION.test(text) || ADDRESS.test(text))

/** What a line under a headline says that it is: 报告, 讲话. */
export const addressedAs = (text: string): string | undefined =>
  text.length <= 100 ? ADDRESS.exec(text)?.[1] : undefined

/** Whether a line names who speaks: it stands over 同志们： or 各位代表：, with an office over any 主送机关. */
export const isSpeaker = (text: string, next: string): boolean =>
  text.length <= 48 &&
  ((opensAddress(next) && text.length <= LONGEST_NAME && SPEAKER.test(text)) ||
    ((opensAddress(next) || isAddressee(next)) && HOLDER.test(text)))
