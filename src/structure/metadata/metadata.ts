/** What was found about a document → its metadata: the surest source of each key speaks, what disagrees is kept beside it. */
import type {Field, Metadata} from '../../model/document.ts'
import type {Draft, DraftDiagnostic, Page} from '../../model/stages.ts'
import {plainTitle} from '../page/kinds.ts'
import {readBodies} from './bodies.ts'
import type {DraftField, FieldKey, Found} from './found.ts'
import {leadingDate} from './labels.ts'

export type DraftMetadata = Draft<Metadata>
type Many = 'issuers' | 'addressees' | 'signedBy' | 'annexes'
type One = Exclude<FieldKey, Many | 'extra'>

/** The document itself is surer of what it is than its page. */
const RANK: Readonly<Record<Field['from'], number>> = {
  title: 0,
  header: 1,
  signature: 2,
  body: 3,
  page: 4,
  colophon: 5,
  meta: 6,
}

/** The metadata of one document, with its keys in the order of the contract. */
export function gather(all: readonly Found[]): DraftMetadata {
  const sorted = all.map((found, i) => ({found, i})).sort((a, b) => rank(a.found) - rank(b.found) || a.i - b.i)
  const of = (key: FieldKey): DraftField[] =>
    sorted.filter(({found}) => found.key === key).map(({found}) => found.field)
  const one = (key: One): DraftField | undefined => agree(of(key), key)
  const publisher = one('publisher')
  const signedBy = unique(of('signedBy'))
  const extra: Record<string, DraftField> = {}
  for (const {key, label, field} of all) if (key === 'extra') extra[label] ??= field
  return withoutGaps({
    title: one('title'),
    issuers: issuersFrom(of('issuers'), signedBy, publisher),
    documentNumber: one('documentNumber'),
    indexNumber: one('indexNumber'),
    publisher,
    documentDate: one('documentDate'),
    publishedDate: one('publishedDate'),
    effectiveDate: one('effectiveDate'),
    expiryDate: one('expiryDate'),
    addressees: unique(of('addressees')),
    signedBy,
    signer: one('signer'),
    topic: one('topic'),
    keywords: one('keywords'),
    validity: one('validity'),
    source: one('source'),
    annexes: unique(of('annexes')),
    extra,
  })
}

/** Absent keys are left out. */
function withoutGaps(metadata: {[K in keyof DraftMetadata]: DraftMetadata[K] | undefined}): DraftMetadata {
  const there: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(metadata))
    if (value !== undefined && Object.keys(value).length > 0) there[key] = value
  return there as DraftMetadata
}

const rank = ({field}: Found): number => RANK[field.from]

/** The first field, with those that say something else. */
function agree(fields: readonly DraftField[], key: One): DraftField | undefined {
  const ordered = key === 'title' ? byLastTitle(fields) : key === 'documentNumber' ? byLastOrder(fields) : fields
  const [first, ...rest] = ordered.filter((field, i) => key !== 'title' || i === 0 || field.from !== 'meta')
  if (!first) return undefined
  // The history under a title tells several days and orders; that is no disagreement.
  const history = (field: DraftField): boolean =>
    field.from === 'header' && (key.endsWith('Date') || (key === 'documentNumber' && isOrder(field)))
  const apart = rest.filter(field => !(history(first) && history(field)))
  const others = unique(apart).filter(field => !same(field.value, first.value, key))
  return others.length > 0 ? {...first, others} : first
}

function byLastTitle(fields: readonly DraftField[]): DraftField[] {
  const titles = fields.filter(field => field.from === 'title')
  const last = titles.at(-1)
  return last ? [last, ...fields.filter(field => field !== last)] : [...fields]
}

const isOrder = ({value}: DraftField): boolean => value.includes('令第')

/** A rule bears the number of the order that gave it out last, whether its history is one line or several. */
function byLastOrder(fields: readonly DraftField[]): DraftField[] {
  const last = fields.filter(field => field.from === 'header' && isOrder(field)).at(-1)
  return last && fields[0]?.from === 'header' && isOrder(fields[0])
    ? [last, ...fields.filter(field => field !== last)]
    : [...fields]
}

/** A day agrees with its month, 国令第707号 with 国务院令第707号. */
function same(a: string, b: string, key: One): boolean {
  if (key.endsWith('Date')) return a.startsWith(b) || b.startsWith(a)
  if (key === 'documentNumber' && digits(a) === digits(b)) return a.includes('令') || plainTitle(a) === plainTitle(b)
  const [one, other] = [plainTitle(a), plainTitle(b)]
  // A page may print the title without the issuer before it.
  return one === other || (key === 'title' && one.length >= 6 && other.endsWith(one))
}

const digits = (text: string): string => text.replace(/\D/g, '')

function unique(fields: readonly DraftField[]): DraftField[] {
  const seen = new Set<string>()
  return fields.filter(field => !seen.has(plainTitle(field.value)) && seen.add(plainTitle(field.value)))
}

/** Title, header and signature name the issuers; where they are silent the page does, and last its publisher. */
function issuersFrom(
  fields: readonly DraftField[],
  signedBy: readonly DraftField[],
  publisher: DraftField | undefined,
): DraftField[] {
  const titled = fields
    .filter(field => field.from === 'title' || field.from === 'header')
    .map(field => signedBy.find(({value}) => isPlaced(field.value, value)) ?? field)
  const signed = signedBy.filter(field => !titled.some(other => isShortFor(field.value, other.value)))
  const own = unique([...titled, ...signed])
  const page = unique(fields.filter(field => field.from === 'page'))
  if (own.length === 0) return page.length > 0 ? page : publisher ? publishers(publisher) : []
  // 中华人民共和国国务院 and 国务院 are one body.
  const others = page.filter(
    field => !own.some(one => one.value.endsWith(field.value) || field.value.endsWith(one.value)),
  )
  return others.length > 0 ? [{...own[0]!, others}, ...own.slice(1)] : own
}

/** 市教育局 over a text that 临江市教育局 signed. */
const isPlaced = (short: string, name: string): boolean =>
  /^[省市县区州]/.test(short) && name.length > short.length && name.length <= short.length + 6 && name.endsWith(short)

/** Whether a name is another one shortened: 银保监会 for 中国银行保险监督管理委员会. */
function isShortFor(short: string, name: string): boolean {
  let at = 0
  for (const character of name) if (short[at] === character) at++
  return at === short.length
}

const publishers = (field: DraftField): DraftField[] => (readBodies(field.value) ? [withoutOthers(field)] : [])
const withoutOthers = ({value, raw, span, from}: DraftField): DraftField => ({value, raw, span, from})

const PROPERTIES: Readonly<Record<string, FieldKey>> = {
  articletitle: 'title',
  title: 'title',
  pubdate: 'publishedDate',
  publishdate: 'publishedDate',
  contentsource: 'source',
  source: 'source',
  keywords: 'keywords',
}

const isSiteTitle = ({name}: {name: string}): boolean => name.toLowerCase() === 'title'

/** What `<meta>`, `<title>` and the properties of a file tell. */
export function fromProperties(properties: Page['properties']): Found[] {
  const articleFirst = [...properties].sort((a, b) => Number(isSiteTitle(a)) - Number(isSiteTitle(b)))
  return articleFirst.flatMap(({name, value}) => {
    const key = PROPERTIES[name.toLowerCase()]
    // What stands after _ or | in `<title>` is the site.
    const trimmed = (isSiteTitle({name}) ? value.split(/[_|]| - /)[0]! : value).trim()
    if (!key || trimmed === '') return []
    const date = key === 'publishedDate' ? leadingDate(trimmed)?.value : trimmed
    if (date === undefined) return []
    return [{key, label: '', field: {value: date, raw: value, span: null, from: 'meta' as const}}]
  })
}

/** One diagnostic a field that another one disagrees with. */
export function conflicts(metadata: DraftMetadata): DraftDiagnostic[] {
  const out: DraftDiagnostic[] = []
  for (const [key, value] of Object.entries(metadata)) {
    if (key === 'extra') continue
    for (const field of [value].flat() as DraftField[]) {
      const other = field.others?.find(o => o.from !== 'meta')
      if (!other) continue
      out.push({
        code: 'structure/metadata-conflict',
        level: 'warning',
        message: `Unexpected ${key} ${other.value} (${other.from}), expected ${field.value} (${field.from})`,
        ...(other.span ? {span: other.span} : {}),
      })
    }
  }
  return out
}
