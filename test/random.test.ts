// Random bytes, and random edits of pages: whatever comes in, a Result that holds comes out, or one clear refusal.
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {check} from '../src/check/check.ts'
import {parse} from '../src/pipeline.ts'

/** Together 11,000 where it counts; the seed is fixed, so that a failure is the same everywhere (FC_SEED for others). */
const RUNS = process.env['CI'] ? 5_000 : 500
const seed = Number(process.env['FC_SEED'] ?? 20_240_301)
const TIME = 900_000

const filesOf = (dir: string): string[] =>
  fs.existsSync(dir) ? fs.readdirSync(dir, {recursive: true, encoding: 'utf8'}).map(name => path.join(dir, name)) : []
const PAGE = /\.(?:txt|md|html?)$/
/** Our own pages, and the shared ones where they stand beside the checkout. */
const pages = [
  ...filesOf('fixtures/documents').filter(file => path.basename(file).startsWith('input.')),
  ...['../shared/seeds', '../shared/corpus'].flatMap(filesOf),
]
  .filter(file => PAGE.test(file))
  .sort()
  .map(file => fs.readFileSync(file))

async function survives(input: Uint8Array): Promise<void> {
  const result = await parse(input).catch(error => {
    if (error.name !== 'ReadError') throw error
    expect(error.message).not.toContain('\n')
    return null
  })
  if (!result) return
  expect(result.diagnostics.filter(d => d.code === 'pipeline/stage-failed')).toEqual([])
  expect(check(result).slice(0, 3)).toEqual([])
}

/** What a page may hold where nobody expects it: marks of every stage, in UTF-8 and in GBK, and broken pieces of them. */
const PIECES = [
  ...'一、|（一）|(1)|1.|1．|①|第一条|第二章 总则|附件1|\n|\r\n|　　|。|，|、|%|％|｜|到2025年|达到95%以上|2019—2022年|每生每年600元|《|》|“|”|（|）|(xué)|學|⼀|。ㄒ唬|鍥藉姟|å›½|\u0000|\ufeff|\ufffd|\u200b|\ue000'.split(
    '|',
  ),
  ...'<p>|</p>|<div>|</div>|<table><tr><td>|</td></tr></table>|<!--|-->|<script>|</script>|&nbsp;|&#20013;|&#x|<br>|<meta charset="gbk">|# |## |- '.split(
    '|',
  ),
  '|',
].map(text => new TextEncoder().encode(text))
const BROKEN = [[0xff, 0xfe], [0xef, 0xbb, 0xbf], [0x81], [0xa3, 0xa8, 0xd2, 0xbb, 0xa3, 0xa9], [0xe4, 0xb8], [0x80]]
const pieces: readonly Uint8Array[] = [...PIECES, ...BROKEN.map(bytes => Uint8Array.from(bytes))]

const place = fc.double({min: 0, max: 1, noNaN: true})
const edit = fc.oneof(
  fc.record({kind: fc.constant('cut' as const), at: place, length: fc.integer({min: 1, max: 60})}),
  fc.record({kind: fc.constant('put' as const), at: place, piece: fc.integer({min: 0, max: pieces.length - 1})}),
  fc.record({kind: fc.constant('copy' as const), at: place, from: place, length: fc.integer({min: 1, max: 90})}),
  fc.record({kind: fc.constant('flip' as const), at: place, byte: fc.integer({min: 0, max: 255})}),
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function edited(bytes: Buffer, change: Edit): Buffer {
  const at = Math.floor(change.at * bytes.length)
  const before = bytes.subarray(0, at)
  switch (change.kind) {
    case 'cut':
      return Buffer.concat([before, bytes.subarray(at + change.length)])
    case 'put':
      return Buffer.concat([before, pieces[change.piece]!, bytes.subarray(at)])
    case 'copy': {
      const from = Math.floor(change.from * bytes.length)
      return Buffer.concat([before, bytes.subarray(from, from + change.length), bytes.subarray(at)])
    }
    case 'flip':
      return Buffer.concat([before, Buffer.of(change.byte), bytes.subarray(at + 1)])
  }
}

/** Where a page may be taken apart into lines and elements, its bytes as they are. */
const PARTS = /(?<=\n)|(?=<(?:p|tr|table|div|li)[ >])/
const TABLES = [
  '<table><tr><th>任务</th><th>责任单位</th></tr><tr><td>到2025年覆盖率达到95%</td><td>教育局</td></tr></table>',
  '\n| 任务 | 责任单位 |\n|---|---|\n| 到2025年覆盖率达到95% | 教育局 |\n',
].map(text => Buffer.from(text).toString('latin1'))

const move = fc.record({
  kind: fc.constantFrom('leave out', 'repeat', 'move', 'table'),
  at: place,
  to: place,
  length: fc.integer({min: 1, max: 4}),
})
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never

function rearranged(parts: readonly string[], {kind, at, to, length}: Move): string[] {
  const from = Math.floor(at * parts.length)
  const rest = kind === 'leave out' || kind === 'move' ? parts.toSpliced(from, length) : [...parts]
  if (kind === 'leave out') return rest
  const put = kind === 'table' ? [TABLES[length % 2]!] : parts.slice(from, from + length)
  return rest.toSpliced(Math.floor(to * rest.length), 0, ...put)
}

describe('random', () => {
  test(
    'bytes',
    async () => {
      await fc.assert(fc.asyncProperty(fc.uint8Array({maxLength: 300}), survives), {numRuns: (RUNS * 3) / 5, seed})
    },
    TIME,
  )

  test(
    'pieces in any order',
    async () => {
      const piece = fc.integer({min: 0, max: pieces.length - 1}).map(i => pieces[i]!)
      await fc.assert(
        fc.asyncProperty(fc.array(piece, {maxLength: 60}), list => survives(Buffer.concat(list))),
        {numRuns: (RUNS * 3) / 5, seed},
      )
    },
    TIME,
  )

  test(
    'edits of pages',
    async () => {
      expect(pages.length).toBeGreaterThan(5)
      const page = fc.record({
        page: fc.integer({min: 0, max: pages.length - 1}),
        start: place,
        length: fc.integer({min: 40, max: 600}),
        edits: fc.array(edit, {minLength: 1, maxLength: 8}),
      })
      await fc.assert(
        fc.asyncProperty(page, ({page, start, length, edits}) => {
          const whole = pages[page]!
          // Every fourth begins where the page does, with its declarations and its head.
          const from = length % 4 === 0 ? 0 : Math.floor(start * whole.length)
          return survives(edits.reduce(edited, whole.subarray(from, from + length)))
        }),
        {numRuns: RUNS, seed},
      )
    },
    TIME,
  )

  test(
    'lines and tables of pages in another order',
    async () => {
      const page = fc.record({
        page: fc.integer({min: 0, max: pages.length - 1}),
        start: place,
        moves: fc.array(move, {minLength: 1, maxLength: 8}),
      })
      await fc.assert(
        fc.asyncProperty(page, ({page, start, moves}) => {
          const parts = pages[page]!.toString('latin1').split(PARTS)
          const from = Math.floor(start * parts.length)
          const text = moves.reduce(rearranged, parts.slice(from, from + 60)).join('')
          return survives(Buffer.from(text, 'latin1'))
        }),
        {numRuns: RUNS / 5, seed},
      )
    },
    TIME,
  )
})
