// The readings of a query whose characters alone tell no script.
import {expect, test} from 'vitest'
import {readingsOf} from '../../src/store/query.ts'

test.each<[query: string, ...readings: string[][]]>([
  ['教师 培训', ['教师', '培训']],
  ['教師 培訓', ['教师', '培训']],
  ['著力', ['著力'], ['着力']],
  ['徵收 補償', ['徵收', '补偿'], ['征收', '补偿']],
  ['於', ['於'], ['于']],
  ['“著力 推進”', ['着力 推进']],
  ['系统 里程', ['系统', '里程']],
  ['教育 教育 教育', ['教育']],
  ['', []],
])('%s', (query, ...readings) => expect(readingsOf(query)).toEqual(readings))
