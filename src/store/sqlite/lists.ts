/** The rows of `words` ↔ lists of nodes: ascending numbers, each as what it adds to the one before, seven bits a byte. */
import {bytesIn, type Connection} from '../driver.ts'
import {type Range, rowOf, SEGMENT} from './keys.ts'

/** Ascending numbers of nodes. */
export type Nodes = Uint32Array

/** What is asked of the lists of an index. */
export interface Lists {
  /** The nodes that have a key of each of the ranges. */
  all(ranges: readonly Range[]): Nodes
  word(key: number): Nodes
}

/** The lists of an index, without the nodes that were removed since. */
export function listsOf(db: Connection): Lists {
  const segments = segmentsOf(db)
  const one = db.prepare('SELECT nodes FROM words WHERE id = ?')
  const several = db.prepare('SELECT nodes FROM words WHERE id BETWEEN ? AND ?')
  const gone = removedFrom(db)
  const found = ([first, last]: Range, word: boolean): Uint8Array[] =>
    segments.flatMap(segment => {
      const rows =
        first === last
          ? [one.get(rowOf(segment, first, word)) ?? []].flat()
          : several.all(rowOf(segment, first, word), rowOf(segment, last, word))
      return rows.map(row => bytesIn(row['nodes']))
    })
  return {
    word: key => gone(unread(found([key, key], true))),
    all(ranges) {
      const lists = ranges.map(range => ({
        blobs: found(range, false),
        apart: range[0] === range[1],
      }))
      const bytes = (blobs: readonly Uint8Array[]): number => blobs.reduce((sum, blob) => sum + blob.length, 0)
      lists.sort((a, b) => bytes(a.blobs) - bytes(b.blobs))
      let common: Nodes | undefined
      for (const {blobs, apart} of lists) {
        if (common?.length === 0) break
        const nodes = apart ? unread(blobs) : united(blobs)
        common = common ? both(common, nodes) : nodes
      }
      return gone(common ?? new Uint32Array())
    },
  }
}

export function segmentsOf(db: Connection): number[] {
  const out: number[] = []
  const next = db.prepare('SELECT id FROM words WHERE id >= ? ORDER BY id LIMIT 1')
  for (let row = next.get(0); row; row = next.get((out.at(-1)! + 1) * SEGMENT))
    out.push(Math.floor(Number(row['id']) / SEGMENT))
  return out
}

/** Lists that have no node in common, as one. Most go on where the one before ended; segments that were joined do not. */
export function unread(blobs: readonly Uint8Array[]): Nodes {
  const out = new Uint32Array(blobs.reduce((sum, blob) => sum + blob.length, 0))
  let count = 0
  let ascending = true
  for (const blob of blobs) {
    const start = count
    count = read(blob, out, start)
    if (start > 0 && count > start && out[start]! <= out[start - 1]!) ascending = false
  }
  const nodes = out.subarray(0, count)
  return ascending ? nodes : nodes.sort()
}

/** Writes the numbers of a list from `at` on, and tells where they end. */
function read(blob: Uint8Array, out: Uint32Array, at: number): number {
  let node = 0
  let count = at
  for (let i = 0; i < blob.length; ) {
    let step = 0
    let factor = 1
    let byte = blob[i++]!
    for (; byte > 0x7f; byte = blob[i++]!) {
      step += (byte & 0x7f) * factor
      factor *= 128
    }
    node += step + byte * factor
    out[count++] = node
  }
  return count
}

/** Lists that may hold the same nodes. */
function united(blobs: readonly Uint8Array[]): Nodes {
  const all = unread(blobs).sort()
  let count = 0
  for (let i = 0; i < all.length; i++) if (count === 0 || all[i] !== all[count - 1]) all[count++] = all[i]!
  return all.subarray(0, count)
}

/** What two lists have in common. */
export function both(a: Nodes, b: Nodes): Nodes {
  const out = new Uint32Array(Math.min(a.length, b.length))
  let count = 0
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const difference = a[i]! - b[k]!
    if (difference === 0) out[count++] = a[i]!
    if (difference <= 0) i++
    if (difference >= 0) k++
  }
  return out.subarray(0, count)
}

/** A filter for lists: leaves out the nodes that the index no longer holds. */
export function removedFrom(db: Connection): (nodes: Nodes) => Nodes {
  const ranges = db.prepare('SELECT first, last FROM removed ORDER BY first').all()
  if (ranges.length === 0) return nodes => nodes
  return nodes => {
    let at = 0
    return nodes.filter(node => {
      while (at < ranges.length && Number(ranges[at]!['last']) < node) at++
      return at === ranges.length || node < Number(ranges[at]!['first'])
    })
  }
}

/** A list as its row holds it. */
export function written(nodes: Nodes): Buffer {
  const out = Buffer.allocUnsafe(nodes.length * 5)
  let at = 0
  let last = 0
  for (const node of nodes) {
    let step = node - last
    last = node
    for (; step > 0x7f; step >>>= 7) out[at++] = (step & 0x7f) | 0x80
    out[at++] = step
  }
  return out.subarray(0, at)
}
