// Writes schemas/*.json (JSON Schema 2020-12) and docs/json.md from the zod schemas of the built model; `npm run schemas` builds first.
import fs from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {jsonPage} from './json.js'

/** The name of each schema file and the text in it. */
export function schemaFiles(z, model) {
  const shapes = {
    result: model.ResultSchema,
    document: model.DocumentSchema,
    fact: model.FactSchema,
    repair: model.RepairSchema,
    diagnostic: model.DiagnosticSchema,
    error: model.ErrorRecordSchema,
  }
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const schema = z.toJSONSchema(shape, {target: 'draft-2020-12'})
      return [`${name}.json`, `${JSON.stringify(schema, null, 2)}\n`]
    }),
  )
}

/** The page of docs that goes with the schemas. */
export function schemaPage(z, model) {
  const {$defs} = z.toJSONSchema(model.ResultSchema, {target: 'draft-2020-12'})
  return jsonPage(
    {...$defs, ErrorRecord: z.toJSONSchema(model.ErrorRecordSchema).$defs?.ErrorRecord},
    model.DIAGNOSTICS,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {z} = await import('zod')
  const model = await import('../dist/model/index.js')
  const folder = fileURLToPath(new URL('../schemas/', import.meta.url))
  fs.rmSync(folder, {recursive: true, force: true})
  fs.mkdirSync(folder)
  for (const [name, text] of Object.entries(schemaFiles(z, model))) fs.writeFileSync(folder + name, text)
  fs.writeFileSync(fileURLToPath(new URL('../docs/json.md', import.meta.url)), schemaPage(z, model))
}
