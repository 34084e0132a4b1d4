/** What every store must do, run against each engine: hits equal a scan, in either script, whatever the query. */
import {describe, expect, test} from 'vitest'
import {nodes} from '../../src/emit/row.ts'
import type {Result} from '../../src/model/result.ts'
import {fold} from '../../src/store/fold.ts'
import {terms} from '../../src/store/grams.ts'
import type {Store} from '../../src/store/store.ts'
import {ownText} from '../../src/store/write.ts'

export const QUERIES = [
  '补贴',
  '教育',
  '幼儿园',
  '普惠性幼儿园',
  '覆盖率',
  '县管校聘',
  '學前教育',
  '一',
  '率',
  '2025',
  '5G',
  '95%',
  '教育 幼儿园',
  '“县管校聘”',
  '"优质 均衡"',
  '立德树人、',
  '。',
  '（一）',
  '没有这样的词语组合',
  '',
  '   ',
  '"',
  '*',
  'NEAR(教育 学校)',
  'text : 教育',
  "'; DROP TABLE nodes; --",
  '教育" OR "',
  'AND OR NOT',
  '%',
  '教%',
  '教_育',
  '教'.repeat(3000),
  '\u0000教育',
]

/** The nodes whose own heading or text contains every term. */
export function scan(results: readonly Result[], query: string): string[] {
  const wanted = terms(query).map(fold)
  const found: string[] = []
  for (const result of results)
    for (const {node} of nodes(result)) {
      const {heading, text} = ownText(node)
      if (wanted.every(term => fold(heading ?? '').includes(term) || fold(text).includes(term)))
        found.push(`${result.source.path} ${node.id}`)
    }
  return found.sort()
}

export function conformance(name: string, open: () => Promise<{store: Store; results: readonly Result[]}>): void {
  describe(`${name}: hits equal the scan`, () => {
    for (const query of QUERIES)
      test(JSON.stringify(query.slice(0, 24)), async () => {
        const {store, results} = await open()
        const hits = await store.search(query)
        expect(hits.map(h => `${h.path} ${h.node}`).sort()).toEqual(scan(results, query))
      })
  })
}
