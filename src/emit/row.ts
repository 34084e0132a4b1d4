/** What the flat rows of clauses and facts share: their place, and how lists and fields become cells. */
import type {Document, Field, Node} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import type {Origin} from '../model/span.ts'
import type {Flowing, FlowingDocument, FlowingNode} from '../model/stages.ts'

export type Row = Record<string, string | number | null>

/** A list in one cell. */
export const list = (values: readonly string[] | undefined): string | null => values?.join(';') ?? null

/** The value of a metadata field, or the values of several. */
export const field = (value: Field | undefined): string | null => value?.value ?? null
/** The values of several fields, as a list in one cell. */
export const fields = (values: readonly Field[] | undefined): string | null => list(values?.map(f => f.value))

/** The line of a place; of formats without lines, the paragraph. */
export const lineOf = (origin: Origin): number | null =>
  'start' in origin ? origin.line : (origin.line ?? origin.paragraph ?? null)

/** The page of a place; of PDF alone, where a line is told with its page. */
export const pageOf = (origin: Origin): number | null => ('page' in origin ? (origin.page ?? null) : null)

/** Where a row stands, as `explain --at` takes it: `notice.pdf:2:14`. */
export const placeIn = (
  path: string,
  {page, line}: {readonly page: number | null; readonly line: number | null},
): string => [path, page, line].filter(part => part !== null).join(':')

/** A place as a person finds it again: the line, of PDF with its page. */
export const placeName = (origin: Origin): string =>
  'page' in origin && origin.page !== undefined ? `${origin.page}:${origin.line ?? 1}` : String(lineOf(origin) ?? '')

/** Which input a row comes from. */
export const sourceOf = ({source}: Flowing): Row => ({path: source.path, sha256: source.sha256})

/** A node with the clauses above it, outermost first. */
export interface Placed<D = Document, N extends {type: string} = Node> {
  readonly document: D
  readonly node: N
  readonly above: readonly (N & {type: 'clause'})[]
}

/** The same of a Result that flows. */
export type PlacedFlowing = Placed<FlowingDocument, FlowingNode>

/** Every node of a Result, in the order of the text. */
export function nodes(result: Pick<Result, 'documents'>): Generator<Placed>
export function nodes(result: Pick<Flowing, 'documents'>): Generator<PlacedFlowing>
export function* nodes(result: Pick<Flowing, 'documents'>): Generator<PlacedFlowing> {
  for (const document of result.documents) {
    const stack: PlacedFlowing[] = Array.from(document.children, node => ({document, node, above: []})).reverse()
    for (let next = stack.pop(); next; next = stack.pop()) {
      yield next
      const {node, above} = next
      if (node.type !== 'clause') continue
      for (const child of [...node.children].reverse()) stack.push({document, node: child, above: [...above, node]})
    }
  }
}
