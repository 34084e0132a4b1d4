// The published JSON Schemas are those of the model; `npm run schemas` writes them.
import fs from 'node:fs'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {schemaFiles} from '../../scripts/schemas.js'
import * as model from '../../src/model/index.ts'

const files: Record<string, string> = schemaFiles(z, model)

test('schemas/ holds the schemas of the model and nothing else', () => {
  expect(fs.readdirSync('schemas').sort()).toEqual(Object.keys(files).sort())
})
test.each(Object.entries(files))('schemas/%s is not stale', (name, text) => {
  expect(fs.readFileSync(`schemas/${name}`, 'utf8')).toBe(text)
})
