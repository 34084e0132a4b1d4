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
  ])('%s is %s', (line, reason) => expect(reasonsOf(`${line}\n${TEXT}`)[0]).toBe(reason))
})

describe('below the text', () => {
  test.each([
    ['上一页 1 [2] [3] 下一页', 'pager'],
    ['下一篇：关于做好防汛工作的通知', 'related'],
    ['推荐文章', 'related'],
    ['本站内容转载自网络，版权归原作者所有。', 'disclaimer'],
    ['京ICP备12345678号', 'navigation'],
    ['本摘要由AI生成，仅供参考，请以原文为准', 'disclaimer'],
    ['一键生成摘要', 'widget'],
    ['影视大全_免费小说_手机游戏下载_在线直播', 'spam'],
    ['- 12 -', 'page-number'],
    ['第3页 共7页', 'page-number'],
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
