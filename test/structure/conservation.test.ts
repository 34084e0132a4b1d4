// Nothing of the text is lost and nothing stands twice: the leaves and the furniture of a page, in order, are its text.
// The walk is written here anew, not taken from `check`, so that the two can disagree.
import fs from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Node, Result, Span} from '../../src/model/index.ts'
import {parse} from '../../src/pipeline.ts'

const FOLDERS = ['fixtures/structure/page', '../shared/seeds', '../shared/corpus']
const SKIPPED = /\.(?:json|tsv|pdf)$/

function leaves(node: Node): Span[] {
  const marks = 'marks' in node && node.marks ? node.marks.map(m => m.span) : []
  if (node.type === 'table')
    return [
      ...marks,
      ...(node.caption ? [node.caption.span] : []),
      ...[...node.columns, ...node.rows.flatMap(row => row.cells)].flatMap(cell => cell.parts.map(part => part.span)),
    ]
  if (node.type !== 'clause') return [node.span]
  return [
    ...marks,
    ...(node.marker ? [node.marker.span] : []),
    ...(node.heading ? [node.heading.span] : []),
    ...node.body.map(part => part.span),
    ...node.children.flatMap(leaves),
  ]
}

const bare = (text: string): string => text.replace(/\s/g, '')

function told(result: Result): string {
  const spans = [...result.documents.flatMap(d => d.children.flatMap(leaves)), ...result.furniture.map(b => b.span)]
  spans.sort((a, b) => a.start - b.start || a.end - b.end)
  return spans.map(({start, end}) => bare(result.text.slice(start, end))).join('')
}

for (const folder of FOLDERS)
  describe.skipIf(!fs.existsSync(folder))(`${folder} (skipped where it does not stand)`, () => {
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => !SKIPPED.test(name)) : []
    for (const name of files)
      test(name, async () => {
        const result = await parse(fs.readFileSync(path.join(folder, name)), {path: name})
        expect(result.text.length).toBeGreaterThan(0)
        expect(told(result)).toBe(bare(result.text))
      })
  })
