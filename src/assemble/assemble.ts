/** Everything the stages found → one Result: places in the source, the record of changes, the certainty of facts. */
import type {Diagnostic} from '../model/diagnostic.ts'
import type {Block} from '../model/document.ts'
import type {Fact} from '../model/fact.ts'
import type {DraftBlock, DraftDiagnostic, DraftFact, Flowing, Repaired, Source, Structured} from '../model/stages.ts'
import {type Flow, flow} from '../text/flow.ts'
import {sha256} from '../text/hash.ts'
import {changesWith, toOld} from '../text/map.ts'
import type {Span} from '../text/span.ts'
import {VERSION} from '../version.ts'
import {grounding} from './certainty.ts'
import {keepScript} from './kept.ts'
import {type Locate, located, locatedDocuments} from './origins.ts'
import {type Repairs, record} from './record.ts'

/** One Result from the outputs of the stages, its documents, facts and folds made while they are read. */
export function assemble(
  source: Source,
  repaired: Repaired,
  structured: Structured,
  found: Iterable<DraftFact>,
): Flowing {
  // All drafts are moved at once, when nothing more is to be read in the shadow.
  const facts = repaired.shadow ? keepScript(structured, [...found], repaired.text, repaired.shadow) : found
  const {map} = repaired
  const locate: Locate = map.length === 0 ? source.locate : span => source.locate(toOld(map, span))
  const {repairs, folds} = record(source, repaired)
  return {
    schema: 'policy/1',
    tool: {name: 'policy', version: VERSION},
    offsets: 'utf-16',
    source: {
      ...source.info,
      characters: source.text.length,
      readSha256: sha256(source.text),
      script: repaired.script,
    },
    text: repaired.text,
    documents: locatedDocuments(structured.documents, locate),
    facts: groundedFacts(facts, grounding(repairs, repaired.text, repaired.guesses.length > 0), locate),
    furniture: furniture(structured.furniture, repaired, repairs, locate),
    repairs: repairs.list,
    folds,
    diagnostics: diagnostics(source, repaired, structured, locate),
  }
}

/** Completes the drafts as they are found. */
function groundedFacts(drafts: Iterable<DraftFact>, ground: ReturnType<typeof grounding>, locate: Locate): Flow<Fact> {
  return flow(function* () {
    for (const draft of drafts) {
      const fact = draft as Fact
      const {certainty, ids} = ground(fact.span)
      fact.origin = locate(fact.span)
      fact.certainty = certainty
      fact.repairs = ids
      yield fact
    }
  })
}

/** Furniture in the order of the text; a page header that repair cut out of a sentence stands there with an empty span. */
function furniture(blocks: readonly DraftBlock[], repaired: Repaired, {starts, at}: Repairs, locate: Locate): Block[] {
  const reasons = new Map<number, Block['reason']>()
  for (const {start, notes} of changesWith(repaired.map, notes => notes.some(n => n.furniture !== undefined)))
    for (const note of notes) if (note.furniture) reasons.set(start, note.furniture)
  const cut: Block[] = []
  for (let i = 0; i < starts.length; i++) {
    const reason = reasons.get(starts[i]!)
    if (!reason) continue
    const {id, before, after, span, origin} = at(i)
    if (after === '') cut.push({reason, text: before, span, origin, repair: id})
  }
  return [...blocks.map(block => located<Block>(block, locate)), ...cut].sort((a, b) => a.span.start - b.span.start)
}

function diagnostics(source: Source, repaired: Repaired, structured: Structured, locate: Locate): Flow<Diagnostic> {
  const placed = (list: readonly DraftDiagnostic[], at: (span: Span) => ReturnType<Locate>): Diagnostic[] =>
    list.map(d => (d.span ? {...d, origin: at(d.span)} : d))
  const read = source.diagnostics.map(({span, ...d}) => (span ? {...d, origin: source.locate(span)} : d))
  return flow(function* () {
    yield* read
    yield* placed(repaired.diagnostics, locate)
    // As many as there are by then: facts are read before.
    yield* placed(structured.diagnostics, locate)
  })
}
