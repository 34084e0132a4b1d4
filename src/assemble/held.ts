/** A Result whose lists are made while they are read → one that holds them. */
import type {Document} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import type {Flowing, FlowingDocument, FlowingNode} from '../model/stages.ts'

/** The same Result, all of it. */
export function held(flowing: Flowing): Result {
  if (isHeld(flowing)) return flowing
  // In this order: facts that cannot be read are a diagnostic.
  const documents = heldDocuments(flowing.documents)
  const facts = [...flowing.facts]
  const folds = Array.from(flowing.folds, fold => ({...fold, edits: [...fold.edits]}))
  return {...flowing, documents, facts, repairs: [...flowing.repairs], folds, diagnostics: [...flowing.diagnostics]}
}

const isHeld = (flowing: Flowing): flowing is Result => Array.isArray(flowing.facts)

/** A queue, not recursion: how deep clauses nest is the input's choice. */
function heldDocuments(flowing: Iterable<FlowingDocument>): Document[] {
  const documents = [...flowing]
  const queue: {children: Iterable<FlowingNode>}[] = [...documents]
  for (const parent of queue) {
    const children = [...parent.children]
    for (const child of children) if (child.type === 'clause') queue.push(child)
    parent.children = children
  }
  return documents as Document[]
}
