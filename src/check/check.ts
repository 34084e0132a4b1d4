/** A Result → what does not hold in it: the schema and the invariants of the format. Needs no source file. */
import type {Result} from '../model/result.ts'
import {conservation} from './conservation.ts'
import {links} from './links.ts'
import type {Problem} from './problem.ts'
import {undo} from './record.ts'
import {ruler} from './ruler.ts'
import {schema} from './schema.ts'
import {places} from './spans.ts'

export type {Problem}

/**
 * Checks one Result: its shape; that undoing the record gives the read text; that every non-blank character stands in
 * exactly one leaf or furniture block, in order; that spans slice exactly, nest and are ordered; that ids are unique,
 * links lead somewhere and levels count the clauses above; that every fact lies inside its node, is no less certain than
 * its repairs and has days of the calendar.
 *
 * @returns nothing when all holds; a Result whose shape is wrong is told its shape only
 */
export function check(result: unknown): Problem[] {
  const problems = schema(result)
  if (problems.length > 0) return problems
  const sound = result as Result
  const report = (problem: Problem) => void problems.push(problem)
  const text = ruler(sound)
  undo(sound, text, report)
  places(sound, text, report)
  conservation(sound, text, report)
  links(sound, report)
  return problems
}
