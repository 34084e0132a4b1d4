/** The table of data/language.generated.ts, unpacked. The command line reads it from a file that the build has unpacked. */
import {Buffer} from 'node:buffer'
import {inflateRawSync} from 'node:zlib'
import {TABLE} from '../data/language.generated.ts'

/** Its bytes from the start of a buffer, for columns begin at multiples of eight. They are little-endian, as the machines are. */
export const unpacked = (): ArrayBuffer => new Uint8Array(inflateRawSync(Buffer.from(TABLE, 'base64'))).buffer
