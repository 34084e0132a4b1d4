// Writes schemas/*.json (JSON Schema 2020-12) from the zod schemas of the built model; `npm run schemas` builds first.
import fs from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'

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

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {z} = await import('zod')
  const model = await import('../dist/model/index.js')
  const folder = fileURLToPath(new URL('../schemas/', import.meta.url))
  fs.rmSync(folder, {recursive: true, force: true})
  fs.mkdirSync(folder)
  for (const [name, text] of Object.entries(schemaFiles(z, model))) fs.writeFileSync(folder + name, text)
}
