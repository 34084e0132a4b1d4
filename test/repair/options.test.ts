// What the two options of repair change: --script keep and --accept read.
import {expect, test} from 'vitest'
import {parse} from '../../src/pipeline.ts'
import {type RepairRule, repair} from '../../src/repair/repair.ts'
import {script} from '../../src/repair/rules/script.ts'
import {apply} from '../../src/text/edits.ts'

const PAGE = '關於印發《區域發展計畫》的通知\n各縣(市)政府:\n隨著經濟發展,到2030年入學率達到98%以上。\n特此通知'

test('script keep: rules read a shadow that is simplified, the text is not', async () => {
  const kept = await repair(PAGE, {script: 'keep'})
  expect(kept.text).toBe(
    '關於印發《區域發展計畫》的通知\n各縣（市）政府：\n隨著經濟發展，到2030年入學率達到98%以上。\n特此通知',
  )
  expect(kept.shadow?.text).toBe((await repair(PAGE)).text)
  expect(kept.script).toBe('hant')
})

test('script keep: spans, text and raw are of the kept text', async () => {
  const kept = await parse(PAGE, {script: 'keep'})
  const plain = await parse(PAGE)
  expect(kept.folds.map(f => f.rule)).toEqual(['punctuation'])
  const spans = (result: typeof kept) =>
    result.documents
      .flatMap(d => d.children)
      .map(node => [node.type, result.text.slice(node.span.start, node.span.end)])
  expect(spans(kept).map(([type]) => type)).toEqual(spans(plain).map(([type]) => type))
  expect(spans(kept).map(([, text]) => apply(text!, [...script.find(text!, () => {})]).text)).toEqual(
    spans(plain).map(([, text]) => text),
  )
  for (const node of kept.documents.flatMap(d => d.children))
    if (node.type !== 'clause' && node.type !== 'table')
      expect(node.text).toBe(kept.text.slice(node.span.start, node.span.end))
})

const guessing: RepairRule = {
  id: 'guessing',
  why: 'a test',
  find: () => [
    {
      start: 1,
      end: 2,
      insert: '校管',
      certainty: 'inferred',
      confidence: 0.8,
      guesses: [{span: {start: 0, end: 1}, certainty: 'inferred', confidence: 0.8, alternatives: ['效']}],
    },
  ],
}

test('accept read: U+FFFD for a guess, which becomes the first alternative', async () => {
  const read = await repair('学?理', {accept: 'read'}, [guessing])
  expect(read.text).toBe('学\ufffd管理')
  expect(read.guesses).toEqual([
    {span: {start: 1, end: 2}, certainty: 'lost', confidence: 0.8, alternatives: ['校', '效']},
  ])
  expect((await repair('学?理', {accept: 'inferred'}, [guessing])).text).toBe('学校管理')
})
