/** Bytes in a known encoding → text, the same on every machine. */

export interface Piece {
  readonly text: string
  /** The last character is cut off; the text ends with U+FFFD for it. */
  readonly truncated: boolean
}

/** Decodes; bytes that the encoding does not have become U+FFFD. A BOM is left out. */
export async function decodeAs(bytes: Uint8Array, encoding: string): Promise<Piece> {
  if (encoding === 'big5') return big5(bytes)
  const decoder = new TextDecoder(encoding)
  const whole = decoder.decode(bytes, {stream: true})
  const rest = decoder.decode()
  const text = whole + rest
  return {text: encoding === 'gb18030' ? pinned(text) : text, truncated: rest !== ''}
}

/** The Big5 of the Encoding Standard with its Hong Kong characters; ICU's own reads those as private use. */
async function big5(bytes: Uint8Array): Promise<Piece> {
  const {default: iconv} = await import('iconv-lite')
  const decoder = iconv.getDecoder('big5')
  const whole = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const rest = decoder.end() ?? ''
  return {text: whole + rest, truncated: rest !== ''}
}

/**
 * GB18030-2000, -2005 and -2022 read 19 codes differently, and the version that TextDecoder follows depends on its ICU.
 * They are pinned to the characters of -2022 that have a code point of their own.
 */
const DISPUTED: ReadonlyMap<string, string> = new Map([
  ...Array.from(
    '\uE78D\uE78E\uE78F\uE790\uE791\uE792\uE793\uE794\uE795\uE796',
    (c, i) => [c, '\uFE10\uFE12\uFE11\uFE13\uFE14\uFE15\uFE16\uFE17\uFE18\uFE19'[i]!] as const,
  ),
  ...Array.from(
    '\uE81E\uE826\uE82B\uE82C\uE832\uE843\uE854\uE864',
    (c, i) => [c, '\u9FB4\u9FB5\u9FB6\u9FB7\u9FB8\u9FB9\u9FBA\u9FBB'[i]!] as const,
  ),
  ['\uE7C7', '\u1E3F'],
])
const DISPUTED_PATTERN = /[\uE78D-\uE796\uE7C7\uE81E\uE826\uE82B\uE82C\uE832\uE843\uE854\uE864]/g

const pinned = (text: string): string => text.replace(DISPUTED_PATTERN, c => DISPUTED.get(c)!)
