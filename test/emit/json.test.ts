// A long value is written in pieces whose sum is what JSON.stringify would have given.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {indented, indentedPieces, line, linePieces} from '../../src/emit/json.ts'
import {flow} from '../../src/text/flow.ts'

const sum = (value: unknown): string => [...indentedPieces(value)].join('')
const inLine = (value: unknown): string => [...linePieces(value)].join('')

test.each([
  [[]],
  [{}],
  [null],
  [[{}, {a: []}]],
  [{documents: [{children: [{text: 'a\nb', span: {start: 0, end: 3}}], annexes: []}], facts: []}],
  [{kept: [{a: undefined, b: 1}], left: undefined}],
])('%j', value => expect([sum(value), inLine(value)]).toEqual([indented(value), line(value)]))

test('a list that is made while it is read', () => {
  const list = (...elements: unknown[]) => flow(() => elements.values())
  const flowing = {
    facts: list(),
    documents: list({id: 'd1', children: list({text: 'a'}, {children: list()})}),
    end: null,
  }
  const held = {facts: [], documents: [{id: 'd1', children: [{text: 'a'}, {children: []}]}], end: null}
  expect([sum(flowing), inLine(flowing), line(flowing)]).toEqual([indented(held), line(held), line(held)])
})

test('any value', () => {
  const same = (value: unknown): boolean => sum(value) === indented(value) && inLine(value) === line(value)
  fc.assert(fc.property(fc.jsonValue({maxDepth: 6}), same), {seed: 1})
})

test('a long text is written in pieces, no pair of which is cut', () => {
  const text = `${'a'.repeat(65_535)}𠀀"\n`.repeat(5)
  for (const value of [{text}, [text, {text, span: null}], {documents: [{text, children: [{text}]}]}])
    expect([sum(value) === indented(value), inLine(value) === line(value)]).toEqual([true, true])
  expect(Math.max(...[...linePieces({text})].map(piece => piece.length))).toBeLessThan(100_000)
})

test('a long one is more than one piece', () => {
  const pieces = [...indentedPieces({facts: Array.from({length: 5000}, (_, i) => ({id: `f${i}`, text: '目标'}))})]
  expect(pieces.length).toBeGreaterThan(2)
})
