// What only says that it is a Result: it is told apart, or every view of it can be made.
import {describe, expect, test} from 'vitest'
import {clauseRows} from '../../src/emit/clause-rows.ts'
import {factRows} from '../../src/emit/fact-rows.ts'
import {factTable} from '../../src/emit/fact-table.ts'
import {outline} from '../../src/emit/outline.ts'
import {story} from '../../src/emit/story.ts'
import {isWhole} from '../../src/emit/whole.ts'
import type {Result} from '../../src/model/result.ts'
import {parse} from '../../src/pipeline.ts'
import {measuresOf} from '../../src/store/measures.ts'
import {packer} from '../../src/store/packed.ts'
import {pageRows} from '../../src/store/rows.ts'

const PAGES = [
  '云岭县实施方案\n一、总体目标\n 。ǘ┤陜扰囵B縣級以上骨幹教師(shī)20名。\n到2027年，全县建成示范园12所。（责任单位：教育局、财政局）\n二、保障措施\n每所补助5万元。\n',
  '# 任务表\n\n| 任务 | 责任单位 |\n|---|---|\n| 到2025年覆盖率达到95% | 教育局 |\n',
]

/** Every place in a JSON value. */
function* pathsOf(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) yield* pathsOf(inner, [...path, key])
}

/** A copy with something else at a place; nothing there where `put` is undefined. */
function changed(result: Result, path: readonly (string | number)[], put: unknown): unknown {
  const copy = structuredClone(result)
  let at = copy as unknown as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  at[path.at(-1)!] = put
  return JSON.parse(JSON.stringify(copy))
}

function show(result: Result): void {
  void [...factRows(result), ...clauseRows(result), ...outline(result), ...factTable(result), ...measuresOf(result)]
  void packer()(pageRows('a', result))
  for (const line of [1, 3]) story(result, {line})
}

function thrownBy(broken: Result, at: string): string[] {
  try {
    show(broken)
    return []
  } catch (error) {
    return [`${at}: ${(error as Error).message}`]
  }
}

describe.each(PAGES)('%j', text => {
  test('is whole', async () => expect(isWhole(JSON.parse(JSON.stringify(await parse(text))))).toBe(true))
  test.each([
    ['null', null],
    ['nothing', undefined],
    ['a number', 7],
    ['a text', 'x'],
    ['a list of null', [null]],
  ])('with %s somewhere in it, it is refused or shown', async (_, put) => {
    const result = await parse(text)
    let refused = 0
    const thrown: string[] = []
    for (const path of pathsOf(result)) {
      const broken = changed(result, path, put)
      if (isWhole(broken)) thrown.push(...thrownBy(broken, path.join('/')))
      else refused++
    }
    expect(thrown).toEqual([])
    expect(refused).toBeGreaterThan(30)
  })
})
