/** Read text → Repaired: runs the rules in order and keeps one map back to the read text. */
import type {Guess} from '../model/repair.ts'
import type {DraftDiagnostic, Repaired, RepairNote} from '../model/stages.ts'
import {apply, compose, type Edit, type TextMap, toNew} from '../text/edits.ts'
import {rules as allRules} from './rules/index.ts'
import {scriptOf, script as scriptRule} from './rules/script.ts'

/** An edit that a rule wants. Confidence is 1 and certainty `read` unless it says otherwise. */
export interface RepairEdit extends Edit {
  readonly confidence?: number
  readonly certainty?: RepairNote['certainty']
  readonly furniture?: RepairNote['furniture']
  /** Characters of `insert` that were not read off the bytes; spans count in `insert`. */
  readonly guesses?: readonly Guess[]
}

/** One kind of damage, and the edits that undo it. Edits of one rule are ordered and disjoint. */
export interface RepairRule {
  readonly id: string
  readonly why: string
  /** A fold is a table (script, width, punctuation, spaces); a repair is a judgement. */
  readonly fold?: boolean
  /** Loads what the rule needs, only for a page that `find` will change. */
  readonly prepare?: (text: string) => Promise<void>
  find(text: string, report: (diagnostic: DraftDiagnostic) => void): Iterable<RepairEdit>
}

export interface RepairOptions {
  readonly script?: 'simplified' | 'keep' | undefined
  readonly accept?: 'read' | 'inferred' | undefined
}

/** Runs the rules in order. Never throws text away: every change is in `map`, with its rule. */
export async function repair(
  read: string,
  _options: RepairOptions = {},
  rules: readonly RepairRule[] = allRules,
): Promise<Repaired> {
  let text = read
  let map: TextMap<RepairNote> = []
  let guesses: Guess[] = []
  let diagnostics: DraftDiagnostic[] = []
  let script: Repaired['script'] = 'none'
  for (const rule of rules) {
    if (rule === scriptRule) script = scriptOf(text)
    await rule.prepare?.(text)
    const found: DraftDiagnostic[] = []
    const edits = [...rule.find(text, d => found.push(d))]
    diagnostics.push(...found)
    if (edits.length === 0) continue
    const next = apply(text, noted(rule, edits))
    guesses = [...guesses.map(g => ({...g, span: toNew(next.map, g.span)})), ...newGuesses(edits, next.map)]
    diagnostics = diagnostics.map(d => (d.span ? {...d, span: toNew(next.map, d.span)} : d))
    map = compose(map, next.map)
    text = next.text
  }
  guesses.sort((a, b) => a.span.start - b.span.start)
  return {text, map, guesses, script, diagnostics, shadow: null}
}

/** The edits with their notes; edits that say nothing of their own share one, for a page may have a hundred thousand. */
function noted(rule: RepairRule, edits: readonly RepairEdit[]): Edit<RepairNote>[] {
  const shared: RepairNote = {rule: rule.id, fold: rule.fold ?? false, confidence: 1, certainty: 'read'}
  return edits.map(({start, end, insert, confidence, certainty, furniture}) => ({
    start,
    end,
    insert,
    note:
      confidence === undefined && certainty === undefined && furniture === undefined
        ? shared
        : {...shared, confidence: confidence ?? 1, certainty: certainty ?? 'read', ...(furniture ? {furniture} : {})},
  }))
}

const newGuesses = (edits: readonly RepairEdit[], map: TextMap): Guess[] =>
  edits.flatMap((edit, i) =>
    (edit.guesses ?? []).map(g => ({
      ...g,
      span: {start: map[i]!.start + g.span.start, end: map[i]!.start + g.span.end},
    })),
  )
