/** numbering.xml → the automatic number before each paragraph: 一、 （一） 1. come back as text. */
import {type Attributes, eachTag} from '../markup.ts'
import {formatNumber} from './formats.ts'

interface Level {
  start: number
  format: string
  /** `第%1条`, `%1.%2`. */
  text: string
  suffix: string
  /** The level below which a paragraph starts this one anew; 0 never does. */
  restart: number | undefined
  /** All numbers in it are decimal. */
  legal: boolean
}

interface List {
  readonly levels: Map<number, Level>
}

/** A list instance: the abstract list it counts in, and the levels that it starts anew or changes. */
interface Instance {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

export interface Numbering {
  readonly lists: ReadonlyMap<string, List>
  readonly instances: ReadonlyMap<string, Instance>
}

/** Word has nine levels. */
const LEVELS = 9
const ATTRIBUTES = new Set(['w:val', 'w:ilvl', 'w:abstractNumId', 'w:numId'])

/** word/numbering.xml → its lists, and the instances of them that paragraphs name. */
export function readNumbering(xml: string): Numbering {
  const lists = new Map<string, List>()
  const instances = new Map<string, Instance>()
  let list: List | undefined
  let instance: Instance | undefined
  let level: Level | undefined
  let override = 0
  const open = (name: string, attributes: Attributes): void => {
    const value = attributes.get('w:val') ?? ''
    if (name === 'w:abstractNum') {
      list = {levels: new Map()}
      lists.set(attributes.get('w:abstractNumId') ?? '', list)
    } else if (name === 'w:num') {
      instance = {abstract: '', starts: new Map(), levels: new Map()}
      instances.set(attributes.get('w:numId') ?? '', instance)
    } else if (name === 'w:abstractNumId' && instance) instance.abstract = value
    else if (name === 'w:lvlOverride') override = Number(attributes.get('w:ilvl'))
    else if (name === 'w:startOverride') instance?.starts.set(override, whole(value, 1))
    else if (name === 'w:lvl') {
      level = {start: 1, format: 'decimal', text: '', suffix: 'tab', restart: undefined, legal: false}
      ;(instance ?? list)?.levels.set(Number(attributes.get('w:ilvl')), level)
    } else if (level) describe(level, name, value)
  }
  const close = (name: string): void => {
    if (name === 'w:abstractNum') list = undefined
    else if (name === 'w:num') instance = undefined
    else if (name === 'w:lvl') level = undefined
  }
  eachTag(xml, {open, close, text() {}, entity() {}, comment() {}}, ATTRIBUTES, true)
  return {lists, instances}
}

function describe(level: Level, name: string, value: string): void {
  if (name === 'w:start') level.start = whole(value, 1)
  else if (name === 'w:numFmt') level.format = value
  else if (name === 'w:lvlText') level.text = value
  else if (name === 'w:suff') level.suffix = value
  else if (name === 'w:lvlRestart') level.restart = whole(value, 0)
  else if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false'
}

function whole(value: string, otherwise: number): number {
  const number = Number.parseInt(value, 10)
  return Number.isNaN(number) ? otherwise : number
}

/** A function that gives the number of the next paragraph of a list; it counts, so paragraphs must come in order. */
export function counter({lists, instances}: Numbering): (numId: string, ilvl: number) => string {
  const counts = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()
  return (numId, ilvl) => {
    const instance = instances.get(numId)
    const list = instance && lists.get(instance.abstract)
    if (!instance || !list || ilvl < 0 || ilvl >= LEVELS) return ''
    const levelAt = (at: number): Level | undefined => instance.levels.get(at) ?? list.levels.get(at)
    const level = levelAt(ilvl)
    if (!level) return ''
    const count = counts.get(instance.abstract) ?? []
    counts.set(instance.abstract, count)
    const first = `${numId}/${ilvl}`
    const restarted = instance.starts.get(ilvl)
    if (restarted !== undefined && !started.has(first)) count[ilvl] = restarted
    else count[ilvl] = (count[ilvl] ?? level.start - 1) + 1
    started.add(first)
    for (let deeper = ilvl + 1; deeper < LEVELS; deeper++) {
      const restart = levelAt(deeper)?.restart
      if (restart === undefined || (restart > 0 && ilvl < restart)) count[deeper] = undefined
    }
    return marker(level, at => {
      const shown = levelAt(at)
      return shown ? formatNumber(count[at] ?? shown.start, level.legal ? 'decimal' : shown.format) : ''
    })
  }
}

/** Symbol fonts keep their bullets in private use; outside the font they are nothing but a bullet. */
const PRIVATE = /[\uE000-\uF8FF]/g

function marker(level: Level, numberAt: (ilvl: number) => string): string {
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => numberAt(Number(digit) - 1)).replace(PRIVATE, '•')
  if (text === '' || level.suffix === 'nothing' || /[、．。）)】]$/.test(text)) return text
  return `${text} `
}
