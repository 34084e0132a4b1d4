/** Content → media type: what an input is, by its bytes and never by its name; what holds no readable text is refused. */
import {ReadError} from './error.ts'

export const PLAIN = 'text/plain'
export const HTML = 'text/html'
export const MARKDOWN = 'text/markdown'
export const MHTML = 'multipart/related'
export const PDF = 'application/pdf'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const KNOWN = [PLAIN, HTML, MARKDOWN, MHTML, PDF, DOCX]

/** First bytes of what cannot be read, what it is, and what to do about it. */
const UNPACK = 'unpack it and pass the files in it'
const RECOGNISE = 'run text recognition over it and pass the text'
const REFUSED: readonly (readonly [signature: string, what: string, advice: string, at?: number])[] = [
  ['Rar!\x1a\x07', 'RAR archive', UNPACK],
  ['7z\xbc\xaf\x27\x1c', '7-Zip archive', UNPACK],
  ['\x1f\x8b', 'gzip archive', UNPACK],
  ['BZh', 'bzip2 archive', UNPACK],
  ['\xfd7zXZ\0', 'xz archive', UNPACK],
  ['\x28\xb5\x2f\xfd', 'Zstandard archive', UNPACK],
  ['MSCF', 'cabinet archive', UNPACK],
  ['ustar', 'tar archive', UNPACK, 257],
  ['\x89PNG\r\n', 'PNG image', RECOGNISE],
  ['\xff\xd8\xff', 'JPEG image', RECOGNISE],
  ['GIF8', 'GIF image', RECOGNISE],
  ['II*\0', 'TIFF image', RECOGNISE],
  ['MM\0*', 'TIFF image', RECOGNISE],
  ['WEBP', 'WebP image', RECOGNISE, 8],
  ['{\\rtf', 'RTF document', 'save it as .docx or .txt'],
  ['SQLite format 3\0', 'SQLite database', 'export the texts in it'],
  ['\x7fELF', 'program', 'pass a document'],
  ['MZ\x90\0', 'program', 'pass a document'],
]
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** Names inside a zip package that tell what it is. */
const PACKAGES: readonly (readonly [name: string, what: string, advice: string])[] = [
  ['xl/workbook.xml', 'Excel workbook', 'export the texts in it'],
  ['ppt/presentation.xml', 'PowerPoint presentation', 'save it as .pdf or .txt'],
  ['OFD.xml', 'OFD document', 'save it as .pdf or .txt'],
  ['application/vnd.oasis.opendocument', 'OpenDocument file', 'save it as .docx or .txt'],
  ['META-INF/container.xml', 'EPUB book', 'unpack it and pass the pages in it'],
]

const refuse = (what: string, advice: string): never => {
  throw new ReadError('read/unsupported', `Unexpected ${what}, expected a text: ${advice}`)
}

/** The media type that an option forces. @throws ReadError when it is none that can be read */
export function knownType(name: string): string {
  const type = name.trim().toLowerCase().split(';', 1)[0]!
  if (type === 'application/xhtml+xml') return HTML
  if (KNOWN.includes(type)) return type
  throw new ReadError('read/unknown-media-type', `Unexpected media type "${name}", expected one of ${KNOWN.join(', ')}`)
}

/**
 * The media type that the first bytes tell; undefined for a text of some kind.
 * @throws ReadError for archives, images, programs and documents of a format that is not read
 */
export function bytesType(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const starts = (signature: string, at = 0): boolean =>
    buffer.toString('latin1', at, at + signature.length) === signature
  if (buffer.length < 4) return undefined
  if (starts('PK\x03\x04') || starts('PK\x05\x06')) return packageType(buffer)
  if (buffer.toString('latin1', 0, 64).trimStart().startsWith('%PDF-')) return PDF
  for (const [signature, what, advice, at] of REFUSED) if (starts(signature, at)) refuse(what, advice)
  if (starts(OLE)) refuseOle(buffer)
  return undefined
}

function packageType(buffer: Buffer): string {
  if (buffer.includes('word/document.xml')) return DOCX
  for (const [name, what, advice] of PACKAGES) if (buffer.includes(name)) refuse(what, advice)
  return refuse('zip archive', UNPACK)
}

function refuseOle(buffer: Buffer): never {
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new ReadError('read/encrypted', 'Unexpected encrypted document, expected one without a password')
  if (buffer.includes(Buffer.from('WordDocument', 'utf16le')))
    return refuse('legacy .doc document', 'save it as .docx, .html or .txt')
  return refuse('legacy Office file', 'save it as .docx, .html or .txt')
}

/** How far into a text its kind is looked for. */
const HEAD = 65_536
const PAGE_START =
  /^\s{0,99}(?:<!doctype\s{1,9}html|<html\b|<\?xml\b[^>]{0,300}>\s{0,99}<(?:!doctype\s{1,9}html|html\b))/i
const TAG =
  /<\/?(?:html|head|body|div|p|table|tbody|tr|td|th|span|br|h[1-6]|meta|title|a|ul|ol|li|center|font|script|style|section|article|img|strong|b)(?:\s[^<>]{0,2000})?\/?>/gi
const WORDS_ALONE = /^[^<\n]*[\u3400-\u9fff]{2}[^<\n]*$/gm
const LINE_IN_TAGS = /^\s{0,99}<(?:p|div|table|ul|ol|h[1-6]|section|article|center|br|span|strong)\b/im
const NO_TAG = /<(?![a-z/!])/i
const CLOSED = /<\/(?:p|div|td|tr|table|li|span|strong|h[1-6]|body|html)>/i
const HEADING_LINE = /^ {0,3}#{1,6}[ \t]+\S/m
const DELIMITER_ROW = /^ {0,3}\|?[ \t]{0,9}:?-{3,99}:?[ \t]{0,9}\|[ \t:|-]{0,300}$/m
const FRONT_MATTER =
  /^---[ \t]{0,9}\r?\n(?:(?:[\w.\u4e00-\u9fff-]{1,40}:|[ \t-])[^\n]{0,500}\n){1,40}?---[ \t]{0,9}(?:\r?\n|$)/
const JSON_START = /^\s{0,99}(?:\{\s{0,99}"[^"\n]{0,200}"\s{0,9}:|\[\s{0,99}[{"[])/

/**
 * The media type of a decoded text.
 * @throws ReadError for JSON and CSV: containers of texts, whose texts have to be taken out first
 */
export function textType(text: string): string {
  const head = text.slice(0, HEAD)
  if (isMarkup(head)) return HTML
  if (JSON_START.test(head) && /[}\]]$/.test(text.slice(-200).trimEnd())) refuseJson(head)
  if (
    /^(?:MIME-Version|Content-Type|From|Subject|Date):/i.test(head) &&
    /^Content-Type:\s{0,9}multipart\//im.test(head)
  )
    return MHTML
  if (isRecords(head)) refuse('CSV', 'take the text out of it, or pass it as {"id", "text"} lines with --ndjson')
  if (head.includes('#') && HEADING_LINE.test(head)) return MARKDOWN
  if (head.includes('---') && (FRONT_MATTER.test(head) || DELIMITER_ROW.test(head))) return MARKDOWN
  return PLAIN
}

/**
 * A page that says so, or one cut out of a page: it begins with a tag and goes on with tags. A text that begins with words
 * (发文机关：… over a line <p>各市…</p>) has no < but that of a tag. Where lines without a tag are most, tags were left over in a text.
 */
function isMarkup(head: string): boolean {
  if (!head.includes('<')) return false
  if (PAGE_START.test(head)) return true
  const tags = head.match(TAG)?.length ?? 0
  if (/^\s{0,99}<[a-z!]/i.test(head)) return tags >= 2 && (head.match(WORDS_ALONE)?.length ?? 0) <= 2 * tags
  return (
    tags >= 4 && (/<html\b|<body\b/i.test(head) || (LINE_IN_TAGS.test(head) && !NO_TAG.test(head))) && CLOSED.test(head)
  )
}

function refuseJson(head: string): never {
  if (isResult(head)) return refuse('Result', 'it is parsed already; read it as JSON')
  return refuse('JSON', 'take the text out of it, or pass it as {"id", "text"} lines with --ndjson')
}

/** Whether a text is the JSON of a Result, told from its beginning. */
const isResult = (text: string): boolean =>
  /^\s{0,99}\{/.test(text) && /"schema"\s{0,9}:\s{0,9}"policy\/1"/.test(text.slice(0, 1000))

/** Records of comma-separated fields: the same number of them on every line, three at least. */
function isRecords(head: string): boolean {
  if (!head.includes(',')) return false
  const lines = head.split(/\r?\n/, 21)
  if (SENTENCE.test(lines[0]!)) return false
  if (lines.length > 20) lines.pop()
  const counts = lines.filter(line => line !== '').map(line => fields(line))
  return counts.length >= 3 && counts[0]! >= 3 && counts.every(count => count === counts[0])
}

/** - 新增宿位,…: the points of a list, and sentences, may have as many commas each; what stands over columns is neither. */
const SENTENCE = /^\s*[-–—•·●▪*]|[。；！？：][”"]?\s*$/

const fields = (line: string): number => line.replace(/"(?:[^"]|""){0,9999}"/g, '').split(',').length
