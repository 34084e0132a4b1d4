/** Read text → Repaired: runs the rules in order and keeps one map back to the read text. */
import type {Guess} from '../model/repair.ts'
import type {DraftDiagnostic, Repaired, RepairNote} from '../model/stages.ts'
import {compose} from '../text/compose.ts'
import {apply, type Edit} from '../text/edits.ts'
import {type TextMap, textMap, toNew, toOld} from '../text/map.ts'
import {cut, type Span} from '../text/span.ts'
import {censusFor, type Traced} from './census.ts'
import {simplified} from './data/script.ts'
import {rules as allRules} from './rules/index.ts'
import {hasLeftOver, scriptOf, script as scriptRule} from './rules/script.ts'

/** An edit that a rule wants. Confidence is 1 and certainty `read` unless it says otherwise. */
export interface RepairEdit extends Edit {
  readonly confidence?: number
  readonly certainty?: RepairNote['certainty']
  readonly furniture?: RepairNote['furniture']
  /** Characters of `insert` that were not read off the bytes; spans count in `insert`. */
  readonly guesses?: readonly Guess[]
}

/** One kind of damage, and the edits that undo it. Edits of one rule are ordered and disjoint. */
export interface RepairRule extends Traced {
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

/** What the passes have made so far. Guesses and diagnostics are spans of `text`. */
interface State {
  readonly text: string
  /** One a pass. */
  readonly maps: readonly TextMap<RepairNote>[]
  readonly guesses: readonly Guess[]
  readonly diagnostics: readonly DraftDiagnostic[]
}

/**
 * Runs the rules in order. Never throws text away: every change is in `map`, with its rule.
 * With `script: 'keep'` the rules after script read its shadow, and their edits are made in the text.
 */
export async function repair(
  read: string,
  options: RepairOptions = {},
  rules: readonly RepairRule[] = allRules,
): Promise<Repaired> {
  let state: State = {text: read, maps: [], guesses: [], diagnostics: []}
  let script: Repaired['script'] = 'none'
  let shadow: Repaired['shadow'] = null
  const censusOf = censusFor(rules)
  let census = censusOf(read)
  for (const rule of rules) {
    if (rule === scriptRule) {
      script = scriptOf(census)
      if (options.script === 'keep') {
        shadow = shadowOf(state.text)
        census = censusOf(shadow.text)
        continue
      }
      if (census.traditional === 0 && !hasLeftOver(state.text)) continue
    }
    if (!census.concerns(rule)) continue
    const next = await pass(state, rule, shadow)
    const {text} = state
    state = next
    if (next.text === text) continue
    if (shadow) shadow = shadowOf(next.text)
    census = shadow ? censusOf(shadow.text) : census.changed(next.text, next.maps.at(-1)!)
  }
  if (options.accept === 'read' && state.guesses.length > 0) {
    state = withheld(state)
    if (shadow) shadow = shadowOf(state.text)
  }
  const {text, diagnostics} = state
  const guesses = shadow ? state.guesses : state.guesses.map(guess => inSimplified(guess, text))
  return {text, map: composed(state.maps), guesses, script, diagnostics, shadow}
}

async function pass(state: State, rule: RepairRule, shadow: Repaired['shadow']): Promise<State> {
  const seen = shadow?.text ?? state.text
  const back = <T extends Span>(at: T): T => (shadow ? {...at, ...toOld(shadow.map, at)} : at)
  await rule.prepare?.(seen)
  const reported: DraftDiagnostic[] = []
  const edits = rule.find(seen, d => reported.push(d.span ? {...d, span: back(d.span)} : d))
  return applied(state, rule, shadow ? eachOf(edits, back) : edits, reported)
}

/** Makes the edits as the rule finds them, so that they are never all held; it reports meanwhile. */
function applied(
  state: State,
  rule: Pick<RepairRule, 'id' | 'fold'>,
  edits: Iterable<RepairEdit>,
  reported: readonly DraftDiagnostic[] = [],
): State {
  const guessed: Guessed[] = []
  const {text, map} = apply(state.text, edits, noting(rule, guessed))
  const diagnostics = reported.length === 0 ? state.diagnostics : [...state.diagnostics, ...reported]
  if (map.length === 0) return {...state, diagnostics}
  const guesses = [...state.guesses.map(g => ({...g, span: toNew(map, g.span)})), ...newGuesses(guessed, map)]
  return {
    text,
    maps: [...state.maps, map],
    guesses: guesses.sort((a, b) => a.span.start - b.span.start),
    diagnostics: diagnostics.map(d => (d.span ? {...d, span: toNew(map, d.span)} : d)),
  }
}

function* eachOf<T>(all: Iterable<T>, change: (one: T) => T): Generator<T> {
  for (const one of all) yield change(one)
}

/** A short text of the source, beside its page (a property of the file), in simplified script. */
export const inSimplifiedScript = (text: string): string => shadowOf(text).text

/** A guess was made in the script of the page; what else it may be is to be put into a simplified text. */
function inSimplified(guess: Guess, text: string): Guess {
  const alternatives = new Set(guess.alternatives.map(simplified))
  alternatives.delete(cut(text, guess.span))
  return {...guess, alternatives: [...alternatives]}
}

/** One map of all passes. Short neighbours are composed first: a long map (script) is walked once or twice, not for each pass. */
function composed(maps: readonly TextMap<RepairNote>[]): TextMap<RepairNote> {
  const rest = [...maps]
  while (rest.length > 1) {
    let shortest = 0
    for (let i = 1; i + 1 < rest.length; i++)
      if (rest[i]!.length + rest[i + 1]!.length < rest[shortest]!.length + rest[shortest + 1]!.length) shortest = i
    rest.splice(shortest, 2, compose(rest[shortest]!, rest[shortest + 1]!))
  }
  return rest[0] ?? textMap([])
}

const shadowOf = (text: string): NonNullable<Repaired['shadow']> =>
  apply(
    text,
    scriptRule.find(text, () => {}),
  )

/** Only what was read: U+FFFD for each guess, and the guess among its alternatives. */
function withheld(state: State): State {
  const edits = state.guesses.map(({span, confidence, alternatives}) => ({
    ...span,
    insert: '\ufffd',
    certainty: 'lost' as const,
    guesses: [
      {
        span: {start: 0, end: 1},
        certainty: 'lost' as const,
        confidence,
        alternatives: [...new Set([cut(state.text, span), ...alternatives])].filter(c => c !== '\ufffd'),
      },
    ],
  }))
  return applied({...state, guesses: []}, {id: 'accept-read'}, edits)
}

/** The notes of edits; those that say the same one after the other share one, for a page may have a hundred thousand. */
function noting(
  rule: Pick<RepairRule, 'id' | 'fold'>,
  guessed: Guessed[],
): (edit: RepairEdit, number: number) => RepairNote {
  let last: RepairNote | undefined
  return ({confidence = 1, certainty = 'read', furniture, guesses}, number) => {
    if (guesses) guessed.push({edit: number, guesses})
    const isSame = last?.confidence === confidence && last.certainty === certainty && last.furniture === furniture
    if (!last || !isSame) {
      last = {rule: rule.id, fold: rule.fold ?? false, confidence, certainty}
      if (furniture) last = {...last, furniture}
    }
    return last
  }
}

/** The guesses of the edit of this number; their spans count in its insert. */
interface Guessed {
  readonly edit: number
  readonly guesses: readonly Guess[]
}

const newGuesses = (guessed: readonly Guessed[], map: TextMap): Guess[] =>
  guessed.flatMap(({edit, guesses}) => {
    const {start} = map.at(edit)!
    return guesses.map(g => ({...g, span: {start: start + g.span.start, end: start + g.span.end}}))
  })
