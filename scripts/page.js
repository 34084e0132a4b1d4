// Turns the script and the style of the report's page into strings, at each build: src/report/data/page.generated.ts.
import fs from 'node:fs'

const target = new URL('../src/report/data/page.generated.ts', import.meta.url)

/** A template literal that holds exactly this text. */
const literal = text => `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``

/** The module, from the files as they stand. */
export function page() {
  const read = name => fs.readFileSync(new URL(`../src/report/page/${name}`, import.meta.url), 'utf8')
  return `/** The script and the style of the report's page, made by scripts/page.js from src/report/page. */
export const SCRIPT = ${literal(read('script.js'))}
export const STYLE = ${literal(read('style.css'))}
`
}

/** Writes the module where it is not what the files say. */
export function writePage() {
  const now = page()
  fs.mkdirSync(new URL('.', target), {recursive: true})
  if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== now) fs.writeFileSync(target, now)
}
