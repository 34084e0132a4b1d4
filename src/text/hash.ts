/** Hashes of text and bytes. */
import {hash} from 'node:crypto'

/** The SHA-256 of bytes, or of a text's UTF-8 form, as 64 hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')
