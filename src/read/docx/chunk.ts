/** Files that stand in for a stretch of a .docx (`altChunk`) → their text in its place. */
import type {Hint} from '../../model/stages.ts'
import {shift} from '../../text/span.ts'
import {decode} from '../decode.ts'
import {moved} from '../hints.ts'
import {readHtml} from '../html/html.ts'
import {eachTag} from '../markup.ts'
import {decodeMhtml} from '../mhtml.ts'
import {addPart, type Parts, type Unpacked} from '../parts.ts'
import type {Extracted} from '../place.ts'
import {readPlain} from '../plain.ts'
import {type Package, xmlPart} from './package.ts'

export interface Chunk {
  readonly part: string
  readonly content: Extracted
}

const ATTRIBUTES = new Set(['Id', 'Target', 'Type'])

/** The stand-in files of a package by the relation that calls for them. */
export async function readChunks(files: Package): Promise<ReadonlyMap<string, Chunk>> {
  const targets: [id: string, part: string][] = []
  const xml = xmlPart(files, 'word/_rels/document.xml.rels')
  const open = (_: string, attributes: ReadonlyMap<string, string>): void => {
    if (!attributes.get('Type')?.endsWith('/aFChunk')) return
    const target = attributes.get('Target') ?? ''
    targets.push([attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `word/${target}`])
  }
  eachTag(xml, {open, close() {}, text() {}, entity() {}, comment() {}}, ATTRIBUTES, true)
  const chunks = new Map<string, Chunk>()
  for (const [id, part] of targets) {
    const bytes = files.get(part)
    if (bytes) chunks.set(id, {part, content: await readChunk(bytes, part)})
  }
  return chunks
}

async function readChunk(bytes: Uint8Array, part: string): Promise<Extracted> {
  if (/\.txt$/i.test(part)) return readPlain((await decode(bytes)).text)
  return readHtml((await decodeMhtml(bytes)).text)
}

/** Adds the lines of a stand-in file, with what it says about them. */
export function addChunk({part, content}: Chunk, parts: Parts, hints: Hint[], omitted: Unpacked['omitted']): void {
  let first: number | undefined
  let paragraph = 0
  for (const line of content.text.split('\n')) {
    const {start} = addPart(parts, '\n', line, {part, paragraph: ++paragraph})
    first ??= start
  }
  for (const hint of content.hints) hints.push(moved(hint, span => shift(span, first ?? 0)))
  for (const {reason, characters} of content.omitted) omitted.push({reason, origin: {part}, characters})
}
