/** What a rate counts by: 每班每月900元 → [班, 月] · 生均每年80元 → [生, 年] · 元/人·年 → [人, 年]. Objects stand before times. */
import {matchAt} from '../text/match.ts'
import {MAKING} from './data/measures.ts'

const TIMES: Readonly<Record<string, string>> = {
  年: '年',
  年度: '年',
  学年: '学年',
  学期: '学期',
  季度: '季度',
  季: '季度',
  个月: '月',
  月: '月',
  周: '周',
  日: '日',
  天: '日',
  小时: '小时',
}
const TIME = '学年|学期|年度|季度|个月|小时|[年季月周日天]'
const CLASSIFIERS =
  '(?:平方公里|平方米|立方米|公斤|千克|公里|千瓦时|个|名|位|家|所|座|间|张|项|台|辆|套|床|件|门|批|处|支|艘|头|只|幢|栋|条|场|次|例|起|课时|学时|节课|亩|人|生|班|校|户|村|县|镇|乡|吨|米|株|份|度)'
const NOUN = '[^，。；：、（）()《》“”每\\d按给发补奖最不低高超达为以予可的再少多至约]{1,10}?'
const RATE = `(?:每一?(${TIME})|每(${CLASSIFIERS})(${NOUN})?|(生均|人均|户均|亩均|校均|班均|年人均|年均|月均))`
const LINK =
  '(?:按照?|以|不低于|不少于|不高于|不超过|至少|最高|最低|最多|分别|再|可|给予|发放|补助|补贴|奖励|资助|奖补|支持|定额|一次性|标准|的|为|达到|约|近|，|：| )'
/** One rate word that ends right here, with the words that may stand between it and the number. */
const BEFORE = new RegExp(`(?<=${RATE}${LINK}{0,5})`, 'y')
const AFTER = new RegExp(
  ` ?(?:[/／]|每)(?:(${TIME})|(${CLASSIFIERS}|标准班|班级|学生|生))(?![^，。；、）)/／·.每的以左（(]{0,1}[级次度])`,
  'y',
)
const JOINED = new RegExp(`(?:[/／·•.]|每)(?:(${TIME})|(${CLASSIFIERS}|生))`, 'y')
const VERB = new RegExp(`(?:${MAKING})$`)
/** 小学生每年600元: a person before the time is what is counted by. */
const PERSON = /(?<=(?:[小中学大高新考研本专]生|学生|幼儿|儿童|教师|教职工|职工|村民|居民|老人|退役军人)(?:均)?)/y

/** The rates before `start` and after `end` of an amount, and where they begin and end. */
export function readPer(text: string, start: number, end: number): {per: string[]; start: number; end: number} {
  const before = ratesBefore(text, start)
  if (before.per.length > 0) return {...before, end}
  return {...ratesAfter(text, end), start}
}

function ratesBefore(text: string, at: number): {per: string[]; start: number} {
  const objects: string[] = []
  const times: string[] = []
  let start = at
  for (let n = 0; n < 3; n++) {
    const found = matchAt(BEFORE, text, start)
    if (!found) break
    const from = beginOf(text, start, found)
    if (from >= start) break
    if (found[1]) times.unshift(TIMES[found[1]]!)
    else if (found[4]) addMean(found[4], objects, times)
    else objects.unshift(objectOf(found[2]!, found[3]))
    start = from
  }
  if (times.length > 0 && objects.length === 0 && matchAt(PERSON, text, start)) objects.push('生')
  return {per: [...objects, ...times], start}
}

/** Lookbehind tells what stands before, not where it begins: the last 每 or 均 before is the place. */
function beginOf(text: string, at: number, [, time, classifier, , mean]: RegExpExecArray): number {
  if (mean) return text.lastIndexOf(mean, at)
  const head = text.lastIndexOf(time ? `每${time}` : `每${classifier}`, at)
  return head >= 0 ? head : text.lastIndexOf('每', at)
}

function addMean(word: string, objects: string[], times: string[]): void {
  const object = word.replace('均', '').replace('年', '')
  if (word.startsWith('年')) times.unshift('年')
  if (word === '月均') times.unshift('月')
  else if (object) objects.unshift(object)
}

/** 每个试点 counts by 试点, 每班 by 班. */
function objectOf(classifier: string, noun: string | undefined): string {
  const counted = noun?.replace(VERB, '')
  return counted ? counted : classifier
}

function ratesAfter(text: string, at: number): {per: string[]; end: number} {
  const objects: string[] = []
  const times: string[] = []
  let end = at
  for (let n = 0; n < 3; n++) {
    const found = matchAt(n === 0 ? AFTER : JOINED, text, end)
    if (!found) break
    if (found[1]) times.push(TIMES[found[1]]!)
    else objects.push(found[2]!)
    end += found[0].length
  }
  return {per: [...objects, ...times], end}
}
