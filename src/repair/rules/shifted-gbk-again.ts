/** 校科层次高等职业 beside 专科层次高等职业, out of the same bytes on one page: read again as the surer of the two reads them. */
import type {Region} from '../lattice/regions.ts'

/** A line that was searched: where it begins, without its indent, and its regions. */
interface Searched {
  readonly line: {readonly start: number}
  readonly regions: readonly Region[]
}

/** Fewer may well have been different words: from four or six on, more lines were lost than won. */
const SHORTEST = 8
/** What is as sure as that stands, whatever is read elsewhere. */
const SURE = 0.9
/** By how much the other reading is surer, all places of it taken together (natural logarithm of the odds). */
const SURER = 1

/** The regions that the page reads otherwise, and surer, where the same damage stands again → as it does there, its own reading named beside it. */
export function readAgain(text: string, found: readonly Searched[]): ReadonlyMap<Region, Region> {
  const same = new Map<string, Region[]>()
  for (const {line, regions} of found)
    for (const region of regions) {
      const source = text.slice(line.start + region.start, line.start + region.end)
      if (source.length >= SHORTEST && region.guesses.length > 0)
        same.set(source, [...(same.get(source) ?? []), region])
    }
  const out = new Map<Region, Region>()
  for (const regions of same.values())
    for (const region of regions.length > 1 ? regions : []) {
      const surer = sureness(region) < SURE ? surest(regions, region) : undefined
      if (surer) out.set(region, instead(region, surer))
    }
  return out
}

const sureness = ({guesses}: Region): number => guesses.reduce((least, g) => Math.min(least, g.confidence), 1)
const odds = (region: Region): number => {
  const sure = Math.min(Math.max(sureness(region), 0.001), 0.999)
  return Math.log(sure / (1 - sure))
}

/** The surest region of the reading that the page is surer of than of a region's own. */
function surest(regions: readonly Region[], own: Region): Region | undefined {
  const sums = new Map<string, number>()
  for (const region of regions) sums.set(region.insert, (sums.get(region.insert) ?? 0) + odds(region))
  const [insert, sum] = [...sums].reduce((most, one) => (one[1] > most[1] ? one : most))
  if (insert === own.insert || insert.length !== own.insert.length || sum < sums.get(own.insert)! + SURER)
    return undefined
  return regions.filter(r => r.insert === insert).reduce((most, one) => (odds(one) > odds(most) ? one : most))
}

function instead(own: Region, {insert, guesses}: Region): Region {
  const named = guesses.map(guess => {
    const said = own.insert.slice(guess.span.start, guess.span.end)
    const chosen = insert.slice(guess.span.start, guess.span.end)
    return said === chosen
      ? guess
      : {...guess, alternatives: [said, ...guess.alternatives.filter(other => other !== said)]}
  })
  return {...own, insert, guesses: named}
}
