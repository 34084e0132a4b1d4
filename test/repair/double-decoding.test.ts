/** How much of one page is put together again, and that the rest is told. */
import {expect, test} from 'vitest'
import {repair} from '../../src/repair/repair.ts'
import {doubleDecoding} from '../../src/repair/rules/double-decoding.ts'

const LINE = 'µÚÒ»Ìõ ΪÁË¹æ·¶ÑøÀÏ·þÎñ²¹ÌùµÄ·¢·Å£¬¸ù¾ÝÓйع涨£¬Öƶ¨±¾°ì·¨¡£'
const TRUE = '第一条 为了规范养老服务补贴的发放，根据有关规定，制定本办法。'

const told = async (lines: number): Promise<readonly string[]> => {
  const {text, diagnostics} = await repair(new Array(lines).fill(LINE).join('\n'), {}, [doubleDecoding])
  expect(text.startsWith(`${TRUE}\n${TRUE}`)).toBe(true)
  return diagnostics.map(({code, message}) => `${code}: ${message.slice(0, 17)}`)
}

test('letters that may be Chinese beyond what one page holds stay, and are told once', async () => {
  expect(await told(50)).toEqual([])
  expect(await told(4000)).toEqual(['repair/suspect: Unexpected amount'])
})
