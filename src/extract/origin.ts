/** A document → the first year that it plans for: “十四五”规划 → 2021, （2018—2022年）→ 2018, dated 2023 → 2023. */
import type {DraftDocument} from '../model/stages.ts'
import {PLANS, planYears} from './data/periods.ts'

export interface Origin {
  readonly year: number | null
  /** The title names the years that are planned for. */
  readonly titled: boolean
}

const PLAN = new RegExp(`[“"]?(${PLANS})[”"]?(?:时期|期间)?[^，。]{0,40}(?:规划|纲要|计划|方案|目标)`)
const FIVE_YEARS = /第(十[一二三四五六]?)个五年/
const RANGE = /(20\d{2})年?[-—–~～至到]{1,2}(?:20)?\d{2}年/
const YEARLY = /(20\d{2})年(?:度)?[^，。远]{0,24}(?:计划|要点|任务|安排|行动|实事|工作|工程)/

/** @param page where the document's own words are looked into when it bears no date: the plan that it speaks of most is its own */
export function originOf({title, metadata, span}: DraftDocument, page: string): Origin {
  const named = title ?? ''
  const plan = PLAN.exec(named)?.[1] ?? (FIVE_YEARS.test(named) ? `${FIVE_YEARS.exec(named)![1]}五` : undefined)
  if (plan) return {year: planYears(plan)[0], titled: true}
  const year = RANGE.exec(named)?.[1] ?? YEARLY.exec(named)?.[1]
  if (year) return {year: Number(year), titled: true}
  const dated = metadata.documentDate?.value.slice(0, 4) ?? metadata.documentNumber?.value ?? ''
  const stated = /20\d{2}/.exec(dated)?.[0]
  return {year: stated ? Number(stated) : planOf(page.slice(span.start, span.end)), titled: false}
}

const NAMED = new RegExp(`[“"](${PLANS})[”"]`, 'g')

/** The first year of the plan that a text names most often; null where two are named as often, or one only once. */
function planOf(text: string): number | null {
  const counts = new Map<string, number>()
  for (const [, name] of text.matchAll(NAMED)) counts.set(name!, (counts.get(name!) ?? 0) + 1)
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] > 1 && most[1] > (next?.[1] ?? 0) ? planYears(most[0])[0] : null
}
