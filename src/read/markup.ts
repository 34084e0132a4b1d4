/** Markup, HTML or XML → the events of reading it: tags, text, entities, comments, all with offsets. */
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
  /** A tag that the end of the markup cuts off, with all that its quotes swallowed. */
  readonly unfinished?: (start: number, end: number) => void
}

const NONE: Attributes = new Map()

/**
 * Reads markup in one pass; broken markup gives the events that a browser would see, never an error.
 * Only the attributes asked for are read. Names are in lower case, except in XML.
 */
export function eachTag(markup: string, visitor: Visitor, attributeNames: ReadonlySet<string>, xml = false): void {
  let name = ''
  let at = 0
  let attributes: Map<string, string> | undefined
  let attribute = ''
  let value = ''
  /** The end of what was told of so far. */
  let told = 0
  const opened = (): void => visitor.open(name, attributes ?? NONE, at)
  const named = (start: number, end: number): string =>
    xml ? markup.slice(start, end) : markup.slice(start, end).toLowerCase()
  const tokenizer = new Tokenizer(
    {xmlMode: xml},
    {
      onopentagname(start, end) {
        name = named(start, end)
        at = start - 1
        attributes = undefined
      },
      onattribname(start, end) {
        const key = named(start, end)
        attribute = attributeNames.has(key) ? key : ''
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
      onopentagend(end) {
        told = end + 1
        opened()
      },
      onselfclosingtag(end) {
        told = end + 1
        opened()
        if (xml) visitor.close(name, at)
      },
      onclosetag(start, end) {
        told = end + 1
        visitor.close(named(start, end), markup.lastIndexOf('<', start))
      },
      ontext(start, end) {
        // A tag that the end cuts off behind its slash (<br/) is told of as text from before the beginning.
        if (start < 0) return
        told = end
        visitor.text(start, end)
      },
      ontextentity(codePoint, end) {
        told = end
        visitor.entity(String.fromCodePoint(codePoint), markup.lastIndexOf('&', end - 1), end)
      },
      oncomment(start, end, offset) {
        told = end + 1
        visitor.comment(start, end - offset)
      },
      oncdata(start, end, offset) {
        told = end + 1
        if (xml) visitor.text(start, end - offset)
        else visitor.comment(start, end - offset)
      },
      ondeclaration(_, end) {
        told = end + 1
      },
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(markup)
  tokenizer.end()
  if (visitor.unfinished && told < markup.length && markup.slice(told).trim() !== '')
    visitor.unfinished(told, markup.length)
}
