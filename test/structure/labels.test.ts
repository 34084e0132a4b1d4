// Lines of labels and values, in cells, in columns, shifted, empty; and lines that only begin like one.
import {describe, expect, test} from 'vitest'
import {readPairs} from '../../src/structure/metadata/labels.ts'
import {signsOf} from '../../src/structure/signs.ts'

const pairs = (text: string): string[] | undefined =>
  readPairs({
    text,
    signs: signsOf(text),
    span: {start: 0, end: text.length},
    indent: 0,
    gap: 0,
    heading: 0,
    marks: [],
  })?.map(({key, value}) => `${key}=${text.slice(value.start, value.end)}`)

describe('labels', () => {
  test.each([
    ['索 引 号 X-1/2020 主题分类 科技、教育', ['indexNumber=X-1/2020', 'topic=科技、教育']],
    ['关键词 | 发布机构 | 市政务局 | |', ['keywords=', 'publisher=市政务局']],
    ['公开形式 | 责任部门 | ||', ['extra=', 'publisher=']],
    ['发文机关：\t国务院\t成文日期：\t2019年01月24日', ['issuers=国务院', 'documentDate=2019年01月24日']],
    ['【发文字号】', ['documentNumber=']],
    ['日期：2024/10/10 22:03:29 浏览：', ['date=2024/10/10 22:03:29', 'none=']],
    ['资料来源：区教育局 发布日期：2019-12-24 00:00', ['source=区教育局', 'publishedDate=2019-12-24 00:00']],
    ['索取号 | A1 | 公开日期 |', ['indexNumber=A1', 'publishedDate=']],
    ['责编 | 张三 | 来源 | 日报', ['extra=张三', 'source=日报']],
  ])('%s', (text, want) => expect(pairs(text)).toEqual(want))

  test.each([
    '来源广泛，渠道多样。',
    '时间：全年',
    '主题教育要常抓不懈',
    '发布机构改革方案',
    '各单位 | 各部门',
    '名称由登记机关核定',
    '责任单位 各乡镇',
    '3月5日 | 张三 | 来源 | 日报',
    '办理这项业务的单位和个人都要登记 | 张三 | 来源 | 日报',
  ])('%s has none', text => expect(pairs(text)).toBeUndefined())
})
