/** Ids are unique, links lead somewhere, levels count the clauses above, and every fact lies inside its node. */
import type {Node} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import type {Span} from '../text/span.ts'
import {checkFact, type Known} from './facts.ts'
import type {Report} from './problem.ts'
import {fields} from './spans.ts'

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
    levels(document.children, report)
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
  const repairs = new Map(result.repairs.map(repair => [repair.id, repair]))
  for (const fact of result.facts) checkFact(fact, known, repairs, report)
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

/** A clause is one level below the clause that it stands in. */
function levels(children: readonly Node[], report: Report): void {
  const stack = children.map(node => ({node, level: 1}))
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {node, level} = next
    if (node.type !== 'clause') continue
    if (node.level !== level)
      report({
        code: 'level',
        message: `Unexpected level ${node.level}, expected ${level}`,
        at: node.id,
        span: node.span,
      })
    for (const child of node.children) stack.push({node: child, level: level + 1})
  }
}
