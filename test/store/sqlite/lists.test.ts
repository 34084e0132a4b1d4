/** Lists of nodes: gathered, written, read, joined. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type Gathered, gatherer} from '../../../src/store/sqlite/gather.ts'
import {both, unread, written} from '../../../src/store/sqlite/lists.ts'

const KEY = fc.integer({min: 0, max: 2 ** 32 - 1})
const NODES = fc.uniqueArray(fc.integer({min: 1, max: 2 ** 32 - 1})).map(all => Uint32Array.from(all).sort())

function add(lists: Gathered, keys: Iterable<number>, node: number): void {
  for (const key of keys) lists.note(lists.listOf(key), node)
}

describe('lists', () => {
  test('what is gathered is what was met, by ascending key', () => {
    const steps = fc.array(
      fc.tuple(fc.integer({min: 1, max: 70_000}), fc.array(fc.oneof(KEY, fc.integer({min: 0, max: 9})))),
    )
    fc.assert(
      fc.property(steps, all => {
        const lists = gatherer()
        for (const round of [0, 1]) {
          const want = new Map<number, number[]>()
          let node = round
          for (const [step, keys] of all) {
            node += step
            add(lists, keys, node)
            for (const key of new Set(keys)) want.set(key, [...(want.get(key) ?? []), node])
          }
          const got = [...lists.drain()].map(([key, nodes]) => [key, [...unread([nodes])]])
          expect(got).toEqual([...want].sort((a, b) => a[0] - b[0]))
        }
      }),
    )
  })

  test('a key of many nodes, many keys of one', () => {
    const lists = gatherer()
    const many = Uint32Array.from({length: 50_000}, (_, i) => i * 65_537)
    add(lists, many, 3)
    for (let node = 4; node < 100_000; node++) add(lists, [7], node)
    const found = new Map([...lists.drain()].map(([key, nodes]) => [key, unread([nodes])]))
    expect(found.size).toBe(50_001)
    expect(found.get(7)).toEqual(Uint32Array.from({length: 99_996}, (_, i) => i + 4))
    expect([...found.get(65_537 * 49_999)!]).toEqual([3])
  })

  test('written and read they are the same, also those of segments that stand in another order', () => {
    fc.assert(
      fc.property(NODES, fc.nat(5), (nodes, cut) => {
        expect(unread([written(nodes)])).toEqual(nodes)
        const parts = [nodes.subarray(cut), nodes.subarray(0, cut)].map(written)
        expect(unread(parts)).toEqual(nodes)
      }),
    )
  })

  test('what two have in common', () => {
    fc.assert(
      fc.property(NODES, NODES, fc.array(fc.nat()), (a, b, shared) => {
        const one = Uint32Array.from(new Set([...a, ...shared])).sort()
        const two = Uint32Array.from(new Set([...b, ...shared])).sort()
        const has = new Set(two)
        expect([...both(one, two)]).toEqual([...one].filter(node => has.has(node)))
      }),
    )
  })
})
