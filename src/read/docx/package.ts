/** The bytes of a .docx → the parts of it that hold text, within limits. */
import {unzipSync} from 'fflate'
import {ReadError, tooLarge} from '../error.ts'

export type Package = ReadonlyMap<string, Uint8Array>

const READ =
  /^(?:word\/(?:document|numbering|styles|footnotes|endnotes|header\d{0,4}|footer\d{0,4})\.xml|docProps\/core\.xml|word\/_rels\/document\.xml\.rels|word\/[^/]{1,99}\.(?:mht|mhtml|html?|txt|xhtml))$/i
/** Text packs to a tenth or so; a part that unfolds to more than this many times its size was made to do harm. */
const RATIO = 400
const SMALL = 4_000_000

/**
 * Unpacks the parts that are read.
 * @param maxBytes how much they may unfold to, all together
 * @throws ReadError when the package is broken, or larger than allowed
 */
export function openPackage(bytes: Uint8Array, maxBytes: number): Package {
  let total = 0
  let refused: ReadError | undefined
  const wanted = (file: {name: string; size: number; originalSize: number}): boolean => {
    if (refused || !READ.test(file.name)) return false
    total += file.originalSize
    if (total > maxBytes) refused = tooLarge(`more than ${maxBytes} bytes when unpacked`)
    else if (file.originalSize > SMALL && file.originalSize > file.size * RATIO)
      refused = tooLarge(`${file.name} of ${file.originalSize} bytes packed into ${file.size}`)
    return !refused
  }
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {filter: wanted})
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ReadError('read/broken', `Unexpected end or damage in the .docx package (${why}), expected a whole file`)
  }
  if (refused) throw refused
  return new Map(Object.entries(files))
}

const decoder = new TextDecoder()

/** The text of an XML part; empty when the package has none. */
export function xmlPart(files: Package, name: string): string {
  const bytes = files.get(name)
  if (!bytes) return ''
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  return (wide === '' ? decoder : new TextDecoder(wide)).decode(bytes)
}
