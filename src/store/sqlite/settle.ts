/** Many small segments of words, and nodes that are gone → fewer segments, so that a query looks at few. */
import {bytesIn, type Connection} from '../driver.ts'
import {SEGMENT} from './keys.ts'
import {type Nodes, removedFrom, segmentsOf, unread, written} from './lists.ts'

/** An update leaves a segment; those of less than so many bytes are joined when so many of them stand. */
const SMALL = 1024 * 1024
const MOST_SMALL = 8

/** Joins segments where they are many and small; all, when more nodes are gone than are there. */
export function settle(db: Connection): void {
  const segments = segmentsOf(db)
  const one = (sql: string): number => Number(db.prepare(sql).get()!['n'] ?? 0)
  const gone = one('SELECT sum(last - first + 1) AS n FROM removed')
  if (gone > 0 && gone > one('SELECT sum(nodes) AS n FROM inputs')) {
    join(db, segments, removedFrom(db))
    db.exec('DELETE FROM removed')
    return
  }
  const bytes = db.prepare('SELECT sum(length(nodes)) AS n FROM words WHERE id >= ? AND id < ?')
  const small = segments.filter(segment => Number(bytes.get(segment * SEGMENT, (segment + 1) * SEGMENT)!['n']) < SMALL)
  if (small.length > MOST_SMALL) join(db, small, nodes => nodes)
}

/** Writes the lists of several segments as one new segment behind all others. */
function join(db: Connection, segments: readonly number[], kept: (nodes: Nodes) => Nodes): void {
  const target = (segmentsOf(db).at(-1) ?? 0) + 1
  const insert = db.prepare('INSERT INTO words VALUES (?, ?)')
  const from = segments.map(segment => rows(db, segment))
  const heads = from.map(one => one.next().value)
  for (;;) {
    const keys = heads.flatMap(head => (head ? [head.key] : []))
    if (keys.length === 0) break
    const key = Math.min(...keys)
    const blobs: Uint8Array[] = []
    for (const [i, head] of heads.entries()) {
      if (head?.key !== key) continue
      blobs.push(head.nodes)
      heads[i] = from[i]!.next().value
    }
    const nodes = kept(unread(blobs))
    if (nodes.length > 0) insert.run(target * SEGMENT + key, written(nodes))
  }
  const remove = db.prepare('DELETE FROM words WHERE id >= ? AND id < ?')
  for (const segment of segments) remove.run(segment * SEGMENT, (segment + 1) * SEGMENT)
}

/** How many rows are read at a time, since others are written meanwhile. */
const CHUNK = 500

/** The rows of a segment by their key. */
function* rows(db: Connection, segment: number): Generator<{key: number; nodes: Uint8Array}, undefined> {
  const some = db.prepare('SELECT id, nodes FROM words WHERE id >= ? AND id < ? ORDER BY id LIMIT ?')
  const end = (segment + 1) * SEGMENT
  for (let next = segment * SEGMENT; ; ) {
    const found = some.all(next, end, CHUNK)
    for (const row of found) yield {key: Number(row['id']) % SEGMENT, nodes: bytesIn(row['nodes'])}
    if (found.length < CHUNK) return
    next = Number(found.at(-1)!['id']) + 1
  }
}
