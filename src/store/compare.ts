/** Measures of many documents → rows in which the same metric stands side by side. */
import {definedBy, type Grouping, groupOf, isBare, unitOf, withoutYear} from './grouping.ts'
import {fullPlaces} from './place-names.ts'
import type {Measure} from './store.ts'

export interface CompareRow extends Omit<Measure, 'scope'> {
  /** What most of those that were joined are called, and the unit where it is not per cent. */
  readonly group: string
}

export interface Comparison {
  /** By group (those of most places first), place, year and path. */
  readonly rows: readonly CompareRow[]
  /** What each group joins, for groups of more than one metric. */
  readonly joined: ReadonlyMap<string, readonly string[]>
}

/**
 * Puts measures side by side. Units, what they are counted by, and growth against level are never joined.
 * @param join names of metrics or groups that are one to the user, each list under its first name
 */
export function compare(
  measures: readonly Measure[],
  grouping: Grouping = 'core',
  join: readonly (readonly string[])[] = [],
): Comparison {
  const wanted = new Map(join.flatMap(names => names.map(name => [name, names[0]!] as const)))
  const full = fullPlaces(measures.map(measure => measure.place))
  const keyOf = (name: string, place: string | null): string => groupOf(withoutPlace(name, place), grouping)
  const same = grouping === 'core' ? definitions(measures, keyOf) : new Map<string, string>()
  const groups = new Map<string, Member[]>()
  for (const measure of measures) {
    const name = nameOf(measure)
    const told = wanted.get(name) ?? wanted.get(measure.metric)
    const own = keyOf(name, measure.place)
    const alone = !told && grouping === 'core' && isBare(own) ? `\0${measure.path}` : ''
    const key = (told ?? same.get(own) ?? own) + unitOf(measure, true) + alone
    const members = groups.get(key)
    if (members) members.push({measure, name, told})
    else groups.set(key, [{measure, name, told}])
  }
  const joined: [string, readonly string[]][] = []
  const rows: {row: CompareRow; order: string}[] = []
  const labels = new Set<string>()
  for (const members of groups.values()) {
    const names = namesOf(members)
    const {measure, told} = members[0]!
    const label = (told ?? names[0]!) + unitOf(measure, false)
    // Two groups of one name: what is built beside what there is, or what two documents call just 产值.
    const calls = [label, `${label} · ${measure.direction}`, `${label} · ${measure.path}`]
    const group = calls.find(one => !labels.has(one)) ?? `${label} · ${measure.path}, ${measure.direction}`
    labels.add(group)
    if (names.length > 1) joined.push([group, names])
    const places = new Set(members.map(m => full(m.measure.place) ?? m.measure.path)).size
    for (const {measure} of members) {
      const {scope, ...cells} = measure
      const place = full(cells.place)
      const order = [1e6 - places, group, place ?? LAST, cells.year ?? LAST, cells.path].join('\0')
      rows.push({row: {...cells, place, group}, order})
    }
  }
  rows.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  joined.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return {rows: rows.map(r => r.row), joined: new Map(joined)}
}

/** 普惠性幼儿园覆盖率（公办园和普惠性民办园在园幼儿占比）: a metric that is defined by another one is the same. */
function definitions(
  measures: readonly Measure[],
  keyOf: (name: string, place: string | null) => string,
): ReadonlyMap<string, string> {
  const same = new Map<string, string>()
  for (const measure of measures) {
    const definition = definedBy(measure.metric)
    if (definition === null) continue
    const key = keyOf(nameOf(measure), measure.place)
    const other = keyOf(definition, measure.place)
    if (other !== key && !same.has(key)) same.set(other, key)
  }
  return same
}

/** The names in a group, what it is mostly called first. */
function namesOf(members: readonly Member[]): string[] {
  const counts = new Map<string, number>()
  for (const {name} of members) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a.length - b.length || (a < b ? -1 : 1))
}

interface Member {
  readonly measure: Measure
  readonly name: string
  readonly told: string | undefined
}

const LAST = '\uffff'

function nameOf({metric, scope}: Measure): string {
  const name = withoutYear(metric)
  return scope && !name.startsWith(scope) ? scope + name : name
}

const withoutPlace = (name: string, place: string | null): string =>
  place && name.startsWith(place) && name.length > place.length ? name.slice(place.length) : name
