/** Ids are unique, links lead somewhere, and every fact lies inside its node. */
import type {Node} from '../model/document.ts'
import type {Fact} from '../model/fact.ts'
import type {Result} from '../model/result.ts'
import {contains, type Span} from '../text/span.ts'
import type {Report} from './problem.ts'
import {fields} from './spans.ts'

/** Where facts may not stand. */
const BARRED: ReadonlySet<string> = new Set(['title', 'metadata', 'addressee', 'signature', 'colophon'])

interface Known {
  readonly span: Span
  readonly type: string
}

/** Checks ids and links. */
export function links(result: Result, report: Report): void {
  const known = new Map<string, Known>()
  const add = (id: string, span: Span, type: string): void => {
    if (known.has(id)) report({code: 'id', message: `Unexpected second ${id}, expected unique ids`, at: id, span})
    known.set(id, {span, type})
  }
  for (const document of result.documents) {
    add(document.id, document.span, 'document')
    addNodes(document.children, add)
    if (document.parent !== null && !known.has(document.parent))
      report({
        code: 'link',
        message: `Unexpected parent ${document.parent}, expected an earlier document`,
        at: document.id,
      })
    for (const field of fields(document.metadata))
      if (field.span && !inText(field.span, result))
        report({code: 'span', message: 'Unexpected field outside the text', at: document.id, span: field.span})
  }
  for (const repair of result.repairs) add(repair.id, repair.span, 'repair')
  for (const fact of result.facts) add(fact.id, fact.span, 'fact')
  for (const fact of result.facts) factLinks(fact, known, report)
  for (const diagnostic of result.diagnostics)
    if (diagnostic.node && !known.has(diagnostic.node))
      report({
        code: 'link',
        message: `Unexpected node ${diagnostic.node}, expected one of the Result`,
        at: diagnostic.code,
      })
}

const inText = (span: Span, result: Result): boolean => span.end <= result.text.length

function addNodes(children: readonly Node[], add: (id: string, span: Span, type: string) => void): void {
  const stack = [...children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    add(node.id, node.span, node.type)
    if (node.type === 'clause') stack.push(...node.children)
    else if (node.type === 'table') for (const row of node.rows) add(row.id, node.span, 'row')
  }
}

function factLinks(fact: Fact, known: ReadonlyMap<string, Known>, report: Report): void {
  const at = fact.id
  const node = known.get(fact.node)
  if (!node) report({code: 'link', message: `Unexpected node ${fact.node}, expected one of the Result`, at})
  else if (BARRED.has(node.type))
    report({code: 'fact-place', message: `Unexpected fact in a ${node.type}`, at, span: fact.span})
  else if (!contains(node.span, fact.span))
    report({code: 'fact-place', message: `Unexpected fact outside its node ${fact.node}`, at, span: fact.span})
  for (const id of [
    fact.document,
    fact.clause,
    fact.row,
    ...fact.repairs,
    fact.kind === 'target' ? fact.deadline?.fact : null,
  ])
    if (id && !known.has(id))
      report({code: 'link', message: `Unexpected link to ${id}, expected one of the Result`, at})
}
