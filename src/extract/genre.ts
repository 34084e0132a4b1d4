/** A document, a heading → whether goals are to be expected under it: laws set limits for whoever it may concern, reports tell what has been. */
import type {DraftDocument} from '../model/stages.ts'

export type Genre = 'plan' | 'statute' | 'report'

const STATUTE = /(?:法|条例|规则|细则|解释|标准|规程|章程|守则|修正案|决定)(?:[（(][^）)]{1,30}[）)])?$/
/** A plan for the next year behind it makes a plan of it: …总结及2025年工作计划. */
const TELLING =
  /(?:汇报|总结|述职报告|自[查评]报告|(?:评估|监测|评价|调研|调查|考核|审计|检查)报告|统计公报|(?:完成|进展|落实|开展)情况(?:的?(?:报告|通报))?)(?:材料)?$/
const REPORTS = new Set(['通报', '公报', '答复', '公告', '判决', '纪要'])

/**
 * What a document is by its type and title; a plan, where neither says otherwise.
 * @param tells whether its text tells what was, and nothing of what is to come
 */
export function genreOf({title, documentType}: DraftDocument, tells: boolean): Genre {
  if (tells && !documentType) return 'report'
  if (documentType !== null && documentType !== undefined && REPORTS.has(documentType)) return 'report'
  if (TELLING.test(title ?? '')) return 'report'
  return STATUTE.test(title ?? '') ? 'statute' : 'plan'
}

const PAST_OR_RULE =
  /回顾|现状|发展基础|主要成绩|发展的?(?:巨大|主要|显著)成[就绩]|取得的?成[就效绩]|(?<!(?:力争|确保|推动|促进|努力|实现)[^，。]{0,16})取得了?(?:长足|显著|明显|可喜)的?(?:发展|进展|成效|成绩|进步)|发展成就|工作成效|基本情况|主要指标完成|工作亮点|(?:工作|年度|全年)总结|(?:工作|活动|项目)开展情况|运行情况|发展背景|发展环境|面临的?形势|(?:实施|进展|完成|落实|执行)(?:的)?(?:总体|主要)?(?:进展)?情况(?:$|[。：:])|存在的?(?:主要)?问题|(?:申报|认定|申请|报名)(?:条件|要求|资格)|处罚|罚则|法律责任/

/** 2026年重点工作安排: a line that names what is planned, and for when. */
const PLAN_LINE =
  /^\s*(?:[一二三四五六七八九十]{1,3}、)?[^，。；：！？\n]{0,12}20\d\d年(?:度|全年)?[^，。；：！？\n]{0,16}(?:工作|安排|目标|任务|重点|计划|要点|打算|建议|部署|举措|措施)\s*$/
export const isPlanLine = (line: string): boolean => line.length <= 40 && PLAN_LINE.test(line)

/** Headings of what has been, and of what those must have who apply or offend. */
export const isReporting = (heading: string): boolean => PAST_OR_RULE.test(heading)
