/** The shape of a Result, by the zod schemas that the published JSON Schema is derived from. */
import {ResultSchema} from '../model/result.ts'
import type {Problem} from './problem.ts'

/** Every place where the shape is not that of `policy/1`. */
export function schema(result: unknown): Problem[] {
  const parsed = ResultSchema.safeParse(result)
  if (parsed.success) return []
  return parsed.error.issues.map(issue => ({code: 'schema', message: issue.message, at: `/${issue.path.join('/')}`}))
}
