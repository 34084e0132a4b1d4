/** The bytes of a page saved with its pictures (MHTML) → the markup in it. */
import {Buffer} from 'node:buffer'
import {type Decoded, decode} from './decode.ts'
import {canonical} from './encoding/choose.ts'

const BLANK_LINE = /\r?\n\r?\n/

/**
 * The first HTML or text part of a multipart message, decoded; the whole of what is no multipart message.
 * Pages written by programs mix quoted bytes and plain ones; both are read.
 */
export async function decodeMhtml(bytes: Uint8Array): Promise<Decoded> {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const head = headers(message)
  const boundary = /boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(head)
  const parts = boundary ? message.split(`--${boundary[1] ?? boundary[2]}`).slice(1) : [message]
  const part = parts.find(p => /^content-type:\s{0,9}text\/html/im.test(headers(p))) ?? parts[0] ?? ''
  const fields = headers(part)
  const content = Buffer.from(transferDecoded(part.slice(fields.length), fields), 'latin1')
  const charset = /charset\s{0,9}=\s{0,9}"?([\w.:-]{1,40})/i.exec(fields)?.[1]
  const declared = charset === undefined ? undefined : canonical(charset)
  return decode(content, declared === 'utf-8' ? undefined : declared)
}

/** The header lines of a part, folded lines joined. */
function headers(part: string): string {
  const start = part.length - part.trimStart().length
  const rest = part.slice(start, start + 8000)
  const end = BLANK_LINE.exec(rest)
  return part.slice(0, end ? start + end.index : start)
}

function transferDecoded(content: string, fields: string): string {
  const encoding = /^content-transfer-encoding:\s{0,9}([\w-]{1,40})/im.exec(fields)?.[1]?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString('latin1')
  if (encoding !== 'quoted-printable') return content
  return content
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
