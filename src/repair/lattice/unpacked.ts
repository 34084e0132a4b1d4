/** The packed table of data/language.generated.ts as it is used. The command line reads it from a file that the build has unpacked. */
import {Buffer} from 'node:buffer'
import {brotliDecompressSync} from 'node:zlib'
import {SIZES, TABLE} from '../data/language.generated.ts'
import {put, TABLE_BYTES, tableIn} from './layout.ts'

/** Its bytes from the start of a buffer. They are little-endian, as the machines are. */
export function unpacked(): ArrayBuffer {
  const buffer = new ArrayBuffer(TABLE_BYTES)
  const table = tableIn(buffer)
  const bytes = brotliDecompressSync(Buffer.from(TABLE, 'base64'))
  let from = 0
  const next = (i: number): Uint8Array => {
    const start = from
    from += SIZES.streams[i]!
    return bytes.subarray(start, from)
  }
  new Uint8Array(buffer, table.ids.byteOffset, table.ids.byteLength).set(next(0))
  table.single.set(next(1))
  table.rest.set(next(2))
  const places: number[] = []
  const [pairLengths, pairGaps, pairLikely] = [next(3), next(4), next(5)]
  const characters = Array.from({length: SIZES.characters + 1}, (_, number) => number)
  for (const [row, follower] of followersOf(characters, pairLengths, pairGaps)) {
    const place = put(table.pairKeys, row, follower)
    table.pairLikely[place] = pairLikely[places.length]!
    places.push(place)
  }
  const [tripleLengths, tripleGaps, tripleLikely, pairRest] = [next(6), next(7), next(8), next(9)]
  let [triples, beginning] = [0, 0]
  for (const [row, follower] of followersOf(places, tripleLengths, tripleGaps)) {
    table.tripleLikely[put(table.tripleKeys, row, follower)] = tripleLikely[triples++]!
    if (table.pairRest[row] === 0) table.pairRest[row] = pairRest[beginning++]!
  }
  return buffer
}

/** Each row with each of its followers: how many those are, and the gaps between their numbers, are packed in seven bits a byte. */
function* followersOf(
  rows: readonly number[],
  lengths: Uint8Array,
  gaps: Uint8Array,
): Generator<readonly [row: number, follower: number]> {
  const [nextLength, nextGap] = [reader(lengths), reader(gaps)]
  for (const row of rows) {
    let follower = 0
    for (let left = nextLength(); left > 0; left--) {
      follower += nextGap() + 1
      yield [row, follower]
    }
  }
}

function reader(bytes: Uint8Array): () => number {
  let at = 0
  return () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
}
