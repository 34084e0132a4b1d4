// Makes docs/json.md: every field of every shape, from the JSON Schema of the build, with the meanings and examples of json-fields.js.
import {FIELDS} from './json-fields.js'

const INTRO = `# The Result, field by field

Made from the schemas by \`npm run schemas\`; do not edit. \`policy schema\` prints the JSON Schema itself.

A page in, one Result out. Every value says where it stands: \`span\` in the repaired \`text\`, \`origin\` in the source. Fields marked ? may be
absent; all others are always there, null or empty where there is nothing to say. → is a shape of its own, further down.
`

/** Shapes in reading order; an Origin is one of two. */
const ORDER = Object.keys(FIELDS)

/** The page, from the definitions of the JSON Schema and the closed list of diagnostics. */
export function jsonPage(defs, diagnostics) {
  const shapes = {...defs, TextOrigin: defs.Origin.anyOf[0], PartOrigin: defs.Origin.anyOf[1]}
  const sections = ORDER.map(name => section(name, shapes[name]))
  const codes = Object.entries(diagnostics).map(([code, says]) => `| \`${code}\` | ${says} |`)
  return [INTRO, ...sections, `## Diagnostic codes\n\n| code | what it says |\n|---|---|\n${codes.join('\n')}\n`].join(
    '\n',
  )
}

function section(name, {description, properties, required = []}) {
  const rows = Object.entries(properties).map(([field, schema]) => {
    const [meaning, example] = FIELDS[name][field] ?? missing(name, field)
    return `| \`${field}\`${required.includes(field) ? '' : '?'} | ${typeOf(schema)} | ${cell(meaning)} | ${shown(example)} |`
  })
  const unknown = Object.keys(FIELDS[name]).filter(field => !(field in properties))
  if (unknown.length > 0) throw new Error(`${name} has no ${unknown.join(', ')}`)
  const head = `## ${name}\n\n${description ? `${description}.\n\n` : ''}`
  return `${head}| field | type | meaning | example |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

function missing(name, field) {
  throw new Error(`say in scripts/json-fields.js what ${name}.${field} means, with an example`)
}

const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const shown = example => (example === '→' ? '→' : `\`${cell(JSON.stringify(example))}\``)

function typeOf(schema) {
  if (schema.$ref) return link(schema.$ref.split('/').at(-1))
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum) return schema.enum.length > 20 ? 'a code' : schema.enum.map(word => `\`${word}\``).join(' ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' or ')
  if (schema.type === 'array') return schema.items ? `list of ${typeOf(schema.items)}` : 'list'
  return [schema.type].flat().join(' or ').replace('integer', 'whole number')
}

const link = name => (name in FIELDS ? `[${name}](#${name.toLowerCase()})` : (KNOWN[name] ?? name))
const KNOWN = {
  Origin: '[TextOrigin](#textorigin) or [PartOrigin](#partorigin)',
  Node: '[Clause](#clause), [Leaf](#leaf) or [Table](#table)',
  // The kinds in the order of the page: every shape there that a rule found in a node is one.
  Fact: Object.keys(FIELDS)
    .filter(name => 'rule' in FIELDS[name] && 'node' in FIELDS[name])
    .map(name => `[${name}](#${name.toLowerCase()})`)
    .join(', '),
}
