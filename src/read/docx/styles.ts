/** styles.xml → what a paragraph inherits from its style: its list and its outline level. */
import {type Attributes, eachTag} from '../markup.ts'

/** What a style or a paragraph says itself; undefined where it says nothing. */
export interface ParagraphFormat {
  style: string | undefined
  numId: string | undefined
  ilvl: number | undefined
  /** 1 to 9, or 0 for body text. */
  outline: number | undefined
}

const ATTRIBUTES = new Set(['w:val', 'w:styleId', 'w:type', 'w:default'])
/** Longer chains of styles than this are loops. */
const DEPTH = 20

/** A paragraph that says nothing of its form. */
export const noFormat = (): ParagraphFormat => ({
  style: undefined,
  numId: undefined,
  ilvl: undefined,
  outline: undefined,
})

/** Takes in one element inside `w:pPr`. */
export function describeParagraph(format: ParagraphFormat, name: string, value: string): void {
  if (name === 'w:numId') format.numId = value
  else if (name === 'w:ilvl') format.ilvl = Number(value)
  else if (name === 'w:outlineLvl') format.outline = Number(value) < 9 ? Number(value) + 1 : 0
}

/** A function that completes what a paragraph says by what its style says. */
export function readStyles(xml: string): (own: ParagraphFormat) => ParagraphFormat {
  const styles = new Map<string, ParagraphFormat>()
  let current: ParagraphFormat | undefined
  let standard: string | undefined
  const open = (name: string, attributes: Attributes): void => {
    const value = attributes.get('w:val') ?? ''
    if (name === 'w:style') {
      current = noFormat()
      const id = attributes.get('w:styleId') ?? ''
      styles.set(id, current)
      if (attributes.get('w:default') === '1' && attributes.get('w:type') === 'paragraph') standard = id
    } else if (!current) return
    else if (name === 'w:basedOn') current.style = value
    else describeParagraph(current, name, value)
  }
  const close = (name: string): void => {
    if (name === 'w:style') current = undefined
  }
  eachTag(xml, {open, close, text() {}, entity() {}, comment() {}}, ATTRIBUTES, true)
  return own => {
    const out = {...own}
    let next = own.style ?? standard
    for (let depth = 0; next !== undefined && depth < DEPTH; depth++) {
      const style = styles.get(next)
      if (!style) break
      out.numId ??= style.numId
      out.ilvl ??= style.ilvl
      out.outline ??= style.outline
      next = style.style
    }
    return out
  }
}
