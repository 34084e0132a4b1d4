/** Hashes of text and bytes. */
import {createHash, hash} from 'node:crypto'
import {piecesOf} from './pieces.ts'

/** The UTF-8 form of a text that is longer would stand beside it in memory, whole. */
const LONG = 1024 * 1024

/** The SHA-256 of bytes, or of a text's UTF-8 form, as 64 hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  if (typeof data !== 'string' || data.length <= LONG) return hash('sha256', data, 'hex')
  const sum = createHash('sha256')
  for (const piece of piecesOf(data, LONG)) sum.update(piece)
  return sum.digest('hex')
}
