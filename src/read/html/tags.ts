/** Markup → the events of reading it: tags with the attributes that matter, text, entities, comments, all with offsets. */
import {Tokenizer} from 'htmlparser2'

export type Attributes = ReadonlyMap<string, string>

export interface Visitor {
  /** `start` is the place of `<`. */
  readonly open: (name: string, attributes: Attributes, start: number) => void
  readonly close: (name: string, start: number) => void
  /** Text that stands in the markup as it is. */
  readonly text: (start: number, end: number) => void
  /** A character reference and what it stands for. */
  readonly entity: (character: string, start: number, end: number) => void
  readonly comment: (start: number, end: number) => void
}

const KEPT = new Set(
  'class id style hidden name property http-equiv content charset href rowspan colspan role type start value'.split(
    ' ',
  ),
)
const NONE: Attributes = new Map()

/** Reads markup in one pass; broken markup gives the events that a browser would see, never an error. */
export function eachTag(markup: string, visitor: Visitor): void {
  let name = ''
  let at = 0
  let attributes: Map<string, string> | undefined
  let attribute = ''
  let value = ''
  const opened = (): void => visitor.open(name, attributes ?? NONE, at)
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        name = markup.slice(start, end).toLowerCase()
        at = start - 1
        attributes = undefined
      },
      onattribname(start, end) {
        const key = markup.slice(start, end).toLowerCase()
        attribute = KEPT.has(key) ? key : ''
        value = ''
      },
      onattribdata(start, end) {
        if (attribute !== '') value += markup.slice(start, end)
      },
      onattribentity(codePoint) {
        if (attribute !== '') value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        if (attribute === '') return
        attributes ??= new Map()
        if (!attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => visitor.close(markup.slice(start, end).toLowerCase(), markup.lastIndexOf('<', start)),
      ontext: visitor.text,
      ontextentity: (codePoint, end) =>
        visitor.entity(String.fromCodePoint(codePoint), markup.lastIndexOf('&', end - 1), end),
      oncomment: (start, end) => visitor.comment(start, end),
      oncdata: (start, end) => visitor.comment(start, end),
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(markup)
  tokenizer.end()
}
