/** Documents → what a person should know about them: no title, a fragment, an annex that is not on the page. */
import type {DraftDiagnostic, DraftDocument} from '../../model/stages.ts'
import {plainTitle} from './kinds.ts'

/** Enough for any page, and a bound on what hostile ones cost. */
const MOST_TITLES = 200

/** The remarks on the documents of one page, in their order. */
export function remarks(documents: readonly DraftDocument[]): DraftDiagnostic[] {
  const there = documents.flatMap(({title}) => (title === null ? [] : [plainTitle(title)])).slice(0, MOST_TITLES)
  return documents.flatMap(document => [...untitled(document), ...partial(document), ...missing(document, there)])
}

function untitled({title, role, span}: DraftDocument): DraftDiagnostic[] {
  if (title !== null || role === 'annex') return []
  const place = {start: span.start, end: Math.min(span.end, span.start + 1)}
  return [
    {code: 'structure/no-title', level: 'info', message: 'Unexpected text, expected a title above it', span: place},
  ]
}

function partial({fragment, span}: DraftDocument): DraftDiagnostic[] {
  if (!fragment) return []
  const {page, pages} = fragment
  const part = pages === null ? 'a part' : `page ${page ?? '?'} of ${pages}`
  const message = `Unexpected ${part} of a document, expected the whole`
  return [{code: 'structure/fragment', level: 'warning', message, span}]
}

/** An annex counts as there when a document of the page has its title, or one holds the other. */
function missing({metadata}: DraftDocument, there: readonly string[]): DraftDiagnostic[] {
  return (metadata.annexes ?? []).slice(0, MOST_TITLES).flatMap(({value, span}) => {
    const title = plainTitle(value)
    if (there.some(other => other.includes(title) || title.includes(other))) return []
    const message = `Unexpected end of the page, expected the annex ${value}`
    return [{code: 'structure/annex-missing' as const, level: 'info' as const, message, ...(span ? {span} : {})}]
  })
}
