/** Bytes → the encoding that a page declares of itself (`<meta charset=…>`, `<?xml encoding=…?>`): a hint, not a judge. */
import {canonical} from './choose.ts'

const HEAD = 4096
const DECLARATION =
  /<meta\b[^>]{0,400}?\bcharset\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{1,24})|<\?xml\b[^>]{0,200}?\bencoding\s{0,4}=\s{0,4}["']([\w.:-]{1,24})/i

/** The canonical name, or undefined. Pages in UTF-16 have to be recognised without it: it is looked for as ASCII. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const match = DECLARATION.exec(head)
  const label = match?.[1] ?? match?.[2]
  return label === undefined ? undefined : canonical(label)
}
