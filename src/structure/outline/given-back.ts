/** 5.12.2 where 5.12 is lost → both: a clause without a line of its own, right before the first that stands under it. */
import type {TextPiece} from './pieces.ts'
import type {Decision} from './search.ts'
import type {Placed} from './tree.ts'

/** What marks the line (`####`) stands before both, and belongs to the outer one. */
export function givenBack(outer: Decision, inner: Placed, piece: TextPiece): readonly [Placed, Placed] {
  const bare = {...piece, line: {...piece.line, marks: []}}
  return [
    {piece: {...piece, end: piece.start}, decision: outer, heading: null},
    {...inner, piece: bare},
  ]
}
