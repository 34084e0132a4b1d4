/** Everything the stages found → one Result: places in the source, the record of changes, the certainty of facts. */
import type {Diagnostic} from '../model/diagnostic.ts'
import type {Block, Document} from '../model/document.ts'
import type {Fact} from '../model/fact.ts'
import type {Repair} from '../model/repair.ts'
import type {Result} from '../model/result.ts'
import type {DraftBlock, DraftDiagnostic, DraftFact, Repaired, Source, Structured} from '../model/stages.ts'
import {sha256} from '../text/hash.ts'
import {changesWith, toOld} from '../text/map.ts'
import type {Span} from '../text/span.ts'
import {VERSION} from '../version.ts'
import {grounding} from './certainty.ts'
import {keepScript} from './kept.ts'
import {type Locate, withOrigins} from './origins.ts'
import {record} from './record.ts'

/** One Result from the outputs of the stages. */
export function assemble(
  source: Source,
  repaired: Repaired,
  structured: Structured,
  facts: readonly DraftFact[],
): Result {
  if (repaired.shadow) keepScript({structured, facts}, repaired.text, repaired.shadow)
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
    documents: withOrigins<Document[]>(structured.documents, locate),
    facts: groundedFacts(facts, repairs, repaired.text, locate),
    furniture: furniture(structured.furniture, repaired, repairs, locate),
    repairs,
    folds,
    diagnostics: diagnostics(source, repaired, structured, locate),
  }
}

/** Completes the drafts in place. */
function groundedFacts(facts: readonly DraftFact[], repairs: readonly Repair[], text: string, locate: Locate): Fact[] {
  const ground = grounding(repairs, text)
  const whole = facts as readonly Fact[]
  for (const fact of whole) {
    const {certainty, ids} = ground(fact.span)
    fact.origin = locate(fact.span)
    fact.certainty = certainty
    fact.repairs = ids
  }
  return [...whole]
}

/** Furniture in the order of the text; a page header that repair cut out of a sentence stands there with an empty span. */
function furniture(
  blocks: readonly DraftBlock[],
  repaired: Repaired,
  repairs: readonly Repair[],
  locate: Locate,
): Block[] {
  const reasons = new Map<number, Block['reason']>()
  for (const {start, notes} of changesWith(repaired.map, notes => notes.some(n => n.furniture !== undefined)))
    for (const note of notes) if (note.furniture) reasons.set(start, note.furniture)
  const cut = repairs
    .filter(r => r.after === '' && reasons.has(r.span.start))
    .map(r => ({reason: reasons.get(r.span.start)!, text: r.before, span: r.span, origin: r.origin, repair: r.id}))
  return [...withOrigins<Block[]>(blocks, locate), ...cut].sort((a, b) => a.span.start - b.span.start)
}

function diagnostics(source: Source, repaired: Repaired, structured: Structured, locate: Locate): Diagnostic[] {
  const placed = (list: readonly DraftDiagnostic[], at: (span: Span) => ReturnType<Locate>): Diagnostic[] =>
    list.map(d => (d.span ? {...d, origin: at(d.span)} : d))
  const read = source.diagnostics.map(({span, ...d}) => (span ? {...d, origin: source.locate(span)} : d))
  return [...read, ...placed(repaired.diagnostics, locate), ...placed(structured.diagnostics, locate)]
}
