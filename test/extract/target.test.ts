// Targets in whole documents: where a deadline is inherited from, what the spans cut, and which documents promise nothing.
import fs from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {Target} from '../../src/model/fact.ts'
import type {Result} from '../../src/model/result.ts'
import {parse} from '../../src/pipeline.ts'

const targetsOf = (result: Result): Target[] => result.facts.filter(f => f.kind === 'target')
const read = async (...lines: string[]): Promise<Target[]> => targetsOf(await parse(lines.join('\n')))

describe('a deadline is inherited', () => {
  test('from a heading', async () => {
    const [target] = await read(
      '云水县乡村建设规划',
      '一、2026年目标',
      '（一）农村供水。规模化供水覆盖率达到60%。',
      '（二）农村道路。新建农村公路80公里。',
      '二、保障措施',
      '（一）加强领导。落实责任。',
    )
    expect(target).toMatchObject({metric: '规模化供水覆盖率', deadline: {edtf: '2026', via: 'heading'}})
  })

  test('from the title of a plan for one year', async () => {
    const [target] = await read(
      '云水县2025年重点工作任务',
      '一、民生实事',
      '新建社区食堂12家。',
      '二、其他',
      '落实责任。',
    )
    expect(target).toMatchObject({metric: '新建社区食堂', deadline: {edtf: '2025', via: 'title', fact: null}})
  })

  test('from what stands over a table', async () => {
    const html = `<h1>云水县水利发展规划</h1><p>现将任务分解如下。</p><h2>一、2027年工作任务表</h2><table>
      <tr><th>项目</th><th>任务</th></tr><tr><td>供水</td><td>自来水普及率达到96%</td></tr>
      <tr><td>灌溉</td><td>新增节水灌溉面积3万亩</td></tr></table>`
    const targets = targetsOf(await parse(html, {mediaType: 'text/html'}))
    expect(targets.map(t => [t.metric, t.deadline?.edtf, t.deadline?.via])).toEqual([
      ['自来水普及率', '2027', 'table'],
      ['新增节水灌溉面积', '2027', 'table'],
    ])
  })

  test('from the paragraph that a list hangs on', async () => {
    const targets = await read(
      '云水县水利发展规划',
      '一、总体要求',
      '（一）指导思想',
      '坚持节水优先。',
      '（二）发展目标',
      '到2027年，水利基础更加稳固。',
      '——供水更加可靠。建成智慧水厂12座。',
      '——用水更加节约。农田灌溉水利用率达到60%。',
      '二、保障措施',
      '新建泵站3座。',
    )
    expect(targets.map(t => [t.metric, t.deadline?.edtf, t.deadline?.via])).toEqual([
      ['智慧水厂', '2027', 'heading'],
      ['农田灌溉水利用率', '2027', 'heading'],
      ['新建泵站', undefined, undefined],
    ])
  })

  test('from no title that covers several years', async () => {
    const [target] = await read(
      '云水县水利发展实施方案（2022—2025年）',
      '一、任务',
      '新建水库2座。',
      '二、其他',
      '落实责任。',
    )
    expect(target).toMatchObject({metric: '新建水库', deadline: null})
  })
})

test('the deadline is the fact that states it', async () => {
  const result = await parse('到2026年，农村自来水普及率达到92%，新增供水管网40公里。')
  const by = result.facts.find(f => f.kind === 'deadline')
  expect(targetsOf(result).map(t => t.deadline?.fact)).toEqual([by?.id, by?.id])
})

test('span and valueSpan cut the metric with its value, and the value', async () => {
  const result = await parse('力争2026年底前优良天数比率不低于87.5%，建设12个左右口袋公园。')
  expect(targetsOf(result).map(t => [t.text, result.text.slice(t.valueSpan.start, t.valueSpan.end)])).toEqual([
    ['2026年底前优良天数比率不低于87.5%', '不低于87.5%'],
    ['建设12个左右口袋公园', '12个左右'],
  ])
})

test('a chapter of what has been promises nothing', async () => {
  const lines = [
    '云水县水利发展规划',
    '一、发展基础',
    '（一）供水。建成水厂8座，供水普及率达到90%。',
    '（二）防洪。新建堤防20公里。',
  ]
  const goals = ['二、主要任务', '（一）供水。建成水厂12座。', '（二）防洪。新建堤防30公里。']
  expect((await read(...lines, ...goals)).map(t => t.value)).toEqual([12, 30])
})

test('a year that had gone by when the document was dated promises nothing', async () => {
  const lines = [
    '云水县人民政府关于农村供水的意见',
    '各乡镇人民政府：',
    '2021年，农村自来水普及率达到88%。到2025年，农村自来水普及率达到95%。',
  ]
  const signed = [...lines, '云水县人民政府', '2022年3月1日']
  expect((await read(...signed)).map(t => t.value)).toEqual([95])
})

describe('documents that promise nothing', () => {
  test('the limits of a statute', async () => {
    const law = [
      '云水县集市管理条例',
      '第一条　为了规范集市，制定本条例。',
      '第二条　摊位面积不超过10平方米，举办者应当配备2名管理员。',
    ]
    expect(await read(...law)).toEqual([])
  })
  test('but the shares that it asks for', async () => {
    const law = [
      '云水县城市绿化条例',
      '第一条　为了绿化城市，制定本条例。',
      '第二条　新建居住区绿地率不低于百分之三十五。',
    ]
    expect(await read(...law)).toMatchObject([{metric: '新建居住区绿地率', comparator: '>=', value: 35}])
  })
})

test('long sentences without a stop are read in linear time', async () => {
  const time = async (text: string): Promise<number> => {
    const start = process.cpuUsage()
    await parse(text)
    return process.cpuUsage(start).user
  }
  for (const unit of ['新建1所。', '达到80%', '从1%提高到2%；']) {
    await time(unit.repeat(200))
    const short = await time(unit.repeat(1000))
    const long = await time(unit.repeat(4000))
    expect(long / Math.max(short, 20_000)).toBeLessThan(20)
  }
}, 120_000)

const seeds = '../shared/seeds'
test.skipIf(!fs.existsSync(seeds))('every valueSpan of the seeds lies in its target and holds its number', async () => {
  for (const file of fs.readdirSync(seeds)) {
    const result = await parse(fs.readFileSync(`${seeds}/${file}`))
    for (const {span, valueSpan, value} of targetsOf(result)) {
      expect(span.start <= valueSpan.start && valueSpan.end <= span.end).toBe(true)
      if (value !== null)
        expect(result.text.slice(valueSpan.start, valueSpan.end)).toMatch(/[\d一二两三四五六七八九十百千]|全|所有/)
    }
  }
})

describe('tables of indicators', () => {
  const tableOf = (title: string, head: string[], ...rows: string[][]): string => {
    const row = (cells: string[], tag: string): string => `<tr>${cells.map(c => `<${tag}>${c}</${tag}>`).join('')}</tr>`
    return `<h1>${title}</h1><p>现将指标分解如下。</p><h2>一、主要指标</h2><table>${row(head, 'th')}${rows.map(r => row(r, 'td')).join('')}</table>`
  }
  const goals = async (html: string) =>
    targetsOf(await parse(html, {mediaType: 'text/html'})).map(t => [
      t.metric,
      t.comparator,
      t.value,
      t.unit,
      t.deadline?.edtf,
      t.deadline?.via,
    ])

  test('take metric and unit from the row and the year from the column; where things stand is no goal', async () => {
    const html = tableOf(
      '云水县“十四五”林业发展规划',
      ['序号', '指标', '单位', '2020年', '2025年', '属性'],
      ['1', '森林覆盖率', '%', '40.2', '42.5', '约束性'],
      ['2', '林业总产值', '亿元', '35', '≥50', '预期性'],
      ['3', '护林员人数', '万人', '1.2', '1.5左右', '预期性'],
      ['4', '林长制考核', '—', '—', '优秀', '预期性'],
    )
    expect(await goals(html)).toEqual([
      ['森林覆盖率', '=', 42.5, '%', '2025', 'table'],
      ['林业总产值', '>=', 5_000_000_000, 'CNY', '2025', 'table'],
      ['护林员人数', '~', 15_000, '人', '2025', 'table'],
    ])
  })

  test('take the time of the row', async () => {
    const html = tableOf(
      '云水县造林绿化实施方案',
      ['序号', '指标名称', '目标值', '完成时限'],
      ['1', '新增造林面积', '3万亩', '2024年底前'],
      ['2', '良种使用率', '80%以上', '2025年'],
    )
    expect(await goals(html)).toEqual([
      ['新增造林面积', '=', 30_000, '亩', '2024-12-31', 'table'],
      ['良种使用率', '>=', 80, '%', '2025', 'table'],
    ])
  })

  test('tell nothing where the columns are not clear, and nothing of what was', async () => {
    const html = tableOf('云水县林业统计表', ['地区', '2020年', '2025年'], ['东乡', '3', '4'])
    expect(await goals(html)).toEqual([])
    const past = tableOf('云水县林业情况', ['指标', '单位', '2023年实际'], ['森林覆盖率', '%', '41'])
    expect(await goals(past)).toEqual([])
  })
})

describe('a plan period that has gone by', () => {
  test('holds results, by the title of the plan that follows', async () => {
    const lines = [
      '一、总体要求',
      '“十三五”期间，新建幼儿园60所。“十四五”期间，新建幼儿园40所。',
      '二、其他',
      '落实责任。',
    ]
    expect((await read('云水县“十四五”教育发展规划', ...lines)).map(t => t.value)).toEqual([40])
    expect((await read('云水县“十三五”教育发展规划', ...lines)).map(t => t.value)).toEqual([60, 40])
  })
})

describe('a table of indicators whose cells became lines', () => {
  const head = ['云岭县“十四五”教育发展规划', '一、主要目标', '主要指标如下。', '专栏1 教育发展主要指标']

  test('is read in rows: the later year is the goal', async () => {
    const columns = ['序号', '指  标', '单位', '2020年', '2025年', '属性']
    const rows = ['普及水平', '1', '学前三年毛入园率', '%', '92.5', '≥95', '预期性']
    const targets = await read(
      ...head,
      ...columns,
      ...rows,
      '2',
      '平均受教育年限',
      '年',
      '10.5',
      '11.3',
      '约束性',
      '二、主要任务',
    )
    expect(targets.map(t => [t.metric, t.comparator, t.value, t.unit, t.deadline?.edtf, t.deadline?.via])).toEqual([
      ['学前三年毛入园率', '>=', 95, '%', '2025', 'table'],
      ['平均受教育年限', '=', 11.3, '年', '2025', 'table'],
    ])
  })

  test('a unit may stand in brackets behind the metric, a number before it', async () => {
    const rows = ['1.毛入园率（%）', '99%', '99%以上', '约束性', '2.受教育年限（年）', '11.4年', '12.3年以上', '约束性']
    const targets = await read(...head, '指标', '2020年', '2025年', '属性', ...rows)
    expect(targets.map(t => [t.metric, t.comparator, t.value, t.unit])).toEqual([
      ['毛入园率', '>=', 99, '%'],
      ['受教育年限', '>=', 12.3, '年'],
    ])
  })

  test('lines that are no rows stay lines', async () => {
    const targets = await read(...head, '指标', '2025年', '完成情况良好。', '毛入园率', '达到要求。')
    expect(targets).toEqual([])
  })
})
