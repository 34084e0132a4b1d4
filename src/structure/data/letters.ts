/** The letters that ids are made of: of clauses by the style of their marker, of other nodes by their type. */
import type {Leaf, MarkerStyle, STYLE_LETTERS as PUBLISHED} from '../../model/document.ts'

export const STYLE_LETTERS = {
  part: 'pt',
  chapter: 'ch',
  section: 's',
  article: 'a',
  cjk: 'c',
  'cjk-paren': 'cp',
  arabic: 'n',
  decimal: 'x',
  'arabic-paren': 'np',
  'arabic-rparen': 'nr',
  circled: 'o',
  roman: 'r',
  letter: 'l',
  dash: 'd',
  unnumbered: 'u',
  table: 't',
} as const satisfies Record<MarkerStyle, string> & typeof PUBLISHED

export const LEAF_LETTERS = {
  title: 'ti',
  metadata: 'm',
  addressee: 'ad',
  paragraph: 'p',
  signature: 'sg',
  colophon: 'co',
  note: 'nt',
  table: STYLE_LETTERS.table,
} as const satisfies Record<Leaf['type'] | 'table', string>
