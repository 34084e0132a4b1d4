/** Line → the 发文字号 it is: 国发〔2019〕4号, （皖开放办[2022]6号), 东党办发2019〕43号, 国令第707号. */
import type {Span} from '../../text/span.ts'

const WITH_YEAR =
  /^(?=.{0,40}[〔［[(（【〕］\])）】年])([\u3400-\u9fffA-Za-z]{1,24}?)\s{0,2}[〔［[(（【]?\s{0,2}((?:19|20)\d{2})\s{0,2}[〕］\])）】年]?\s{0,2}(第?)\s{0,2}(\d{1,5})\s{0,2}号/
const BY_ORDER =
  /^([\u3400-\u9fff]{0,24}?(?:令|公告|决定|通告)?)\s{0,4}第\s{0,2}([\d〇一二三四五六七八九十百]{1,8})\s{0,2}号(令?)/
/** 食物环境卫生署通函第12/2022号, as Hong Kong counts its circulars. */
const BY_YEAR =
  /^([\u3400-\u9fffA-Za-z]{0,24}?(?:通函|通告|通知|指引|备忘录|公告))\s{0,2}第?\s{0,2}(\d{1,4})\s{0,2}[/／]\s{0,2}((?:19|20)\d{2})\s{0,2}号/

/** 第166/2024号行政长官批示, 第2/2020号法律, as Macau counts its acts; until 1999 第88/99/M号法令. */
const ACT =
  /^第\s{0,2}(\d{1,4})\s{0,2}[/／]\s{0,2}((?:(?:19|20)\d{2}|\d{2}[/／]M))\s{0,2}号\s{0,2}([\u3400-\u9fff]{0,16}?(?:批示|法律|行政法规|行政命令|法令|公告))$/

/** 财政部 海关总署 税务总局公告2020年第6号: several bodies with a space between their names. */
const JOINT =
  /^((?:[\u3400-\u9fff]{2,24}[ \u3000]{1,3}){1,6}[\u3400-\u9fff]{2,24}(?:公告|通告|令))\s{0,2}[〔［[(（【]?\s{0,2}((?:19|20)\d{2})\s{0,2}[〕］\])）】年]\s{0,2}(第)\s{0,2}(\d{1,5})\s{0,2}号/
/** 2020年第17号 under the 公告 or 令 that it counts. */
const YEARLY = /^((?:19|20)\d{2})\s{0,2}年\s{0,2}第\s{0,2}(\d{1,5})\s{0,2}号$/

/** 〔2023〕14号 of minutes, whose first bracket is passed over already. */
const BARE = /^((?:19|20)\d{2})[〕］\])）】]\s{0,2}第?\s{0,2}(\d{1,5})\s{0,2}号$/

/** A number as it is cited, and where it stands in the text given. */
export interface DocumentNumber extends Span {
  readonly value: string
}

/** The document number that a text is, brackets around it and a word such as 文件 before it aside. */
export function readNumber(text: string): DocumentNumber | undefined {
  if (text.length > 60) return undefined
  const outer = /^[\s（(【[〔]{0,4}/.exec(text)![0].length
  const rest = text.slice(outer)
  const found = read(rest)
  if (!found) return undefined
  const after = rest.slice(found.length).trim()
  if (after !== '' && !/^[)）】\]〕]{1,2}$/.test(after)) return undefined
  return {value: found.value, start: outer, end: outer + found.length}
}

/** 于都府办发: a place whose name is a preposition too, with the code of an office after it. */
const OF_PLACE = /^于[\u3400-\u9fff]{2,8}[发字函令规]$/

function read(text: string): {value: string; length: number} | undefined {
  if (!text.includes('号')) return undefined
  const year = /19|20/.test(text) ? WITH_YEAR.exec(text) : null
  if (year && (!/^(?:自(?!然)|于|在|根据|到|至)/.test(year[1]!) || OF_PLACE.test(year[1]!))) {
    return {value: `${year[1]}〔${year[2]}〕${year[3]}${year[4]}号`, length: year[0].length}
  }
  const joint = /[ \u3000].*[告令]/.test(text) ? JOINT.exec(text) : null
  if (joint) {
    const body = joint[1]!.replace(/[ \u3000]{1,3}/g, ' ')
    return {value: `${body}〔${joint[2]}〕${joint[3]}${joint[4]}号`, length: joint[0].length}
  }
  const yearly = /^(?:19|20)/.test(text) ? YEARLY.exec(text) : null
  if (yearly) return {value: `〔${yearly[1]}〕第${yearly[2]}号`, length: yearly[0].length}
  const bare = /^(?:19|20)/.test(text) ? BARE.exec(text) : null
  if (bare) return {value: `〔${bare[1]}〕${bare[2]}号`, length: bare[0].length}
  const circular = text.includes('/') || text.includes('／') ? BY_YEAR.exec(text) : null
  if (circular) return {value: `${circular[1]}第${circular[2]}/${circular[3]}号`, length: circular[0].length}
  const act = circular === null && text.startsWith('第') && text.includes('/') ? ACT.exec(text) : null
  if (act) return {value: `第${act[1]}/${act[2]}号${act[3]}`, length: act[0].length}
  const order = text.includes('第') ? BY_ORDER.exec(text) : null
  return order ? {value: `${order[1]}第${order[2]}号${order[3]}`, length: order[0].length} : undefined
}

/** HNPR-2023-01005 · ZJSP07-2021-0004: the number under which a rule is registered. */
const REGISTERED = /^[A-Z]{2,8}\d{0,3}\s?[-—–－]\s?(?:19|20)\d{2}\s?[-—–－]\s?\d{2,8}$/
export const isRegistration = (text: string): boolean => text.length <= 32 && REGISTERED.test(text)
