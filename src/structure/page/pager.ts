/** A line → whether it is a pager, and what page of how many it tells: 上一页 [1] 2 [3] 下一页. */

const PAGER = /(?:^|[\s\u3000])(?:上一?页|前一页|下一?页|后一页|尾页|末页|共\s?\d{1,4}\s?页)(?:$|[\s\u3000:：\d|>»])/
const NUMBERED_PAGER = /^(?:[\s\u3000]{0,4}(?:[[［]\d{1,3}[\]］]|\d{1,3})){2,40}[\s\u3000]{0,4}$/

/** Whether a line leads to the other pages of a document. */
export const isPager = (text: string): boolean =>
  text.length <= 120 && ((text.includes('页') && PAGER.test(text)) || (/[[［]/.test(text) && NUMBERED_PAGER.test(text)))

/** 第3页/共4页 · 3/共4页 · 当前第3页，共4页. */
const PAGE_OF_PAGES =
  /第?\s{0,2}(\d{1,4})\s{0,2}(?:页\s{0,3})?[/／,，|]?\s{0,3}[(（]?\s{0,2}共\s{0,2}(\d{1,4})\s{0,2}页/
/** 共4页 第3页 · 共4页，当前第3页. */
const PAGES_THEN_PAGE =
  /共\s{0,2}(\d{1,4})\s{0,2}页[\s,，/／|;；]{0,4}(?:当前|现在|这是|目前)?(?:是|为)?\s{0,2}第\s{0,2}(\d{1,4})\s{0,2}页/
/** 3/4 · 第3/4页 · 页次：3/4页 · Page 3 of 4. */
const SLASHED = /(?:^|[\s第:：])(\d{1,4})\s{0,2}(?:[/／]|of)\s{0,2}(\d{1,4})\s{0,2}(?:页|$|\s)/

/** Page and pages of a pager: 上一页 [1] 2 [3] 下一页, 第3页/共4页, 共4页 第3页, 3/4. */
export function readPager(text: string): {page: number | null; pages: number | null} {
  const reversed = PAGES_THEN_PAGE.exec(text)
  if (reversed) return {page: Number(reversed[2]), pages: Number(reversed[1])}
  const told = PAGE_OF_PAGES.exec(text) ?? SLASHED.exec(text)
  if (told) return {page: Number(told[1]), pages: Number(told[2])}
  const total = /共\s{0,2}(\d{1,4})\s{0,2}页/.exec(text)
  const links = text.replace(/共\s{0,2}\d{1,4}\s{0,2}页/, '')
  const linked = [...links.matchAll(/[[［](\d{1,3})[\]］]/g)].map(match => Number(match[1]))
  const all = [...links.matchAll(/\d{1,3}/g)].map(match => Number(match[0]))
  if (all.length === 0) return {page: null, pages: total ? Number(total[1]) : null}
  const here = all.filter(number => !linked.includes(number))
  const page = linked.length > 0 && here.length === 1 ? here[0]! : null
  return {page, pages: total ? Number(total[1]) : Math.max(...all)}
}
