/** A value from outside that says it is a Result → whether it is whole enough to be walked; `policy check` looks at all of it. */
import type {Fact} from '../model/fact.ts'
import type {Result} from '../model/result.ts'

type Unknown = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null
const isSpan = (value: unknown): boolean =>
  isObject(value) && typeof value['start'] === 'number' && typeof value['end'] === 'number'
const isAbsentOr = (test: (value: unknown) => boolean, value: unknown): boolean =>
  value === null || value === undefined || test(value)
const areAll = (test: (value: unknown) => boolean, value: unknown): boolean => Array.isArray(value) && value.every(test)
const isText = (value: unknown): boolean => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)
const isNumber = (value: unknown): boolean => typeof value === 'number'

/** A place in text has its line, one in a package or a PDF what there is of page and line. */
function isOrigin(value: unknown): boolean {
  if (!isObject(value)) return false
  const {page, line} = value
  return 'start' in value ? isNumber(line) : isAbsentOr(isNumber, line) && isAbsentOr(isNumber, page)
}

/** A stretch of the text with its place in the source. */
const isPlace = (value: unknown): value is Unknown =>
  isObject(value) && isSpan(value['span']) && isOrigin(value['origin'])

/** The lists that facts of a kind have; a kind that stands not here is none. */
const LISTS_OF: Readonly<Record<Fact['kind'], readonly string[]>> = {
  percentage: [],
  money: ['per'],
  quantity: ['per'],
  deadline: [],
  target: ['per'],
  reference: [],
  responsibility: ['bodies', 'lead', 'support'],
}

const isFact = (value: unknown): boolean =>
  isPlace(value) &&
  isText(value['id']) &&
  isText(value['text']) &&
  areAll(isText, value['repairs']) &&
  areAll(isObject, value['warnings']) &&
  ['metric', 'of', 'title', 'documentNumber'].every(key => isAbsentOr(isText, value[key])) &&
  (value['kind'] !== 'target' || isText(value['metric'])) &&
  (LISTS_OF[value['kind'] as Fact['kind']]?.every(list => areAll(isText, value[list])) ?? false)

const isRepair = (value: unknown): boolean =>
  isObject(value) &&
  isSpan(value['span']) &&
  isText(value['before']) &&
  isText(value['after']) &&
  areAll(isText, value['rules']) &&
  isAbsentOr(
    guesses => areAll(g => isObject(g) && isSpan(g['span']) && areAll(isText, g['alternatives']), guesses),
    value['guesses'],
  )

const isFold = (value: unknown): boolean =>
  isObject(value) && areAll(edit => Array.isArray(edit) && isText(edit[1]), value['edits'])

const isBlock = (value: unknown): boolean => isPlace(value) && isText(value['text'])

const isCell = (value: unknown): boolean => isObject(value) && isText(value['text']) && areAll(isPlace, value['parts'])
const isColumn = (value: unknown): boolean =>
  isObject(value) && isText(value['label']) && areAll(isPlace, value['parts'])
const isRow = (value: unknown): boolean => isObject(value) && areAll(isCell, value['cells'])

/** A node without its children. */
function isNode(value: unknown): value is Unknown {
  if (!isPlace(value) || !isText(value['id']) || !isText(value['type'])) return false
  const {type, cite, level, caption, marker, heading, text, columns, rows, body, children} = value
  if (type === 'table') return isAbsentOr(isPlace, caption) && areAll(isColumn, columns) && areAll(isRow, rows)
  if (!isText(text)) return false
  if (type !== 'clause') return true
  if (!isText(cite) || !isNumber(level) || !areAll(isPlace, body) || !Array.isArray(children)) return false
  return isAbsentOr(m => isPlace(m) && isText(m['raw']), marker) && isAbsentOr(isBlock, heading)
}

function isDocument(value: unknown): boolean {
  if (!isObject(value) || !isText(value['id']) || !isPlace(value)) return false
  const {metadata, role, title, documentType, children} = value
  if (!isText(role) || ![title, documentType].every(isTextOrNull) || !isObject(metadata) || !Array.isArray(children))
    return false
  const stack: unknown[] = [...children]
  for (let node = stack.pop(); stack.length > 0 || node !== undefined; node = stack.pop()) {
    if (!isNode(node)) return false
    if (node['type'] === 'clause') for (const child of node['children'] as unknown[]) stack.push(child)
  }
  return true
}

/** Whether a value can be shown, indexed and compared without a look at each of its parts. */
export const isWhole = (value: unknown): value is Result =>
  isObject(value) &&
  isText(value['text']) &&
  isObject(value['source']) &&
  isText(value['source']['mediaType']) &&
  isAbsentOr(isText, value['source']['path']) &&
  areAll(isDocument, value['documents']) &&
  areAll(isFact, value['facts']) &&
  areAll(isBlock, value['furniture']) &&
  areAll(isRepair, value['repairs']) &&
  areAll(isFold, value['folds']) &&
  areAll(d => isObject(d) && isText(d['message']) && isText(d['code']), value['diagnostics'])
