import {expect, test} from 'vitest'
import {allDo} from '../../src/extract/targets/all-do.ts'

test.each([
  ['全市所有行政村都通硬化路', {area: '全市', nouns: '行政村', does: '都通硬化路'}],
  ['全部30户以上的自然村通客车', {area: '', nouns: '30户以上的自然村', does: '通客车'}],
  ['所有的村通水电', {area: '', nouns: '的村', does: '通水电'}],
  ['各县所有学校（含教学点）达到国家标准', {area: '各县', nouns: '学校（含教学点）', does: '达到国家标准'}],
])('%s', (words, want) => expect(allDo(words)).toEqual(want))

test.each([
  '行政村都通硬化路',
  '所有人达到',
  '所有学校，达到国家标准',
  '所有学校达到国家标准。',
  '全部学校5所达到标准',
])('%s tells nothing of a whole set', words => expect(allDo(words)).toBeNull())
