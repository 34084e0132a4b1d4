/** Bytes → Source: the read text, what its format says about it, and the way back to the decoded source. */
import type {DraftDiagnostic, Source} from '../model/stages.ts'
import {sha256} from '../text/hash.ts'
import {type TextMap, textMap, toNew} from '../text/map.ts'
import {decode} from './decode.ts'
import {tooLarge} from './error.ts'
import {bytesType, DOCX, HTML, knownType, MARKDOWN, MHTML, PDF, textType} from './kind.ts'
import type {Unpacked} from './parts.ts'
import {type Extracted, placesIn} from './place.ts'
import {readPlain} from './plain.ts'

export interface ReadOptions {
  readonly path?: string | undefined
  readonly encoding?: string | undefined
  readonly mediaType?: string | undefined
  readonly maxBytes?: number | undefined
  readonly maxPages?: number | undefined
}

/** A package may unfold to this much; the longest laws and plans need a hundredth. */
const MAX_BYTES = 256 * 1024 * 1024
/** A text may be this long: one that is takes some 10 to 20 times its length of memory, and V8 gives two to four GB. */
const MAX_TEXT = 128 * 1024 * 1024
const MAX_PAGES = 2000

/**
 * Reads one input: bytes, or text that is decoded already. What it is is told from its content, unless options force it.
 * @throws ReadError for what holds no text that could be read: archives, images, encrypted files, other containers; for what is too long
 */
export async function read(input: Uint8Array | string, options: ReadOptions = {}): Promise<Source> {
  const forced = options.mediaType === undefined ? undefined : knownType(options.mediaType)
  if (typeof input === 'string') {
    const source = await readText(new TextEncoder().encode(input), {...options, encoding: 'utf-8'}, forced)
    return {...source, diagnostics: [...loneSurrogates(input), ...source.diagnostics]}
  }
  const type = forced ?? bytesType(input)
  if (type === DOCX) {
    const {readDocx} = await import('./docx/docx.ts')
    return unpacked(input, options, type, await readDocx(input, options.maxBytes ?? MAX_BYTES))
  }
  if (type === PDF) {
    const {readPdf} = await import('./pdf/pdf.ts')
    return unpacked(input, options, type, await readPdf(input, options.maxPages ?? MAX_PAGES))
  }
  return readText(input, options, type)
}

/** Text that is no well-formed Unicode: UTF-8 has no form for half a pair, so it reads as U+FFFD. */
function loneSurrogates(text: string): DraftDiagnostic[] {
  const count = text.match(/\p{Surrogate}/gu)?.length ?? 0
  const message = `Unexpected half of a surrogate pair, expected a character; kept as U+FFFD, ${count} in all`
  return count === 0 ? [] : [{code: 'read/lone-surrogate', level: 'warning', message}]
}

function unpacked(bytes: Uint8Array, options: ReadOptions, mediaType: string, content: Unpacked): Source {
  const {text, hints, properties, omitted, diagnostics, locate, encoding} = content
  return {
    info: {path: options.path ?? null, sha256: sha256(bytes), bytes: bytes.length, encoding, mediaType, omitted},
    text,
    hints,
    properties,
    diagnostics: [...diagnostics, ...empty(text)],
    locate,
  }
}

async function readText(bytes: Uint8Array, options: ReadOptions, type: string | undefined): Promise<Source> {
  if (bytes.length > (options.maxBytes ?? MAX_TEXT)) throw tooLarge(`${bytes.length} bytes of text`)
  const whole = await decode(bytes, options.encoding)
  const mediaType = type ?? textType(whole.text)
  const {
    text: decoded,
    encoding,
    diagnostics,
  } = mediaType === MHTML ? await (await import('./mhtml.ts')).decodeMhtml(bytes) : whole
  const {text, map, hints, properties, omitted} = await extract(decoded, mediaType)
  const places = placesIn(decoded)
  const inSource = places(textMap([]))
  return {
    info: {
      path: options.path ?? null,
      sha256: sha256(bytes),
      bytes: bytes.length,
      encoding,
      mediaType,
      omitted: omitted.map(({reason, characters, ...span}) => ({reason, origin: inSource(span), characters})),
    },
    text,
    hints,
    properties,
    diagnostics: [...diagnostics.map(d => moved(d, map)), ...suspicious(omitted), ...empty(text)],
    locate: places(map),
  }
}

async function extract(decoded: string, mediaType: string): Promise<Extracted> {
  if (mediaType === HTML || mediaType === MHTML) return (await import('./html/html.ts')).readHtml(decoded)
  if (mediaType === MARKDOWN) return (await import('./markdown.ts')).readMarkdown(decoded)
  return readPlain(decoded)
}

const moved = (diagnostic: DraftDiagnostic, map: TextMap): DraftDiagnostic =>
  diagnostic.span ? {...diagnostic, span: toNew(map, diagnostic.span)} : diagnostic

/** Parts this long that a page hides, or that broken markup swallows, may have been meant to be read. */
const WORTH_TELLING = 100

const suspicious = (omitted: Extracted['omitted']): DraftDiagnostic[] =>
  omitted
    .filter(({reason, characters}) => /^(?:hidden|unfinished-tag)$/.test(reason) && characters >= WORTH_TELLING)
    .map(({reason, characters}) => ({
      code: 'read/omitted',
      level: 'info',
      message: `Unexpected ${characters} characters in a part of the page that is not shown (${reason}), left out`,
    }))

const empty = (text: string): DraftDiagnostic[] =>
  text.trim() === ''
    ? [{code: 'read/empty', level: 'warning', message: 'Unexpected input without text, expected a document'}]
    : []
