/** The XML of a document part → its paragraphs, cells and rows in order. */
import {type Attributes, eachTag} from '../markup.ts'
import {describeParagraph, noFormat, type ParagraphFormat} from './styles.ts'

export interface Paragraph {
  readonly text: string
  readonly format: ParagraphFormat
  /** Its place among all paragraphs of the part, from 1. */
  readonly number: number
}

export interface CellFormat {
  colSpan: number
  /** `continue`: it only goes on with the cell above. */
  merge: 'none' | 'start' | 'continue'
}

/** What the reader of a part is told, in the order of the text. */
export interface BodyVisitor {
  readonly paragraph: (paragraph: Paragraph) => void
  readonly openTable: () => void
  readonly openRow: () => void
  readonly openCell: (format: CellFormat) => void
  readonly closeCell: () => void
  readonly closeRow: (header: boolean) => void
  readonly closeTable: () => void
  /** A file that stands in for a stretch of the document. */
  readonly chunk: (relation: string) => void
  /** Text that is deleted or hidden, and the paragraph it is in. */
  readonly leftOut: (reason: string, characters: number, paragraph: number) => void
}

interface OpenParagraph {
  readonly format: ParagraphFormat
  readonly number: number
  text: string
}

const ATTRIBUTES = new Set(['w:val', 'w:char', 'w:type', 'r:id'])
/** Elements that hold nothing of the text as it stands now: old formatting, a second form for old programs. */
const SKIPPED = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'mc:Fallback',
])
/** Elements whose text is not part of the text as it stands, and why. */
const OMITTED: ReadonlyMap<string, string> = new Map([
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
  ['w:rt', 'ruby'],
])
/** What stands for one character. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
])

/** Reads one part. Text boxes come before the paragraph they hang on. */
export function readBody(xml: string, visitor: BodyVisitor): void {
  const open: OpenParagraph[] = []
  let numbers = 0
  let skipped = 0
  const omitting: string[] = []
  let inProperties = 0
  let inText = false
  let hiddenRun = false
  let cell: CellFormat | undefined
  let header = false
  const add = (text: string): void => {
    const paragraph = open.at(-1)
    if (!paragraph) return
    const reason = omitting.at(-1)
    if (reason !== undefined) visitor.leftOut(reason, text.length, paragraph.number)
    else if (hiddenRun) visitor.leftOut('hidden', text.length, paragraph.number)
    else paragraph.text += text
  }
  /** A cell is told of when its properties are known: with the first thing in it. */
  const settleCell = (): void => {
    if (cell) visitor.openCell(cell)
    cell = undefined
  }
  const properties = (name: string, value: string): void => {
    if (name === 'w:gridSpan' && cell) cell.colSpan = Math.max(1, Math.min(100, Number(value) || 1))
    else if (name === 'w:vMerge' && cell) cell.merge = value === 'restart' ? 'start' : 'continue'
    else if (name === 'w:tblHeader') header = value !== '0' && value !== 'false'
    else if (name === 'w:vanish') hiddenRun = value !== '0' && value !== 'false'
    else if (name === 'w:pStyle' && open.length > 0) open.at(-1)!.format.style = value
    else if (inProperties > 0 && open.length > 0) describeParagraph(open.at(-1)!.format, name, value)
  }
  const begin = (name: string, attributes: Attributes): void => {
    if (SKIPPED.has(name)) skipped++
    if (skipped > 0) return
    const reason = OMITTED.get(name)
    if (reason !== undefined) omitting.push(reason)
    switch (name) {
      case 'w:p':
        settleCell()
        open.push({format: noFormat(), number: ++numbers, text: ''})
        break
      case 'w:pPr':
        inProperties++
        break
      case 'w:r':
        hiddenRun = false
        break
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        inText = true
        break
      case 'w:tbl':
        settleCell()
        visitor.openTable()
        break
      case 'w:tr':
        header = false
        visitor.openRow()
        break
      case 'w:tc':
        cell = {colSpan: 1, merge: 'none'}
        break
      case 'w:sym':
        add(symbol(attributes.get('w:char')))
        break
      case 'w:altChunk':
        visitor.chunk(attributes.get('r:id') ?? '')
        break
      default:
        if (CHARACTERS.has(name) && inProperties === 0) add(CHARACTERS.get(name)!)
        else properties(name, attributes.get('w:val') ?? '')
    }
  }
  const end = (name: string): void => {
    if (SKIPPED.has(name)) skipped--
    if (skipped > 0) return
    if (OMITTED.has(name)) omitting.pop()
    if (name === 'w:p') {
      const paragraph = open.pop()
      if (paragraph) visitor.paragraph(paragraph)
    } else if (name === 'w:pPr') inProperties--
    else if (name === 'w:t' || name === 'w:delText' || name === 'm:t') inText = false
    else if (name === 'w:tc') {
      settleCell()
      visitor.closeCell()
    } else if (name === 'w:tr') visitor.closeRow(header)
    else if (name === 'w:tbl') visitor.closeTable()
  }
  const text = (start: number, stop: number): void => {
    if (inText && skipped === 0) add(xml.slice(start, stop))
  }
  const entity = (character: string): void => {
    if (inText && skipped === 0) add(character)
  }
  eachTag(xml, {open: begin, close: end, text, entity, comment() {}}, ATTRIBUTES, true)
}

/** A character of a symbol font, which has it in private use above F000; what it shows cannot be known. */
function symbol(code: string | undefined): string {
  const unit = Number.parseInt(code ?? '', 16)
  return Number.isNaN(unit) || unit < 0x20 || unit > 0xffff ? '' : String.fromCharCode(unit)
}
