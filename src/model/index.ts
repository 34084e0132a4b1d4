/** The shapes of `policy/1`: zod schemas and the types derived from them. */
export * from './diagnostic.ts'
export * from './document.ts'
export * from './fact.ts'
export * from './repair.ts'
export * from './result.ts'
export * from './span.ts'
