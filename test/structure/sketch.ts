/** Result → what a reader of a page fixture wants to see of it: a few short lines a document. */
import type {Field, Node, Result, Table} from '../../src/model/index.ts'

const field = (f: Field): string => `${f.value} (${f.from})${f.others ? ` ≠ ${f.others.map(field).join(', ')}` : ''}`

function line(node: Node): string {
  if (node.type === 'clause') return `${node.id.replace(/^d\d+\//, '')} ${node.heading?.text ?? ''}|${node.text}`
  return node.type === 'table' ? `table ${node.method}` : `${node.type}: ${node.text}`
}

const rows = ({columns, rows}: Table): string[] => [
  columns.map(c => c.label).join(' | '),
  ...rows.map(row =>
    row.cells.map(c => `${c.text.replaceAll('\n', '¶')}${c.items ? ` [${c.items.length}]` : ''}`).join(' | '),
  ),
]

function lines(nodes: readonly Node[], indent = ''): string[] {
  return nodes.flatMap(node => [
    indent + line(node).replace(/\s+/g, ' '),
    ...(node.type === 'clause' ? lines(node.children, `${indent}  `) : []),
    ...(node.type === 'table' ? rows(node).map(row => `${indent}  ${row}`) : []),
  ])
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
