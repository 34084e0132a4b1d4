/** A file → its lines, holding one block at a time: the record of a million pages is more than one string can hold. */
import fs from 'node:fs'

const BLOCK = 1024 * 1024

/** The last line may lack its line feed; it is given all the same. */
export function* fileLines(file: string): Generator<string> {
  const handle = fs.openSync(file, 'r')
  const block = Buffer.allocUnsafe(BLOCK)
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (let read = fs.readSync(handle, block); read > 0; read = fs.readSync(handle, block)) {
      const lines = decoder.decode(block.subarray(0, read), {stream: true}).split('\n')
      lines[0] = rest + lines[0]
      rest = lines.pop()!
      yield* lines
    }
  } finally {
    fs.closeSync(handle)
  }
  if (rest !== '') yield rest
}
