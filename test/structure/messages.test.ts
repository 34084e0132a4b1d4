// What a reader is told of odd numbering: "Unexpected X, expected Y", with the number that the place asks for.
import {expect, test} from 'vitest'
import {parse} from '../../src/pipeline.ts'

const told = async (text: string): Promise<string[]> =>
  (await parse(text)).diagnostics.filter(d => d.code.startsWith('structure/sequence')).map(d => d.message)

const CASES: readonly [label: string, lines: string[], messages: string[]][] = [
  ['a gap', ['一、甲', '二、乙', '四、丁'], ['Unexpected 四、, expected 三、']],
  ['a gap on a level below', ['一、甲', '（一）子', '（三）丑'], ['Unexpected （三）, expected （二）']],
  ['a gap of articles', ['第一条 甲。', '第二条 乙。', '第四条 丁。'], ['Unexpected 第四条, expected 第三条']],
  ['a number again', ['一、甲', '二、乙', '二、丙', '三、丁'], ['Unexpected 二、 again, expected 三、 after 二、']],
  ['nothing odd', ['一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅'], []],
]
for (const [label, lines, messages] of CASES)
  test(label, async () => expect(await told(`${lines.join('\n')}\n`)).toEqual(messages))
