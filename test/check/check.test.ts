// Each test breaks a sound Result in one way, and the check must say so.
import {describe, expect, test} from 'vitest'
import {check} from '../../src/check/check.ts'
import type {Fact} from '../../src/model/fact.ts'
import type {Result} from '../../src/model/result.ts'
import {parse} from '../../src/pipeline.ts'

const TEXT = '云岭县实施方案\n一、总体目标\n到2027年，全县建成示范园12所。\n二、保障措施\n每所补助5万元。\n'
const sound = async (): Promise<Result> => structuredClone(await parse(TEXT))
const codes = (result: unknown): string[] => [...new Set(check(result).map(p => p.code))]

/** The first node that is a leaf with text, wherever it hangs. */
function firstLeaf(result: Result) {
  const stack = [...result.documents[0]!.children]
  for (let node = stack.shift(); node; node = stack.shift()) {
    if (node.type === 'clause') stack.push(...node.children)
    else if (node.type !== 'table') return node
  }
  throw new Error('no leaf')
}

describe('check', () => {
  test('finds nothing in a sound Result', async () => expect(check(await sound())).toEqual([]))

  test('a missing key is told as shape, and nothing else', async () => {
    const {text: _, ...rest} = await sound()
    expect(codes(rest)).toEqual(['schema'])
  })

  test('an unknown key is told', async () => expect(codes({...(await sound()), extra: 1})).toEqual(['schema']))

  test('text that stands in no leaf', async () => {
    const result = await sound()
    result.documents[0]!.children.pop()
    expect(codes(result)).toContain('conservation')
  })

  test('text that stands in two leaves', async () => {
    const result = await sound()
    const {text, span, origin} = firstLeaf(result)
    result.furniture.push({reason: 'toolbar', text, span, origin})
    expect(codes(result)).toContain('conservation')
  })

  test('a slice that is not what its span cuts', async () => {
    const result = await sound()
    firstLeaf(result).text += '。'
    expect(codes(result)).toContain('slice')
  })

  test('a record that does not lead back to the read text', async () => {
    const result = await sound()
    result.folds.push({rule: 'script', count: 1, edits: [[0, '雲']]})
    expect(codes(result)).toEqual(['undo'])
  })

  test('two ids that are the same', async () => {
    const result = await sound()
    result.documents.push({
      ...structuredClone(result.documents[0]!),
      children: [],
      span: {start: result.text.length, end: result.text.length},
    })
    expect(codes(result)).toContain('id')
  })

  test('a fact outside its node', async () => {
    const result = await sound()
    const leaf = firstLeaf(result)
    result.facts.push({
      kind: 'percentage',
      id: 'f999',
      document: 'd1',
      node: leaf.id,
      clause: null,
      row: null,
      text: result.text.slice(leaf.span.end, leaf.span.end + 2),
      span: {start: leaf.span.end, end: leaf.span.end + 2},
      origin: leaf.origin,
      rule: 'percentage',
      certainty: 'read',
      repairs: [],
      warnings: [],
      comparator: '=',
      value: 1,
      upper: null,
      unit: '%',
      base: null,
    })
    expect(codes(result)).toContain('fact-place')
  })

  test('a level that does not count the clauses above', async () => {
    const result = await sound()
    const clause = result.documents[0]!.children.find(node => node.type === 'clause')!
    clause.level = 2
    expect(codes(result)).toEqual(['level'])
  })

  test.each<[string, string, (fact: Fact, result: Result) => void]>([
    [
      'a link to a clause that is not around the fact',
      'link',
      (fact, {documents: [d]}) => (fact.clause = d!.children.at(-1)!.id),
    ],
    ['a document in the place of a clause', 'link', fact => (fact.clause = fact.document)],
    ['a fact less certain than its repairs', 'record', fact => (fact.certainty = 'inferred')],
    ['a day that is in no calendar', 'day', fact => void Object.assign(fact, {end: '2027-02-29'})],
    ['a day without its month', 'day', fact => void Object.assign(fact, {end: '2027'})],
  ])('%s', async (_, code, spoil) => {
    const result = await sound()
    spoil(result.facts.find(fact => fact.kind === 'deadline')!, result)
    expect(codes(result)).toEqual([code])
  })
})
