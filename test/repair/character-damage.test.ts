// Damage made on purpose and undone again, over our own pages and, where they stand beside the checkout, the shared ones.
import fs from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {repair} from '../../src/repair/repair.ts'
import {damages, randomFrom} from './character-damage.ts'

const SHARED = '../shared/corpus'
// These have damage of their own, which other damage on top may hide; Taiwan's laws are traditional already.
const UNSOUND = /fin-011|fin-017|tw-|shifted|glosses/

const texts = (dir: string): string[] =>
  fs.existsSync(dir)
    ? fs
        .readdirSync(dir, {recursive: true, encoding: 'utf8'})
        .filter(name => /\.(?:txt|md)$/.test(name) && !UNSOUND.test(name))
        .sort()
        .map(name => fs.readFileSync(path.join(dir, name), 'utf8').replace(/\r\n?/g, '\n').slice(0, 12000))
    : []

/** The share of damaged lines that come back exactly as the sound text is repaired. */
async function restored(pages: readonly string[], damage: string): Promise<{lines: number; share: number}> {
  let lines = 0
  let exact = 0
  for (const [i, page] of pages.entries()) {
    const sound = page.split('\n')
    const want = (await repair(page)).text.split('\n')
    const damaged = damages[damage]!(page, randomFrom(i + 1))
    const got = (await repair(damaged)).text.split('\n')
    expect(got.length).toBe(want.length)
    for (const [n, line] of damaged.split('\n').entries()) {
      if (line === sound[n]) continue
      lines++
      if (got[n] === want[n]) exact++
    }
  }
  return {lines, share: exact / lines}
}

for (const [name, pages] of [
  ['our pages', texts('fixtures/documents')],
  ['shared pages', texts(SHARED)],
] as const)
  describe.skipIf(pages.length === 0)(
    `${name} (shared ones are skipped where they do not stand beside the checkout)`,
    () => {
      test.each(Object.keys(damages))(
        '%s: at least 995 lines of a thousand',
        async damage => {
          const {lines, share} = await restored(pages, damage)
          expect(lines).toBeGreaterThan(0)
          expect(share).toBeGreaterThanOrEqual(0.995)
        },
        60_000,
      )
    },
  )
