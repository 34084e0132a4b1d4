/** The command line. */
import fs from 'node:fs'
import {parse} from '../pipeline.ts'

const [, , , file] = process.argv
const result = await parse(fs.readFileSync(file!), {path: file})
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
