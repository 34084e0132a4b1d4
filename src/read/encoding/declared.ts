/** Bytes → the encoding that a page declares of itself (`<meta charset=…>`, `<?xml encoding=…?>`): a hint, not a judge. */
import {Buffer} from 'node:buffer'
import {canonical} from './choose.ts'

const HEAD = 4096
const DECLARATION =
  /<meta\b[^>]{0,400}?\bcharset\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{1,24})|<\?xml\b[^>]{0,200}?\bencoding\s{0,4}=\s{0,4}["']([\w.:-]{1,24})/i

/** The canonical name, or undefined. Pages in UTF-16 have to be recognised without it: it is looked for as ASCII. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1')
  const match = head.includes('<') ? DECLARATION.exec(head) : null
  const label = match?.[1] ?? match?.[2]
  return label === undefined ? undefined : canonical(label)
}
