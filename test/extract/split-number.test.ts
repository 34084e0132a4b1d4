// A value whose number a space may part says so, with the number that may have been meant.
import {expect, test} from 'vitest'
import {parse} from '../../src/index.ts'

const warned = async (text: string) =>
  (await parse(`一、${text}\n二、加强组织领导。\n`)).facts
    .filter(f => f.kind === 'quantity')
    .map(f => [f.text, ...f.warnings.map(w => `${w.code} ${w.candidate}`)])

test.each([
  ['全年抢修管线4 8次。', [['8次', 'split-number 48']]],
  ['新建托育点二十 三所。', [['三所', 'split-number 二十三']]],
  ['一等奖十 二等奖二十 三等奖三十人。', [['三十人']]],
  ['第二十 三人一组。', [['三人']]],
  ['2025 3所学校动工。', [['3所']]],
  ['安排名额二 三十人。', [['三十人']]],
])('%s', async (text, want) => expect(await warned(text)).toEqual(want))
