// A stage that fails costs its own part of the Result, never the text: it is told, and what was found before it stays.
import {afterEach, expect, test, vi} from 'vitest'
import {check} from '../src/check/check.ts'
import {parse} from '../src/pipeline.ts'

const fails = vi.hoisted(() => ({stage: ''}))
const unlessFailing = vi.hoisted(() => (stage: string) => {
  if (fails.stage === stage) throw new Error(`no ${stage}`)
})
/** The function of a stage, which fails before it has begun. */
const first = vi.hoisted(() => <G extends unknown[], R>(stage: string, run: (...given: G) => R) => (...given: G): R => {
  unlessFailing(stage)
  return run(...given)
})

vi.mock('../src/repair/repair.ts', async original => {
  const real = await original<typeof import('../src/repair/repair.ts')>()
  return {...real, repair: first('repair', real.repair)}
})
vi.mock('../src/structure/structure.ts', async original => {
  const real = await original<typeof import('../src/structure/structure.ts')>()
  return {...real, structure: first('structure', real.structure)}
})
// It has found something already.
vi.mock('../src/extract/extract.ts', async original => {
  const real = await original<typeof import('../src/extract/extract.ts')>()
  return {
    ...real,
    *extract(...given: Parameters<typeof real.extract>) {
      for (const fact of real.extract(...given)) {
        yield fact
        unlessFailing('extract')
      }
    },
  }
})
afterEach(() => {
  fails.stage = ''
})

const NOTICE = '云岭县实施方案\n一、目标\n到2027年，入学率达到95%。\n二、保障\n每所補助5万元。\n'

test.each([
  ['repair', {facts: 4, clauses: 2, text: NOTICE}],
  ['structure', {facts: 4, clauses: 0, text: NOTICE.replace('補', '补')}],
  ['extract', {facts: 1, clauses: 2, text: NOTICE.replace('補', '补')}],
])('%s', async (stage, want) => {
  fails.stage = stage
  const result = await parse(NOTICE)
  expect(result.diagnostics.filter(d => d.level === 'error').map(d => [d.code, d.message])).toEqual([
    ['pipeline/stage-failed', `Unexpected failure in ${stage}, expected a result: no ${stage}`],
  ])
  const clauses = result.documents.flatMap(d => d.children).filter(node => node.type === 'clause').length
  expect({facts: result.facts.length, clauses, text: result.text}).toEqual(want)
  expect((await check(result)).filter(problem => !/stage-failed/.test(JSON.stringify(problem)))).toEqual([])
})
