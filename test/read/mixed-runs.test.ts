// Lines that two programs have written into: parts in UTF-8, parts in an encoding of pairs.
import iconv from 'iconv-lite'
import {expect, test} from 'vitest'
import {runsIn} from '../../src/read/encoding/runs.ts'
import {read} from '../../src/read/read.ts'

const join = (...parts: readonly (readonly [string, string])[]): Buffer =>
  Buffer.concat(parts.map(([encoding, text]) => iconv.encode(text, encoding)))

const LINES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'gbk in utf-8': [
    ['utf8', '各部门应当在'],
    ['gbk', '2022年6月30日前'],
    ['utf8', '完成登记工作。'],
  ],
  'utf-8 in gbk': [
    ['gbk', '各部门应当在'],
    ['utf8', '2022年6月30日前'],
    ['gbk', '完成登记工作。'],
  ],
  'utf-8 in big5': [
    ['big5', '各機關應當於'],
    ['utf8', '二月三十日前完成'],
    ['big5', '登記，並送主管機關備查。'],
  ],
}

test.each(Object.keys(LINES))('%s', async name => {
  const parts = LINES[name]!
  const first = join(['utf8', '第一条 为了加强学校管理，制定本办法。\n'])
  const page = name === 'gbk in utf-8' ? Buffer.concat([first, join(...parts)]) : join(...parts)
  const {text, diagnostics} = await read(page, {})
  expect(text).toContain(parts.map(([, part]) => part).join(''))
  expect(diagnostics.map(d => d.code)).toContain('read/mixed-encodings')
})

test('a line that lost a byte of UTF-8 is in one encoding', () => {
  const line = Buffer.from('各级人民政府应当将经费纳入本级财政预算。')
  for (let at = 6; at < line.length - 3; at++)
    expect(runsIn(Buffer.concat([line.subarray(0, at), line.subarray(at + 1)]), 'utf-8', 'gb18030')).toBeUndefined()
})

test('sound lines are in one encoding', () => {
  const text = '为贯彻落实国务院有关规定，骞、鍥、锛、涓等字不在常用字表中，閱覽、農業、圖書館。'
  expect(runsIn(Buffer.from(text), 'utf-8', 'gb18030')).toBeUndefined()
  expect(runsIn(iconv.encode(text, 'gbk'), 'gb18030', 'gb18030')).toBeUndefined()
})
