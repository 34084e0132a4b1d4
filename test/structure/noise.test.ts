// Markers deleted, renumbered and added: the ancestors of what is left are still found.
import fs from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {Node} from '../../src/model/document.ts'
import type {Draft} from '../../src/model/stages.ts'
import {parse} from '../../src/pipeline.ts'
import {treeOf} from './view.ts'

/** Lines that look like clauses and are none; prices were set beside these. */
const FALSE = [
  '2025年，全市学前教育毛入园率达到95%。',
  '3.5亿元专项资金按项目拨付。',
  '1-2项体育技能，逐步提高。',
  '第八条规定的情形除外的，按照有关规定办理。',
  '一是加强组织领导；二是落实责任；三是强化督导。',
  '15%以上的学校完成建设任务。',
  '3个以上优质教育集团。',
  '二十四条措施逐项落实。',
  '12.7万名学生受益。',
  '（2019—2022年）',
  '一、二年级学生全覆盖。',
  '1.5倍以上的增量由市级财政承担。',
]
/** Lines of the same kind that no price was ever set beside. */
const HELD_OUT = [
  '5、6月份集中开展一次排查。',
  '（三）至（五）项所列情形由市局认定。',
  '第三章、第四章的规定同样适用。',
  '4.6亿元用于薄弱学校改造。',
  '2.3万人次参加了培训。',
  '一、三产业融合项目优先安排。',
  '（1）班和（2）班合并上课。',
  '7.5%的学校尚未达标。',
  '第五条第二款的期限可以延长。',
  '十四五期间新增学位三万个。',
  '6月底前完成整改。',
  '三、四线城市参照执行。',
  '9.30烈士纪念日组织祭扫。',
  '10、11年级不作要求。',
  '（二）项条件由主管部门解释。',
  '2、3岁幼儿优先入托。',
  '第一书记负责联络。',
]
const ROUNDS = 10
const SEEDS = '../shared/seeds'

interface Marked {
  readonly style: string
  readonly number: number
  readonly raw: string
  /** The lines of its numbered ancestors; `style number` for one whose line is lost. */
  readonly above: readonly (number | string)[]
}

/** What stands on each line that has a marker at its head. */
function marked(lines: readonly string[]): Map<number, Marked> {
  const starts = new Map<number, number>()
  let at = 0
  for (const [i, line] of lines.entries()) {
    starts.set(at, i)
    at += line.length + 1
  }
  const out = new Map<number, Marked>()
  const walk = (nodes: readonly Draft<Node>[], above: readonly (number | string)[]): void => {
    for (const node of nodes) {
      if (node.type !== 'clause') continue
      const {marker} = node
      const line = marker ? starts.get(marker.span.start) : undefined
      const lost = node.evidence === 'implied'
      if (marker && line !== undefined && !lost)
        out.set(line, {style: marker.style, number: marker.number, raw: marker.raw, above})
      const own = lost ? `${marker!.style} ${marker!.number}` : line
      walk(node.children, marker && own !== undefined ? [...above, own] : above)
    }
  }
  walk(treeOf(lines.join('\n')).document.children, [])
  return out
}

const DIGITS = '零一二三四五六七八九十'
const cjk = (n: number): string =>
  n <= 10
    ? DIGITS[n]!
    : n < 20
      ? `十${DIGITS[n - 10]}`
      : `${DIGITS[Math.floor(n / 10)]}十${n % 10 ? DIGITS[n % 10] : ''}`

const renumbered = (raw: string, n: number): string =>
  /\d/.test(raw) ? raw.replace(/\d+/, `${n}`) : raw.replace(/[一二三四五六七八九十百]+/, cjk(n))

function* random(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

/** The share of surviving markers whose ancestors are exactly right, and of false lines that became clauses. */
function survive(
  documents: readonly (readonly string[])[],
  falsehoods: readonly string[],
): {paths: number; fooled: number} {
  const numbers = random(7)
  const next = (): number => numbers.next().value
  let [all, right, added, fooled] = [0, 0, 0, 0]
  for (const lines of documents) {
    const truth = marked(lines)
    for (let round = 0; round < ROUNDS; round++) {
      const noisy: string[] = []
      /** The line that a noisy line was; -1 for one that was added. */
      const was: number[] = []
      const deleted = new Set<number>()
      for (const [i, line] of lines.entries()) {
        const own = truth.get(i)
        const draw = next()
        if (own && draw < 0.05) deleted.add(i)
        else {
          const wrong = own && draw < 0.1
          noisy.push(wrong ? renumbered(own.raw, 1 + Math.floor(30 * next())) + line.slice(own.raw.length) : line)
          was.push(i)
        }
        if (next() >= 0.1) continue
        noisy.push(falsehoods[Math.floor(falsehoods.length * next())]!)
        was.push(-1)
      }
      const found = marked(noisy)
      const named = (i: number | string): number | string =>
        typeof i === 'number' && deleted.has(i) ? `${truth.get(i)!.style} ${truth.get(i)!.number}` : i
      for (const [j, i] of was.entries()) {
        const got = found.get(j)
        if (i < 0) {
          added++
          if (got) fooled++
          continue
        }
        const want = truth.get(i)
        if (!want) continue
        all++
        const above = got?.above.map(a => (typeof a === 'number' ? was[a] : a)).join('/')
        if (above === want.above.map(named).join('/')) right++
      }
    }
  }
  return {paths: (100 * right) / all, fooled: (100 * fooled) / added}
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

const fixtures = fs
  .readdirSync('fixtures/structure/noise')
  .map(file => linesOf(fs.readFileSync(`fixtures/structure/noise/${file}`, 'utf8')))

/** The documents of the seeds that have clauses and no tables. */
async function seeds(): Promise<string[][]> {
  const out: string[][] = []
  for (const file of fs.readdirSync(SEEDS)) {
    const {text, documents} = await parse(fs.readFileSync(`${SEEDS}/${file}`))
    for (const {children, span} of documents) {
      const json = JSON.stringify(children)
      if (!json.includes('"type":"table"') && json.split('"type":"clause"').length > 5)
        out.push(linesOf(text.slice(span.start, span.end)))
    }
  }
  return out
}

describe('noise', () => {
  test('our own documents', () => {
    const {paths, fooled} = survive(fixtures, FALSE)
    expect(paths).toBeGreaterThanOrEqual(95)
    expect(fooled).toBeLessThanOrEqual(5)
  })
  test('our own documents, with false lines never tuned on', () => {
    const {paths, fooled} = survive(fixtures, HELD_OUT)
    expect(paths).toBeGreaterThanOrEqual(85)
    expect(fooled).toBeLessThanOrEqual(15)
  })
  test.skipIf(!fs.existsSync(SEEDS))('the seeds beside the checkout', async () => {
    const documents = await seeds()
    expect(survive(documents, FALSE).paths).toBeGreaterThanOrEqual(95)
    expect(survive(documents, HELD_OUT).paths).toBeGreaterThanOrEqual(85)
  })
})
