import {describe, expect, test} from 'vitest'
import {comparison} from '../../src/emit/comparison.ts'
import {width} from '../../src/emit/width.ts'
import {parse} from '../../src/pipeline.ts'
import {compare} from '../../src/store/compare.ts'
import {type Grouping, groupOf} from '../../src/store/grouping.ts'
import {measuresOf} from '../../src/store/measures.ts'
import type {Measure} from '../../src/store/store.ts'
import {withoutTwins} from '../../src/store/twins.ts'

const measure = (metric: string, more: Partial<Measure> = {}): Measure => ({
  metric,
  scope: null,
  path: 'a.txt',
  title: null,
  place: '云岭县',
  year: '2025',
  comparator: '=',
  value: 90,
  upper: null,
  unit: '%',
  per: null,
  direction: 'reach',
  line: 1,
  page: null,
  text: metric,
  certainty: 'read',
  warnings: null,
  ...more,
})
const groups = (measures: readonly Measure[], grouping?: Grouping, join?: string[][]): string[] => [
  ...new Set(compare(measures, grouping, join).rows.map(r => r.group)),
]

describe('groups', () => {
  const SAME = [
    [
      '学前教育毛入园率',
      '学前三年教育毛入园率',
      '学前教育三年毛入学率',
      '适龄幼儿学前三年入园率',
      '全县学前三年毛入园率',
    ],
    ['研究生以上学历教师占比', '我区研究生以上学历教师比例', '研究生以上学历的教师比重'],
    ['普惠性幼儿园覆盖率', '普惠性幼儿园覆盖率（公办园和普惠性民办园在园幼儿占比）'],
    ['残疾儿童少年入学率', '适龄残疾儿童入学率', '残疾儿童义务教育入学率'],
    ['达到省定标准的幼儿园比例', '省定标准幼儿园占比'],
    ['公办园在园幼儿占比', '2.2022年公办园在园幼儿占比'],
    ['地区生产总值', '全省地区生产总值', '全市生产总值', 'GDP'],
    ['规上工业增加值', '规模以上工业增加值'],
    ['居民人均可支配收入', '全体居民人均可支配收入', '城乡居民人均可支配收入'],
    ['新建改造高标准农田', '新（改）建高标准农田', '新建和改造提升高标准农田'],
    ['“双师型”教师占专业课教师总数的比例', '专业课教师中“双师型”教师占比'],
    ['普惠性幼儿园覆盖率（公办园和普惠性民办园在园幼儿占比）', '公办园和普惠性民办园在园幼儿占比'],
  ]
  for (const same of SAME)
    test(`${same[0]} is one`, () => expect(groups(same.map(metric => measure(metric)))).toHaveLength(1))

  const APART = [
    ['小学净入学率', '小学毛入学率'],
    ['公办园占比', '普惠园占比'],
    ['义务教育入学率', '残疾儿童义务教育入学率'],
    ['残疾儿童义务教育入学率', '残疾儿童学前教育入学率'],
    ['城镇登记失业率', '调查失业率'],
    ['农村自来水普及率', '自来水普及率'],
    ['农村居民人均可支配收入', '居民人均可支配收入'],
    ['城镇居民人均可支配收入', '农村居民人均可支配收入'],
    ['新建高标准农田', '新（改）建高标准农田'],
    ['全日制学生占比', '日制学生占比'],
    ['农业生产总值', '地区生产总值'],
  ]
  for (const apart of APART)
    test(`${apart.join(', ')} are two`, () => expect(groups(apart.map(metric => measure(metric)))).toHaveLength(2))

  test('units, what is counted by, and growth against level stay apart', () =>
    expect(
      groups([
        measure('教育投入'),
        measure('教育投入', {direction: 'increase'}),
        measure('教育投入', {unit: 'CNY'}),
        measure('教育投入', {unit: 'CNY', per: '生;年'}),
      ]).sort(),
    ).toEqual(['教育投入', '教育投入 (+%)', '教育投入 (CNY)', '教育投入 (CNY/生/年)']))

  test('measure words of one kind are one unit, each row keeps its own', () => {
    const people = compare([measure('骨干教师', {unit: '人'}), measure('骨干教师', {unit: '名'})]).rows
    expect(people.map(row => [row.group, row.unit])).toEqual([
      ['骨干教师 (人)', '人'],
      ['骨干教师 (人)', '名'],
    ])
    expect(groups([measure('危房改造', {unit: '户'}), measure('危房改造', {unit: '套'})])).toHaveLength(2)
  })

  test('what is built stands apart from what there is', () =>
    expect(
      groups([measure('高标准农田', {unit: '亩'}), measure('高标准农田', {unit: '亩', direction: 'build'})]),
    ).toEqual(['高标准农田 (亩)', '高标准农田 (亩) · build']))

  test('what says nothing of whose it is stays with its own document', () => {
    const bare = ['a.txt', 'b.txt'].map(path => measure('产值', {path, unit: 'CNY'}))
    expect(groups(bare)).toHaveLength(2)
    expect(groups(bare, 'head')).toHaveLength(1)
    expect(groups(bare.map(one => ({...one, metric: '家具产值'})))).toHaveLength(1)
  })

  test('the group is called what most call it', () =>
    expect(groups(['GDP', '地区生产总值', '地区生产总值'].map(metric => measure(metric)))).toEqual(['地区生产总值']))

  test('a place is one, in full or not, where only one is called so', () => {
    const places = (...all: string[]) =>
      compare(all.map(place => measure('覆盖率', {place}))).rows.map(row => row.place)
    expect(places('清河市', '云岭省清河市')).toEqual(['云岭省清河市', '云岭省清河市'])
    expect(places('东山区', '清河市东山区')).toEqual(['东山区', '清河市东山区'])
    expect(places('和县', '泰和县')).toEqual(['和县', '泰和县'])
    expect(places('新县', '甲省新县', '乙省新县')).toContain('新县')
  })

  test('what the metric itself names is no other unit', () =>
    expect(groups([measure('学生掌握技能', {unit: '项'}), measure('学生掌握技能', {unit: '项', per: '学生'})])).toEqual(
      ['学生掌握技能 (项)'],
    ))

  test('the user chooses: as written, by the last noun, or names of their own', () => {
    const metrics = ['学前教育毛入园率', '学前三年毛入园率', '初中巩固率'].map(metric => measure(metric))
    expect(groups(metrics, 'exact')).toHaveLength(3)
    expect(groups([measure('小学巩固率'), measure('初中巩固率')], 'head')).toHaveLength(1)
    expect(groups(metrics, 'exact', [['学前三年毛入园率', '初中巩固率']])).toEqual([
      '学前三年毛入园率',
      '学前教育毛入园率',
    ])
    expect(groupOf('（全市）“学前”毛入园率', 'exact')).toBe('（全市）“学前”毛入园率')
  })

  test('what was joined is told', () =>
    expect([...compare([measure('学前三年毛入园率'), measure('学前教育毛入园率')]).joined]).toEqual([
      ['学前三年毛入园率', ['学前三年毛入园率', '学前教育毛入园率']],
    ]))

  test('a place in front of the metric is no part of it', () =>
    expect(groups([measure('云岭县覆盖率'), measure('清河市覆盖率', {place: '清河市'})])).toHaveLength(1))
})

test('metrics of several places come first, then by name, place and year', () => {
  const rows = compare([
    measure('不同率', {path: 'b.txt'}),
    measure('相同率', {year: '2030'}),
    measure('相同率', {place: '清河市', path: 'b.txt'}),
    measure('相同率'),
  ]).rows
  expect(rows.map(r => [r.group, r.place, r.year])).toEqual([
    ['相同率', '云岭县', '2025'],
    ['相同率', '云岭县', '2030'],
    ['相同率', '清河市', '2025'],
    ['不同率', '云岭县', '2025'],
  ])
})

test('every row leads back: its words stand on its line', async () => {
  const text = `云岭县教育局关于印发《学前教育规划》的通知
一、目标
到2025年，学前教育毛入园率达到92%，公办园在园幼儿占比达到50%以上。
1.保障经费。按生均每年600元补助，新建幼儿园3所。
`
  const {rows} = compare(measuresOf(await parse(text, {path: 'a.txt'})))
  expect(rows.length).toBeGreaterThan(2)
  for (const row of rows) {
    expect(text.split('\n')[row.line! - 1]).toContain(row.text)
    expect(row).toMatchObject({path: 'a.txt', place: '云岭县'})
  }
})

test('filters are those of an index', async () => {
  const result = await parse(
    '云岭县规划\n一、目标\n到2025年，覆盖率达到92%。到2030年，入园率达到95%以上，建设学校3所。\n',
  )
  const metrics = (filters: Parameters<typeof measuresOf>[1]) => measuresOf(result, filters).map(m => m.metric)
  expect(metrics({by: '2026'})).toEqual(['覆盖率'])
  expect(metrics({from: '2027', unit: '%'})).toEqual(['入园率'])
  expect(metrics({min: 93})).toEqual(['入园率'])
  expect(metrics({place: '清河'})).toEqual([])
})

test('the table: a line a value, cut to the width, nothing that steers a terminal', () => {
  const rows = compare([
    measure('覆盖率', {place: '清河市', comparator: '>=', value: 95, text: '覆盖率达到95%以上'}),
    measure('覆盖率', {
      upper: 92,
      path: 'a/very/long/path/of/folders/to/a/notice/of/云岭县.txt',
      text: '很长的话'.repeat(40),
    }),
    measure('危险\u001b[31m率'),
  ]).rows
  const lines = [...comparison(rows, {columns: 90})]
  for (const line of lines) expect(width(line)).toBeLessThanOrEqual(90)
  expect(lines).toMatchInlineSnapshot(`
    [
      "  place   year  value     source                          words",
      "覆盖率",
      "  云岭县  2025  90..92 %  …s/to/a/notice/of/云岭县.txt:1  很长的话很长的话很长的话很长的…",
      "  清河市  2025  ≥ 95 %    a.txt:1                         覆盖率达到95%以上",
      "危险�[31m率",
      "  云岭县  2025  90 %      a.txt:1                         危险 [31m率",
    ]
  `)
})

test('what is no decimal number is shown to five digits, what somebody wrote as it is', () => {
  const shown = (value: number) => [...comparison(compare([measure('覆盖率', {value})]).rows)][2]
  expect(shown(16.666667)).toContain(' 16.667 %')
  expect(shown(98.1234)).toContain(' 98.1234 %')
  expect(shown(12000000)).toContain(' 12000000 %')
})

describe('reposts of one document', () => {
  const TITLE = '云岭县学前教育发展提升行动计划'
  const joined = (...all: Partial<Measure>[]) =>
    withoutTwins(compare(all.map(one => measure('普惠性幼儿园覆盖率', {title: TITLE, ...one}))).rows).map(row => [
      row.path,
      row.also,
    ])

  test('are one row that names them', () =>
    expect(joined({path: 'a'}, {path: 'b', line: 7, page: 2}, {path: 'c', line: null})).toEqual([
      ['a', ['b:2:7', 'c']],
    ]))

  test('also when one title says who issued it, or the words are set otherwise', () =>
    expect(
      joined({path: 'a'}, {path: 'b', title: `云岭县人民政府关于印发《${TITLE}》的通知`, text: '普惠性 幼儿园覆盖率'}),
    ).toEqual([['a', ['b:1']]]))

  const APART: [string, Partial<Measure>][] = [
    ['another value', {value: 91}],
    ['another place', {place: '清河市'}],
    ['another year', {year: '2030'}],
    ['other words', {text: '普惠性幼儿园覆盖率要达到90%'}],
    ['another title', {title: '云岭县义务教育薄弱环节改善方案'}],
    ['no title', {title: null}],
    ['a title that says nothing', {title: '通知'}],
    ['the same page', {path: 'a', line: 9}],
    ['a guessed value', {certainty: 'inferred'}],
  ]
  for (const [what, more] of APART)
    test(`${what} stays apart`, () => expect(joined({path: 'a'}, {path: 'b', ...more})).toHaveLength(2))

  test('in a table the source says how many more', () => {
    const rows = withoutTwins(compare(['a', 'b', 'c'].map(path => measure('覆盖率', {path, title: TITLE}))).rows)
    expect([...comparison(rows)].join('\n')).toContain('a:1 +2')
  })
})
