// The same damage twice on a page is read once: as the surer of its readings, where one is surer.
import {expect, test} from 'vitest'
import type {Region} from '../../src/repair/lattice/regions.ts'
import {readAgain} from '../../src/repair/rules/shifted-gbk-again.ts'

const DAMAGE = '?茖哟胃叩嚷殬I'
const region = (insert: string, confidence: number): Region => ({
  start: 1,
  end: 1 + DAMAGE.length,
  insert,
  guesses: [{span: {start: 0, end: 1}, certainty: 'inferred', confidence, alternatives: []}],
  margin: 9,
})

/** What each of several lines with the same damage is read as in the end, and what is named beside it. */
function read(...readings: [insert: string, confidence: number][]): string[] {
  const line = `的${DAMAGE}。\n`
  const found = readings.map(([insert, confidence], i) => ({
    line: {start: i * line.length},
    regions: [region(insert, confidence)],
  }))
  const again = readAgain(line.repeat(readings.length), found)
  return found.map(({regions: [own]}) => {
    const {insert, guesses} = again.get(own!) ?? own!
    return [insert, guesses[0]!.confidence, ...guesses[0]!.alternatives].join(' ')
  })
}

test.each([
  [
    'the surer reading is taken, the other named',
    [
      ['校科层次', 0.72],
      ['专科层次', 0.99],
    ],
    ['专科层次 0.99 校', '专科层次 0.99'],
  ],
  [
    'what is read so more often is surer',
    [
      ['校科层次', 0.75],
      ['专科层次', 0.8],
      ['专科层次', 0.8],
    ],
    ['专科层次 0.8 校', '专科层次 0.8', '专科层次 0.8'],
  ],
  [
    'two that are as sure stay',
    [
      ['校科层次', 0.7],
      ['专科层次', 0.75],
    ],
    ['校科层次 0.7', '专科层次 0.75'],
  ],
  [
    'what is sure stays',
    [
      ['本科层次', 0.95],
      ['专科层次', 0.999],
    ],
    ['本科层次 0.95', '专科层次 0.999'],
  ],
  [
    'readings of another length stay',
    [
      ['校科层', 0.6],
      ['专科层次', 0.99],
    ],
    ['校科层 0.6', '专科层次 0.99'],
  ],
] as [string, [string, number][], string[]][])('%s', (_, readings, want) => expect(read(...readings)).toEqual(want))
