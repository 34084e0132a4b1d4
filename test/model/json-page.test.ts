// docs/json.md: made from the schemas, with an example for every field that the schema takes.
import fs from 'node:fs'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {FIELDS} from '../../scripts/json-fields.js'
import {schemaPage} from '../../scripts/schemas.js'
import * as model from '../../src/model/index.ts'

test('docs/json.md is not stale; `npm run schemas` writes it', () => {
  expect(fs.readFileSync('docs/json.md', 'utf8')).toBe(schemaPage(z, model))
})

const shapes = model as unknown as Record<string, {shape?: Record<string, z.ZodType>}>
const examples = Object.entries(FIELDS as unknown as Record<string, Record<string, [string, unknown]>>).flatMap(
  ([name, fields]) => Object.entries(fields).map(([field, [, example]]) => [name, field, example] as const),
)
test.each(examples.filter(([, , example]) => example !== '→'))('%s.%s: its example is one', (name, field, example) => {
  const schema = shapes[`${name}Schema`]?.shape?.[field]
  expect(schema).toBeDefined()
  expect(schema!.safeParse(example).error).toBeUndefined()
})
