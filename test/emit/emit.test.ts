// What the emitters print, on small Results made by hand or by the pipeline.

import fs from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {chinese} from '../../src/cli/chinese.ts'
import {clauseRows} from '../../src/emit/clause-rows.ts'
import {toCodePoints, toUtf16} from '../../src/emit/code-points.ts'
import {record} from '../../src/emit/csv.ts'
import {unifiedDiff} from '../../src/emit/diff.ts'
import {factTable} from '../../src/emit/fact-table.ts'
import {outline} from '../../src/emit/outline.ts'
import {harmless} from '../../src/emit/paint.ts'
import {placesAt} from '../../src/emit/place.ts'
import {story} from '../../src/emit/story.ts'
import {clip, width, wrap} from '../../src/emit/width.ts'
import type {Result} from '../../src/model/result.ts'
import {parse} from '../../src/pipeline.ts'
import {undo} from '../../src/text/undo.ts'
import {pdf} from '../read/pdf-file.ts'

describe('CSV', () => {
  test('quotes what needs quotes', () => expect(record(['a,b', 'c"d', 'e\nf', 'g'])).toBe('"a,b","c""d","e\nf",g\n'))
  test('guards cells that a spreadsheet would run, and leaves numbers alone', () =>
    expect(record(['=1+1', '+1', '-1', '@x', '——', '=', -1, 0.5, null])).toBe("'=1+1,'+1,'-1,'@x,——,=,-1,0.5,\n"))
})

test('of PDF a place is a page and a line on it; a line alone is that line on every page', async () => {
  const page = (word: string, coverage: number): [string, number, number][] => [
    [`${word}、扩大资源`, 60, 720],
    [`到2025年，普惠性幼儿园覆盖率达到${coverage}%以上。`, 84, 680],
  ]
  const result = await parse(pdf([page('一', 85), page('二', 90)]), {path: 'a.pdf'})
  expect([...outline(result)].join('\n')).toMatch(/ 1:1 .*一、[\s\S]* 2:1 .*二、/)
  expect([...factTable(result)].join('\n')).toMatch(/ 1:2 .*85[\s\S]* 2:2 .*90/)
  expect(placesAt(result, {line: 2})).toEqual([
    {line: 1, column: 2},
    {line: 2, column: 2},
  ])
  const told = story(result, {line: 2, column: 2})!.join('\n')
  expect(told).toMatch(/^a\.pdf:2:2\nsource {5}到2025年[^[\n]*90%[\s\S]*line 2:2/)
  expect(told).not.toContain('85')
  expect(story(result, {line: 3, column: 1})).toBeNull()
})

test('the row of a clause holds its text wherever the tree keeps it, and not that of its sub-clauses', async () => {
  const page =
    '云岭县行动方案\n一、总体目标\n坚持服务群众。\n坚持安全第一。\n（一）近期目标。办好学校。\n二、保障措施\n按时完成。\n'
  const rows = [...clauseRows(await parse(page))].map(row => [row['marker'], row['heading'], row['text']])
  expect(rows).toEqual([
    ['一、', '总体目标', '坚持服务群众。\n坚持安全第一。'],
    ['（一）', '近期目标。', '办好学校。'],
    ['二、', '保障措施', '按时完成。'],
  ])
})

describe('width on a terminal', () => {
  test.each([
    ['abc', 3],
    ['云岭县', 6],
    ['（一）', 6],
    ['𬭎', 2],
    ['≥ 99 %', 6],
  ])('%s takes %i columns', (text, columns) => expect(width(text)).toBe(columns))
  test('a text is cut to whole characters and filled up', () => {
    expect(clip('云岭县人民政府', 7, 9)).toBe('云岭县…  ')
    expect(clip('a\nb', 10)).toBe('a b')
  })
  test('clipped text never takes more than its columns', () =>
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 1, max: 40}), (text, n) => width(clip(text, n)) <= n),
    ))
})

describe('wrapping', () => {
  test.each([
    ['到2025年，覆盖率达到95%以上。', 12, ['到2025年，覆', '盖率达到95%', '以上。']],
    ['one two three', 8, ['one two', 'three']],
    ['（一）（二）', 8, ['（一）', '（二）']],
    ['依法，依规。', 6, ['依法，', '依规。']],
    ['依据规定，办理', 8, ['依据规', '定，办理']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a\nb', 9, ['a', 'b']],
    ['', 9, ['']],
  ])('%s in %i columns', (text, columns, wanted) => expect(wrap(text, columns)).toEqual(wanted))
  test('loses nothing but white space, and takes no more than its columns', () =>
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom('一', '二', '，', '（', ' ', 'x', '9', '\n', '“', '𠮷'), maxLength: 60}),
        fc.integer({min: 2, max: 30}),
        (text, columns) => {
          const lines = wrap(text, columns)
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
          for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns)
        },
      ),
    ))
})

describe('the outline', () => {
  const page =
    '云岭县行动计划\n一、目标\n（一）到2025年，覆盖率达到95%以上。\n（二）新建学校3所。\n1．选址。\n2．施工。\n二、保障\n'
  const lines = async (depth?: number) =>
    [...outline(await parse(page, {path: 'a.txt'}), {depth})].slice(1).map(line => line.slice(6))
  test('joins siblings by lines and counts facts', async () =>
    expect(await lines()).toEqual([
      'd1 main 行动计划  云岭县行动计划',
      '5 facts',
      '├─ 一、目标  d1/c1',
      '│  ├─ （一）到2025年，覆盖率达到95%以上。  d1/c1.cp1 3 facts',
      '│  └─ （二）新建学校3所。  d1/c1.cp2 2 facts',
      '│     ├─ 1．选址。  d1/c1.cp2.n1',
      '│     └─ 2．施工。  d1/c1.cp2.n2',
      '└─ 二、保障  d1/c2',
    ]))
  test('folds what lies deeper, and counts it', async () =>
    expect((await lines(1)).slice(2)).toEqual(['├─ 一、目标  d1/c1 +4 clauses · 5 facts', '└─ 二、保障  d1/c2']))
})

describe('the table of facts', () => {
  const table = async (columns: number) =>
    [
      ...factTable(await parse('方案\n一、目标\n到2021年，使学生掌握13项体育技能。\n', {path: 'a.txt'}), {columns}),
    ].filter(l => l.includes('13'))
  test('says beside a value what may be wrong with it', async () =>
    expect((await table(100))[0]).toMatch(/13 项 .* \(lost-dash 1\.\.3\?\)$/))
  test('and below it where the line is short', async () => {
    const lines = [...factTable(await parse('方案\n一、目标\n到2021年，使学生掌握13项体育技能。\n'), {columns: 66})]
    expect(lines.some(line => /^ {20,}\(lost-dash/.test(line))).toBe(true)
  })
  test('and nothing below one that has none, however short the line', async () => {
    const page = '方案\n一、目标\n到2025年，九年义务教育阶段适龄儿童少年巩固率达到99%以上。\n'
    expect([...factTable(await parse(page), {columns: 50})].filter(line => line.includes('()'))).toEqual([])
  })
})

describe.each(fs.readdirSync('fixtures/documents').filter(name => !name.includes('.')))('%s at 80 columns', name => {
  const folder = `fixtures/documents/${name}`
  const file = `${folder}/${fs.readdirSync(folder).find(f => f.startsWith('input.'))}`
  test.each([
    ['English', (phrase: string) => phrase],
    ['Chinese', chinese],
  ])('in %s no line wraps', async (_, say) => {
    const result = await parse(fs.readFileSync(file), {path: file})
    const style = {columns: 80, say}
    const told = [1, 5, 9].flatMap(line => story(result, {line}, style) ?? [])
    const lines = [...outline(result, style), ...factTable(result, style), ...told]
    expect(lines.filter(line => width(line) > 80)).toEqual([])
  })
})

test('control characters of a page never reach the terminal', () => {
  expect(harmless('a\x1b[31mb\x07\u009bc\td\n')).toBe('a�[31mb��c\td\n')
})

/** A Result with a record of changes and nothing else. */
const bare = (text: string, repairs: Partial<Result['repairs'][0]>[], folds: Result['folds'] = []): Result =>
  ({
    text,
    repairs: repairs.map((r, i) => ({id: `r${i + 1}`, ...r})),
    folds,
    source: {path: 'a.txt'},
  }) as unknown as Result

describe('the diff', () => {
  test('shows the lines that changed, with their surroundings', () => {
    const result = bare('一\n二\n三\n四\n五\n六\n', [{before: '伍', span: {start: 8, end: 9}}])
    expect([...unifiedDiff(result)]).toEqual([
      '--- a.txt\t(read)',
      '+++ a.txt\t(repaired)',
      '@@ -2,5 +2,5 @@',
      ' 二',
      ' 三',
      ' 四',
      '-伍',
      '+五',
      ' 六',
    ])
  })
  test('is empty when nothing changed', () => expect([...unifiedDiff(bare('一\n', []))]).toEqual([]))
  test('applied to the read text gives the text, whatever was changed', () => {
    const piece = fc.string({unit: fc.constantFrom('一', '二', '\n', 'x'), maxLength: 6})
    const pieces = fc.array(fc.record({same: piece, before: piece, after: piece}), {minLength: 1, maxLength: 8})
    fc.assert(fc.property(pieces, list => patched(list)))
  })
})

/** Makes a Result that changed `before` to `after` between sound stretches, and applies its diff. */
function patched(list: readonly {same: string; before: string; after: string}[]): void {
  let text = ''
  const repairs: Partial<Result['repairs'][0]>[] = []
  for (const {same, before, after} of list) {
    text += `${same}|`
    repairs.push({before, span: {start: text.length, end: text.length + after.length}})
    text += `${after}|`
  }
  const result = bare(text, repairs)
  const {read} = undo(result)
  if (read !== text) expect(applied(read, [...unifiedDiff(result)])).toBe(text)
}

/** What patch(1) does, without its tolerance. */
function applied(text: string, diff: readonly string[]): string {
  const old = text.split('\n')
  const out: string[] = []
  let at = 0
  for (const line of diff.slice(2).flatMap(l => l.split('\n'))) {
    const hunk = line.match(/^@@ -(\d+),(\d+) \+\d+,\d+ @@$/)
    if (hunk) for (const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1); at < start; at++) out.push(old[at]!)
    else if (line.startsWith('+')) out.push(line.slice(1))
    else if (!line.startsWith('\\')) {
      expect(old[at]).toBe(line.slice(1))
      if (line.startsWith(' ')) out.push(old[at]!)
      at++
    }
  }
  return [...out, ...old.slice(at)].join('\n')
}

describe('offsets', () => {
  const page = '𠮷县人民政府通知\n一、总则\n（一）到2025年，𬭎光镇达到99%以上。\n'
  test('to code points and back is the same', async () => {
    const result = await parse(page)
    const there = toCodePoints(result, page)
    expect(there.text).toBe(result.text)
    expect(there.source.characters).toBe([...page].length)
    expect({...toUtf16(there), facts: []}).toMatchObject({text: result.text, folds: result.folds})
    expect(toUtf16(there).repairs.map(r => r.span)).toEqual(result.repairs.map(r => r.span))
  })
  test('a fold counts its length in the unit of its Result', () => {
    const result = {...bare('𠮷𠮷一', [], [{rule: 'x', count: 1, edits: [[2, 'a', 2]]}]), offsets: 'utf-16' as const}
    const full = {
      ...result,
      documents: [],
      facts: [],
      furniture: [],
      diagnostics: [],
      source: {omitted: []},
    } as unknown as Result
    const there = toCodePoints(full, '')
    expect(there.folds[0]!.edits).toEqual([[1, 'a']])
    expect(toUtf16(there).folds[0]!.edits).toEqual([[2, 'a', 2]])
  })
})

describe('the story of a place', () => {
  const page = '云岭县教育局关于校园足球的通知\n一、总体要求\n到2025年，达到12所以上。\n'
  test('names the node that stands there', async () => {
    const lines = story(await parse(page, {path: 'a.txt'}), {line: 2})!.join('\n')
    expect(lines).toContain('a.txt:2')
    expect(lines).toContain('一、总体要求')
  })
  test('is null where no text stands', async () => {
    expect(story(await parse(page), {line: 99})).toBeNull()
    expect(story(await parse(page), {line: 2, column: 50})).toBeNull()
    expect(story(await parse(page.replace('\n', '\n \n')), {line: 2})).toBeNull()
  })
})
