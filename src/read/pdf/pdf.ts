/** The bytes of a PDF → its text by paragraphs, with running heads and page numbers as furniture. */
import {getDocumentProxy} from 'unpdf'
import type {Hint, Source} from '../../model/stages.ts'
import {ReadError} from '../error.ts'
import {addPart, emptyParts, partLocator, type Unpacked} from '../parts.ts'
import {CharacterMaps} from './cmaps.ts'
import {type Line, linesOf, type Piece} from './lines.ts'
import {type Margin, marginLines} from './margins.ts'
import {goesOn, joint, measuresOf} from './paragraphs.ts'

/** No warnings on the terminal, no code from the file, and the character maps made here. */
const OPTIONS = {verbosity: 0, isEvalSupported: false, cMapPacked: false, BinaryDataFactory: CharacterMaps}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * Reads a PDF that holds text.
 * @throws ReadError when it is encrypted, broken, has more pages than `maxPages`, or holds pictures of text only
 */
export async function readPdf(bytes: Uint8Array, maxPages: number): Promise<Unpacked> {
  const pdf = await open(bytes)
  if (pdf.numPages > maxPages)
    throw new ReadError(
      'read/too-large',
      `Unexpected ${pdf.numPages} pages, expected ${maxPages} at most; raise maxPages`,
    )
  const drawn: Piece[][] = []
  for (let number = 1; number <= pdf.numPages; number++) drawn.push(await pieces(pdf, number))
  const pages = linesOf(drawn)
  if (pages.every(lines => lines.length === 0))
    throw new ReadError(
      'read/unsupported',
      'Unexpected PDF without text (a scan), expected one with text: run text recognition over it and pass the text',
    )
  const properties = await documentProperties(pdf)
  await pdf.destroy()
  return {...assembled(pages), properties, omitted: [], diagnostics: [], encoding: 'utf-8'}
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The library takes the bytes over, so it gets its own.
    return await getDocumentProxy(new Uint8Array(bytes), OPTIONS)
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new ReadError('read/encrypted', 'Unexpected encrypted PDF, expected one without a password')
    const why = error instanceof Error ? error.message : String(error)
    throw new ReadError('read/broken', `Unexpected damage in the PDF (${why}), expected a whole file`)
  }
}

async function pieces(pdf: Pdf, number: number): Promise<Piece[]> {
  const page = await pdf.getPage(number)
  const {items} = await page.getTextContent({disableNormalization: true})
  page.cleanup()
  return items.flatMap(item => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    return [{text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height || 1}]
  })
}

/** Puts the pages together. What belongs to a page waits for the end of the paragraph that runs over it. */
function assembled(pages: readonly Line[][]): Pick<Unpacked, 'text' | 'hints' | 'locate'> {
  const margins = marginLines(pages)
  const body = pages.flat().filter(line => !margins.has(line))
  const measures = measuresOf(body)
  const parts = emptyParts()
  const hints: Hint[] = []
  let waiting: [Line, Margin][] = []
  let before: Line | undefined
  const flush = (): void => {
    for (const [line, reason] of waiting) {
      const span = addPart(parts, '\n', line.text, {page: line.page, line: line.line})
      hints.push({kind: 'furniture', span, reason})
    }
    waiting = []
  }
  for (const line of pages.flat()) {
    const margin = margins.get(line)
    if (margin) waiting.push([line, margin])
    else {
      const joined = before !== undefined && goesOn(before, line, measures)
      if (!joined) flush()
      addPart(parts, joined ? joint(before!.text, line.text) : '\n', line.text, {page: line.page, line: line.line})
      before = line
    }
  }
  flush()
  return {text: parts.chunks.join(''), hints, locate: partLocator(parts, {page: 1, line: 1})}
}

async function documentProperties(pdf: Pdf): Promise<Source['properties']> {
  const {info} = await pdf.getMetadata()
  const known = info as Record<string, unknown>
  return ['Title', 'Author', 'Subject', 'Keywords', 'CreationDate'].flatMap(key => {
    const value = known[key]
    const told = typeof value !== 'string' ? '' : key === 'Title' ? titled(value.trim()) : value.trim()
    return told === '' ? [] : [{name: key.toLowerCase(), value: told}]
  })
}

/** `Microsoft Word - 关于……的通知.doc`, as printers name what they print, tells a title; `1.docx` and `page.html` tell none. */
function titled(title: string): string {
  const name = title.replace(/^Microsoft \S{1,20} - /, '').replace(FILE_NAME, '')
  return name === title || /\p{sc=Han}{4}/u.test(name) ? name.trim() : ''
}
const FILE_NAME = /\.(?:docx?|docm|wps|wpt|rtf|odt|ofd|html?|mht|txt|pdf|ppt|pptx|xlsx?|et|indd|cdr|tiff?|jpe?g)$/i
