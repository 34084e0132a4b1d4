/** Result → what a reader of a page fixture wants to see of it: a few short lines a document. */
import type {Field, Node, Result, Table} from '../../src/model/index.ts'

const field = (f: Field): string => `${f.value} (${f.from})${f.others ? ` ≠ ${f.others.map(field).join(', ')}` : ''}`

function line(node: Exclude<Node, {type: 'clause'}>): string {
  return node.type === 'table' ? `table ${node.method}` : `${node.type}: ${node.text}`
}

const rows = ({columns, rows}: Table): string[] => [
  columns.map(c => c.label).join(' | '),
  ...rows.map(row =>
    row.cells.map(c => `${c.text.replaceAll('\n', '¶')}${c.items ? ` [${c.items.length}]` : ''}`).join(' | '),
  ),
]

/** Clauses by their ids alone (their own tests say what is in them), and the tables below them. */
function lines(nodes: readonly Node[], depth = 0): string[] {
  return nodes.flatMap(node => {
    if (node.type === 'clause')
      return [...(depth === 0 ? [node.id.replace(/^d\d+\//, '')] : []), ...lines(node.children, depth + 1)]
    if (node.type === 'table') return [line(node), ...rows(node).map(row => `  ${row}`)]
    return depth === 0 || node.type !== 'paragraph' ? [line(node).replace(/\s+/g, ' ')] : []
  })
}

/** Documents with role, title, metadata and nodes; furniture by reason; the codes of structure's diagnostics. */
export const sketch = (result: Result): unknown => ({
  documents: result.documents.map(d => ({
    what: [d.id, d.role, d.parent ?? '-', d.documentType ?? '-', d.title ?? '-'].join(' · '),
    ...(d.fragment ? {fragment: d.fragment} : {}),
    metadata: Object.fromEntries(
      Object.entries(d.metadata).map(([key, value]) => [
        key,
        key === 'extra'
          ? Object.entries(value as Record<string, Field>).map(([label, f]) => `${label} = ${field(f)}`)
          : Array.isArray(value)
            ? value.map(field)
            : field(value as Field),
      ]),
    ),
    nodes: lines(d.children),
  })),
  furniture: result.furniture.map(b => `${b.reason}: ${b.text}`),
  diagnostics: result.diagnostics.filter(d => d.code.startsWith('structure/')).map(d => `${d.code} ${d.message}`),
})
