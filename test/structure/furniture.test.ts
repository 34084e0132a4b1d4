// Kinds of furniture around a text, and lines of a text that are none although they use its words.
import {describe, expect, test} from 'vitest'
import {furnish} from '../../src/structure/page/furniture.ts'
import {readLines} from '../../src/structure/page/lines.ts'

const TEXT =
  '为加强管理，根据有关规定，结合本市实际，制定本办法，请各单位认真贯彻执行。\n一、总则\n本办法由市政府负责解释，自印发之日起施行，原办法同时废止，有效期五年。'

const reasonsOf = (text: string): (string | undefined)[] =>
  furnish(readLines({text, hints: [], properties: [], repaired: []}).lines)

describe('above the text', () => {
  test.each([
    ['首页 > 政务公开 > 文件', 'breadcrumb'],
    ['您的位置：网站首页 » 公文', 'breadcrumb'],
    ['字号： 大 中 小', 'toolbar'],
    ['【打印】【关闭】分享到：微信 微博', 'toolbar'],
    ['浏览次数：1234 次', 'toolbar'],
    ['扫码使用手机浏览本页内容', 'widget'],
    ['政务公开', 'navigation'],
    ['2. <div class="x"></div>', 'markup'],
    ['<!-- INFO END -->', 'markup'],
    ['跳到主要内容区块', 'toolbar'],
    [':::', 'markup'],
    ['网站首页 >> 信息公开', 'breadcrumb'],
    ['《学校章程.docx》由会员分享，可在线阅读，更多相关《学校章程.docx》请在某库搜索。', 'disclaimer'],
  ])('%s is %s', (line, reason) => expect(reasonsOf(`${line}\n${TEXT}`)[0]).toBe(reason))
})

test('a toolbar and a breadcrumb with each of their words on a line of its own', () => {
  const lines = '首页\n>\n政务公开\n>\n要闻\n2024年云岭省政府工作报告\n【字号：\n加大\n还原\n减小\n】'
  expect(reasonsOf(`${lines}\n${TEXT}`).slice(0, 11)).toEqual([
    ...Array.from({length: 5}, () => 'breadcrumb'),
    undefined,
    ...Array.from({length: 5}, () => 'toolbar'),
  ])
})

describe('around a text of a document library', () => {
  test('the name of the file over who shared it', () =>
    expect(
      reasonsOf(`手册.docx\n《手册.docx》由会员分享，可在线阅读，更多相关《手册.docx》请在某库搜索。\n${TEXT}`)[0],
    ).toBe('toolbar'))
  test('a template inside a sentence stays', () =>
    expect(reasonsOf(`${TEXT}\n模板中的{{name}}应当替换为申请单位的全称，不得留空。`).at(-1)).toBeUndefined())
  test('what the file weighs and counts', () =>
    expect(reasonsOf(`- 格式:doc\n- 大小:33.00 KB\n- 文档页数:3\n${TEXT}`).slice(0, 4)).toEqual([
      'toolbar',
      'toolbar',
      'toolbar',
      undefined,
    ]))
  test('a column of bare dates', () =>
    expect(reasonsOf(`2024-05-26\n2024-04-01\n2023-10-14\n${TEXT}`).slice(0, 4)).toEqual([
      'toolbar',
      'toolbar',
      'toolbar',
      undefined,
    ]))
  test('labels of a document are no facts of a file', () =>
    expect(reasonsOf(`文件名称：管理办法\n类型：规范性文件\n${TEXT}`).slice(0, 2)).toEqual([undefined, undefined]))
  test('the address between two lines of a footer goes with it', () =>
    expect(
      reasonsOf(`${TEXT}\n主办单位：某某市人民政府\n地址：中山路1号 电话：12345\n京ICP备12345678号`).slice(-3),
    ).toEqual(['navigation', 'navigation', 'navigation']))
})

describe('below the text', () => {
  test.each([
    ['上一页 1 [2] [3] 下一页', 'pager'],
    ['下一篇：关于做好防汛工作的通知', 'related'],
    ['推荐文章', 'related'],
    ['【热点】相关文章', 'related'],
    ['• 热门推荐 更多', 'related'],
    ['住房保障工作计划相关文章：', 'related'],
    ['政策解读：一图看懂实施方案', 'related'],
    ['住房保障工作要点：', undefined],
    ['本站内容转载自网络，版权归原作者所有。', 'disclaimer'],
    ['京ICP备12345678号', 'navigation'],
    ['本摘要由AI生成，仅供参考，请以原文为准', 'disclaimer'],
    ['一键生成摘要', 'widget'],
    ['影视大全_免费小说_手机游戏下载_在线直播', 'spam'],
    ['- 12 -', 'page-number'],
    ['第3页 共7页', 'page-number'],
    ['第1页 (共1页)', 'page-number'],
    ['{{item.title}}', 'markup'],
    ['发布时间：{{data.date | day}} 来源：{{data.source}}', 'markup'],
    ['https://www.example.gov.cn/a.html', 'navigation'],
    ['服务条款 隐私权声明 著作权声明', 'toolbar'],
  ])('%s is %s', (line, reason) => expect(reasonsOf(`${TEXT}\n${line}`).at(-1)).toBe(reason))

  test('the links under a head of related pages go with it', () =>
    expect(reasonsOf(`${TEXT}\n相关文章：\n某方案02-22\n某总结2023-01-05`).slice(-3)).toEqual([
      'related',
      'related',
      'related',
    ]))
  test('a signature and an annex under it do not', () =>
    expect(reasonsOf(`${TEXT}\n相关链接\n市教育局\n2023年1月5日\n附件1`).slice(-3)).toEqual([
      undefined,
      undefined,
      undefined,
    ]))
})

describe('inside the text nothing goes that a document may hold', () => {
  test.each([
    '报名路径：首页>通知公告>下载专区。',
    '下载',
    '相关文件',
    '文件名为“单位_姓名_岗位”。',
    '第3页共7页的表格须逐页盖章。',
    '政务公开',
    '）',
    '12',
    '扫描件',
    '打印',
  ])('%s stays', line => {
    const [first, ...rest] = TEXT.split('\n')
    expect(reasonsOf([first, line, ...rest].join('\n'))[1]).toBeUndefined()
  })
})
