/** The plainest structure there is: one document, a paragraph a line. What is left when a better one fails. */
import type {Page, Structured} from '../model/stages.ts'

/** Every non-blank line as a paragraph of one document. */
export function plain({text}: Pick<Page, 'text'>): Structured {
  const children = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    const slice = line[0].trim()
    if (slice === '') continue
    const start = line.index + line[0].indexOf(slice)
    children.push({
      type: 'paragraph' as const,
      id: `d1/p${children.length + 1}`,
      text: slice,
      span: {start, end: start + slice.length},
    })
  }
  if (children.length === 0) return {documents: [], furniture: [], diagnostics: []}
  const document = {
    id: 'd1',
    role: 'main' as const,
    parent: null,
    title: null,
    documentType: null,
    metadata: {},
    fragment: null,
    children,
    span: {start: children[0]!.span.start, end: children.at(-1)!.span.end},
  }
  return {documents: [document], furniture: [], diagnostics: []}
}
