/** Spans slice exactly what they claim, nest and are ordered. */
import type {Clause, Document, Field, Item, Leaf, Metadata, Node, Table} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import {contains, type Span} from '../text/span.ts'
import {excerpt, type Report} from './problem.ts'
import type {Ruler} from './ruler.ts'

interface Checks {
  readonly slice: (at: string, span: Span, want: string) => void
  readonly inside: (at: string, outer: Span, inner: Span) => void
  readonly ordered: (at: string, spans: readonly Span[]) => void
  readonly same: (at: string, want: string, parts: readonly {readonly span: Span}[]) => void
}

/** Checks the spans of documents, furniture and facts. */
export function places(result: Result, text: Ruler, report: Report): void {
  const checks = checksOf(text, report)
  const whole = {start: 0, end: text.length}
  checks.ordered(
    '/documents',
    result.documents.map(d => d.span),
  )
  checks.ordered(
    '/furniture',
    result.furniture.map(b => b.span),
  )
  for (const document of result.documents) {
    checks.inside(document.id, whole, document.span)
    documentSpans(document, checks)
  }
  for (const [i, block] of result.furniture.entries()) {
    checks.inside(`/furniture/${i}`, whole, block.span)
    if (!block.repair) checks.slice(`/furniture/${i}`, block.span, block.text)
  }
  for (const fact of result.facts) {
    checks.slice(fact.id, fact.span, fact.text)
    if (fact.kind === 'target') checks.inside(fact.id, fact.span, fact.valueSpan)
  }
}

/** What is asked of spans; what does not hold is told. */
function checksOf(text: Ruler, report: Report): Checks {
  return {
    slice(at, span, want) {
      if (text.cut(span) !== want)
        report({
          code: 'slice',
          message: `Unexpected ${excerpt(text.cut(span))} at its span, expected ${excerpt(want)}`,
          at,
          span,
        })
    },
    inside(at, outer, inner) {
      if (!contains(outer, inner) || inner.start > inner.end)
        report({
          code: 'span',
          message: `Unexpected ${inner.start}–${inner.end}, expected it inside ${outer.start}–${outer.end}`,
          at,
          span: inner,
        })
    },
    same(at, want, parts) {
      const got = parts.map(part => text.cut(part.span)).join('\n')
      if (got !== want)
        report({
          code: 'slice',
          message: `Unexpected text ${excerpt(want)}, expected its body parts ${excerpt(got)}`,
          at,
        })
    },
    ordered(at, spans) {
      for (const [i, span] of spans.entries())
        if (i > 0 && span.start < spans[i - 1]!.end)
          report({
            code: 'order',
            message: `Unexpected start ${span.start}, expected at least ${spans[i - 1]!.end}`,
            at,
            span,
          })
    },
  }
}

function documentSpans(document: Document, checks: Checks): void {
  checks.ordered(
    document.id,
    document.children.map(c => c.span),
  )
  for (const child of document.children) checks.inside(child.id, document.span, child.span)
  for (const field of fields(document.metadata))
    if (field.span) checks.slice(`${document.id}/metadata`, field.span, field.raw)
  const stack: Node[] = [...document.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'table') tableSpans(node, checks)
    else if (node.type === 'clause') {
      clauseSpans(node, checks)
      stack.push(...node.children)
    } else leafSpans(node, checks)
  }
}

/** Every Field of a document's metadata, those that disagree included. */
export function* fields(metadata: Metadata): Generator<Field> {
  const stack: unknown[] = Object.values(metadata)
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (Array.isArray(next)) stack.push(...next)
    else if (typeof next === 'object' && next !== null) {
      if ('raw' in next && 'from' in next) {
        yield next as Field
        stack.push(...((next as Field).others ?? []))
      } else stack.push(...Object.values(next))
    }
  }
}

function leafSpans(leaf: Leaf, checks: Checks): void {
  checks.slice(leaf.id, leaf.span, leaf.text)
  if (leaf.heading) {
    checks.slice(leaf.id, leaf.heading.span, leaf.heading.text)
    checks.inside(leaf.id, leaf.span, leaf.heading.span)
  }
  itemSpans(leaf.id, leaf.span, leaf.items ?? [], checks)
}

function clauseSpans(clause: Clause, checks: Checks): void {
  const {id, span, marker, heading, body, children} = clause
  if (marker) checks.slice(id, marker.span, marker.raw)
  if (heading) checks.slice(id, heading.span, heading.text)
  const parts = [...(marker ? [marker.span] : []), ...(heading ? [heading.span] : []), ...body.map(b => b.span)]
  checks.ordered(id, [...parts, ...children.map(c => c.span)])
  for (const part of [...parts, ...children.map(c => c.span)]) checks.inside(id, span, part)
  checks.same(id, clause.text, body)
  itemSpans(id, span, clause.items, checks)
}

function itemSpans(at: string, outer: Span, items: readonly Item[], checks: Checks): void {
  for (const item of items) {
    checks.inside(at, outer, item.span)
    checks.slice(at, item.marker.span, item.marker.raw)
  }
}

function tableSpans(table: Table, checks: Checks): void {
  const {id, span} = table
  if (table.caption) checks.slice(id, table.caption.span, table.caption.text)
  const parts = [...table.columns.flatMap(c => c.parts), ...table.rows.flatMap(r => r.cells.flatMap(c => c.parts))]
  for (const part of parts) checks.inside(id, span, part.span)
}
