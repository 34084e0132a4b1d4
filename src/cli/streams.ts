/** Text → standard output and standard error: whole, with back-pressure, and quietly when the reader goes away. */
import fs from 'node:fs'
import {piecesOf} from '../text/pieces.ts'
import {say} from './language.ts'
import {wordsFor} from './words.ts'

/** By the number that the system gives them; made when asked for. */
const STREAMS = {1: () => process.stdout, 2: () => process.stderr}
export type Standard = keyof typeof STREAMS
export const OUT = 1
export const ERR = 2

/** Those that have not taken all that was sent: what comes later waits its turn. */
const behind = new Set<Standard>()

/**
 * Sends text to one of the two; resolves when more can be taken. To make a stream takes as long as to read a fifth of a small
 * page, so the system is asked first, and the stream takes what it refuses. A console of Windows reads bytes in its own encoding.
 */
export async function send(to: Standard, text: string): Promise<void> {
  const rest = behind.has(to) || process.platform === 'win32' ? text : sent(to, text)
  if (rest.length === 0) return
  behind.add(to)
  const stream = STREAMS[to]()
  if (stream.listenerCount('error') === 0) stream.on('error', gone)
  if (!stream.write(rest)) await new Promise<void>(resolve => void stream.once('drain', resolve))
}

/** A line for the person at the keyboard. */
export const tell = (line: string): void => void send(ERR, line)

/** So many units are made bytes at once: in the same place for each piece, where a long text whole would take new memory. */
const PIECE = 65_536

/** Sends what the system takes at once; the bytes of the rest are given back. */
function sent(to: Standard, text: string): Buffer {
  if (text.length <= PIECE) return refused(to, bytesOf(text))
  const place = Buffer.allocUnsafe(3 * (PIECE + 1))
  let at = 0
  for (const piece of piecesOf(text, PIECE)) {
    const rest = refused(to, place.subarray(0, place.write(piece)))
    at += piece.length
    if (rest.length > 0) return Buffer.concat([rest, bytesOf(text.slice(at))])
  }
  return place.subarray(0, 0)
}

/** Text as UTF-8. No unit takes more than three bytes; to count them first takes as long as to write them. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(3 * text.length)
  return bytes.subarray(0, bytes.write(text))
}

/** Writes what the system takes at once; the rest is given back. */
function refused(to: Standard, bytes: Buffer): Buffer {
  let at = 0
  try {
    while (at < bytes.length) at += fs.writeSync(to, bytes, at)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') gone(error as NodeJS.ErrnoException)
  }
  return bytes.subarray(at)
}

/** Ends the program: without a word when nobody reads any more. */
function gone(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit()
  // Not thrown: what nobody can catch here is told with its stack.
  try {
    fs.writeSync(ERR, `error: ${say(`cannot write the output: ${wordsFor(error)}`)}\n`)
  } finally {
    process.exit(1)
  }
}

/** The stream, where it is a terminal: of a file or a pipe nothing is asked, and no stream made. */
export function terminal(to: Standard): NodeJS.WriteStream | undefined {
  if (process.platform !== 'win32' && !fs.fstatSync(to).isCharacterDevice()) return undefined
  const stream = STREAMS[to]()
  return stream.isTTY ? stream : undefined
}

/** How many columns it has, where it is a terminal that knows: one that was never given a size says 0. */
export const columnsOf = (to: Standard): number | undefined => terminal(to)?.columns || undefined
