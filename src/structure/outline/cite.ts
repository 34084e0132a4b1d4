/** A clause and its ancestors → how a person cites it: 三、（二）3 · 第八条第二款第（一）项. */
import type {Clause} from '../../model/document.ts'
import type {Draft} from '../../model/stages.ts'
import {charset} from '../../text/charset.ts'
import {writeCjk} from '../../text/counting.ts'
import {FORMAL_DIGITS} from '../data/markers.ts'

/** One clause by itself, in its canonical form. */
export function label(clause: Draft<Clause>): string {
  const {marker} = clause
  if (!marker) return `“${(clause.heading?.text ?? '').slice(0, 20)}”`
  const {style, number: n, sub} = marker
  switch (style) {
    case 'part':
      return nth(marker, /部分|篇|分编/.exec(marker.raw)?.[0] ?? '编')
    case 'chapter':
      return nth(marker, '章')
    case 'section':
      return nth(marker, '节')
    case 'article':
      return nth(marker, '条')
    case 'cjk':
      if (/^[第其]/.test(marker.raw)) return `${marker.raw[0]}${writeCjk(n)}、`
      return `${FORMAL(marker.raw.charCodeAt(0)) ? marker.raw.replace(/[\s、．.：:，,]/g, '') : writeCjk(n)}、`
    case 'cjk-paren':
      return `（${writeCjk(n)}）`
    case 'arabic':
      return `${n}`
    case 'decimal':
      return [n, ...sub].join('.')
    case 'arabic-paren':
      return `（${n}）`
    case 'arabic-rparen':
      return `${n}）`
    case 'dash':
      return `—${n}`
    default:
      return marker.raw.replace(/[\s、．.：:]/g, '')
  }
}

const FORMAL = charset(FORMAL_DIGITS)

function nth({number, sub}: NonNullable<Draft<Clause>['marker']>, unit: string): string {
  const main = `第${writeCjk(number)}${unit}`
  return sub.length === 0 ? main : main + sub.map(s => `之${writeCjk(s)}`).join('')
}

/** What stands above a clause, as its cite begins with it. */
export interface Above {
  /** The labels of all clauses above; under an article those of it and above are in no cite. */
  readonly labels: string
  /** The article it stands in; null outside. */
  readonly article: string | null
}
export const OUTSIDE: Above = {labels: '', article: null}

/** What stands above the clauses below a clause. */
export function below({labels, article}: Above, clause: Draft<Clause>): Above {
  if (clause.marker?.style === 'article') return {labels: '', article: label(clause)}
  return {labels: labels + (article === null ? label(clause) : item(clause)), article}
}

/**
 * The cite of a clause.
 * @param paragraph of an item of an article: the 款 it stands in, 0 when the article has one only
 */
export function cite(clause: Draft<Clause>, {labels, article}: Above, paragraph: number): string {
  const style = clause.marker?.style
  if (style === 'article' || style === 'decimal') return label(clause)
  if (article === null) return labels + label(clause)
  return article + (paragraph > 0 ? `第${writeCjk(paragraph)}款` : '') + labels + item(clause)
}

function item(clause: Draft<Clause>): string {
  if (clause.marker?.style === 'cjk-paren') return `第${label(clause)}项`
  if (clause.marker?.style === 'arabic') return `第${label(clause)}目`
  return label(clause)
}
