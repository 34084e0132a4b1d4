/** The bytes of a .docx → its text with automatic numbers, tables, and headers and footers as furniture. */
import type {Hint, Source} from '../../model/stages.ts'
import {eachTag} from '../markup.ts'
import {addPart, emptyParts, type Parts, partLocator, type Unpacked} from '../parts.ts'
import {type Paragraph, readBody} from './body.ts'
import {addChunk, type Chunk, readChunks} from './chunk.ts'
import {counter, readNumbering} from './numbering.ts'
import {openPackage, type Package, xmlPart} from './package.ts'
import {readStyles} from './styles.ts'
import {tableReader} from './tables.ts'

const MAIN = 'word/document.xml'

interface Reading {
  readonly parts: Parts
  readonly hints: Hint[]
  readonly omitted: Unpacked['omitted']
  readonly chunks: ReadonlyMap<string, Chunk>
  /** Headers and footers so far: the first page and the others often have the same. */
  readonly margins: Set<string>
  /** Completes the format of a paragraph, and gives its automatic number. */
  readonly styled: ReturnType<typeof readStyles>
  readonly numberOf: ReturnType<typeof counter>
}

/**
 * Reads a Word document.
 * @param maxBytes how much the parts of the package may unfold to
 * @throws ReadError when the package is broken or unfolds to too much
 */
export async function readDocx(bytes: Uint8Array, maxBytes: number): Promise<Unpacked> {
  const files = openPackage(bytes, maxBytes)
  const reading: Reading = {
    parts: emptyParts(),
    hints: [],
    omitted: [],
    chunks: await readChunks(files),
    margins: new Set(),
    styled: readStyles(xmlPart(files, 'word/styles.xml')),
    numberOf: counter(readNumbering(xmlPart(files, 'word/numbering.xml'))),
  }
  readText(reading, xmlPart(files, MAIN), MAIN)
  for (const name of named(files, /^word\/(?:foot|end)notes\.xml$/)) readText(reading, xmlPart(files, name), name)
  for (const name of named(files, /^word\/(?:header|footer)\d{0,4}\.xml$/))
    readMargin(reading, xmlPart(files, name), name)
  const {parts, hints, omitted} = reading
  return {
    text: parts.chunks.join(''),
    hints: hints.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
    properties: coreProperties(xmlPart(files, 'docProps/core.xml')),
    omitted,
    diagnostics: [],
    locate: partLocator(parts, {part: MAIN, paragraph: 1}),
    encoding: 'utf-8',
  }
}

const named = (files: Package, pattern: RegExp): string[] => [...files.keys()].filter(name => pattern.test(name)).sort()

/** Reads the body, or the notes. */
function readText(reading: Reading, xml: string, part: string): void {
  const {parts, hints, omitted, chunks} = reading
  const table = tableReader()
  readBody(xml, {
    ...table,
    closeCell() {},
    closeTable() {
      const hint = table.closeTable()
      if (hint) hints.push(hint)
    },
    paragraph(paragraph) {
      const {text, level} = shown(reading, paragraph)
      const inside = table.inside()
      if (inside && text.trim() === '') return
      const separator = inside ? table.separator() : '\n'
      const span = addPart(parts, separator, text, {part, paragraph: paragraph.number})
      if (inside) table.add(text, span)
      else if (level > 0 && text.trim() !== '') hints.push({kind: 'heading', span, level})
    },
    chunk(relation) {
      const chunk = chunks.get(relation)
      if (chunk) addChunk(chunk, parts, hints, omitted)
    },
    leftOut: (reason, characters, paragraph) => omitted.push({reason, origin: {part, paragraph}, characters}),
  })
}

/** A paragraph as Word shows it: with its number. */
function shown(reading: Reading, paragraph: Paragraph): {text: string; level: number} {
  const format = reading.styled(paragraph.format)
  const numbered = format.numId !== undefined && format.numId !== '0'
  const number = numbered ? reading.numberOf(format.numId!, format.ilvl ?? 0) : ''
  return {text: number + paragraph.text.replace(/^\n{1,99}|\n{1,99}$/g, ''), level: format.outline ?? 0}
}

/** Headers and footers, which stand on every page: each once, behind the text. */
function readMargin({parts, hints, omitted, margins}: Reading, xml: string, part: string): void {
  const ignore = (): void => {}
  readBody(xml, {
    openTable: ignore,
    openRow: ignore,
    openCell: ignore,
    closeCell: ignore,
    closeRow: ignore,
    closeTable: ignore,
    chunk: ignore,
    leftOut: ignore,
    paragraph({text, number}) {
      const line = text.trim()
      if (line === '') return
      if (margins.has(line)) {
        omitted.push({reason: 'repeated', origin: {part, paragraph: number}, characters: line.length})
        return
      }
      margins.add(line)
      const span = addPart(parts, '\n', line, {part, paragraph: number})
      const reason = /^[\s\d０-９\-－—–―·.页第共/／]{1,40}$/.test(text) ? 'page-number' : 'page-header'
      hints.push({kind: 'furniture', span, reason})
    },
  })
}

/** The title, author and dates that a document carries. */
function coreProperties(xml: string): Source['properties'] {
  const properties: {name: string; value: string}[] = []
  let value = ''
  const visitor = {
    open() {
      value = ''
    },
    close(name: string) {
      const local = name.slice(name.indexOf(':') + 1)
      if (value.trim() !== '') properties.push({name: local, value: value.trim()})
      value = ''
    },
    text(start: number, end: number) {
      value += xml.slice(start, end)
    },
    entity(character: string) {
      value += character
    },
    comment() {},
  }
  eachTag(xml, visitor, new Set(), true)
  return properties
}
