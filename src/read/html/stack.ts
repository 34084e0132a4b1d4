/** The open elements of a page, and which of them an end tag or an opening tag closes. */
import {BLOCK, CELL_WALL, CLOSES, TABLE_PARTS, TABLE_WALL} from './elements.ts'

export interface Named {
  readonly name: string
}

export interface Stack<E extends Named> {
  readonly elements: E[]
  /** How many of each name are open, so that an end tag without an element costs nothing. */
  readonly open: Map<string, number>
}

/** How far down a tag looks for its element; one that is deeper goes when what is around it ends. */
const REACH = 256
const NO_WALL: ReadonlySet<string> = new Set()

/** No element open. */
export const stack = <E extends Named>(): Stack<E> => ({elements: [], open: new Map()})

/** Opens an element inside the last one. */
export function push<E extends Named>({elements, open}: Stack<E>, element: E): void {
  elements.push(element)
  open.set(element.name, (open.get(element.name) ?? 0) + 1)
}

/** Closes the last element. */
export function pop<E extends Named>({elements, open}: Stack<E>): E {
  const element = elements.pop()!
  open.set(element.name, open.get(element.name)! - 1)
  return element
}

/** The index of the element that an end tag closes, -1 when there is none in its reach. */
export function closedBy<E extends Named>(s: Stack<E>, name: string): number {
  if (!s.open.get(name)) return -1
  if (name === 'table') return find(s, only(name), NO_WALL)
  if (TABLE_PARTS.has(name)) return find(s, only(name), TABLE_WALL)
  if (name === 'li') return find(s, only(name), CLOSES.get(name)!.within)
  return find(s, only(name), BLOCK.has(name) && name !== 'p' ? CELL_WALL : BLOCK)
}

/** The index of the element that an opening tag closes first (`<p>` a paragraph, `<li>` an item), -1 when there is none. */
export function closedByOpening<E extends Named>(s: Stack<E>, name: string): number {
  const closes = CLOSES.get(name)
  const index = closes ? find(s, closes.what, closes.within) : -1
  if (index >= 0) return index
  return BLOCK.has(name) && s.open.get('p') ? find(s, only('p'), BLOCK) : -1
}

const singles = new Map<string, ReadonlySet<string>>()
function only(name: string): ReadonlySet<string> {
  const known = singles.get(name)
  if (known) return known
  const made: ReadonlySet<string> = new Set([name])
  if (singles.size < 200) singles.set(name, made)
  return made
}

function find<E extends Named>({elements}: Stack<E>, names: ReadonlySet<string>, wall: ReadonlySet<string>): number {
  const bottom = Math.max(0, elements.length - REACH)
  for (let i = elements.length - 1; i >= bottom; i--) {
    const {name} = elements[i]!
    if (names.has(name)) return i
    if (wall.has(name)) break
  }
  return -1
}
