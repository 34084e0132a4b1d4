// The day that 自公布之日起 is counted from: never one on which a law was only passed.
import {expect, test} from 'vitest'
import {issuedOn} from '../../src/text/issued.ts'

/** The day of issue of a text whose first day is the document's own. */
function issue(text: string, from = 'header'): string | null {
  const raw = /\d{4}年\d{1,2}月\d{1,2}日/.exec(text)!
  const value = raw[0]
    .match(/\d+/g)!
    .map(part => part.padStart(2, '0'))
    .join('-')
  return issuedOn(text, {value, span: {start: raw.index, end: raw.index + raw[0].length}, from})
}

test.each([
  ['passed and published', '2007年6月21日市人大常委会通过\n2007年7月27日公告公布\n第一条 目的', '2007-07-27'],
  ['published with an order', '（2018年5月16日市人民政府令第37号公布 自2018年7月1日起施行）', '2018-05-16'],
  ['only passed', '2011年7月29日省人大常委会第二十五次会议通过\n第一条 目的', null],
  ['published twice', '2007年6月21日通过\n2007年7月27日公布\n2014年9月26日公布\n第一条 目的', null],
  ['a later amendment is no issue', '2007年6月21日通过 2007年7月27日公布 2014年9月26日修订公布', '2007-07-27'],
  ['days of clauses are no history', '2007年6月21日通过\n第一条 2010年1月1日公布的名单', null],
  ['a day alone', '2019年3月5日\n各单位：', '2019-03-05'],
])('%s', (_, text, want) => expect(issue(text)).toBe(want))

test('a signature is the issue', () => expect(issue('2019年3月5日会议通过', 'signature')).toBe('2019-03-05'))
test('a month is no day', () => expect(issuedOn('', {value: '2019-03', span: null, from: 'page'})).toBeNull())
