/** Names of places as documents say them → one name for each place. */

/** 区 are left out: many cities have a 朝阳区. */
const UNIQUE = /(?:[市县旗州盟]|地区|新区|兵团)$/
/** A name that stands behind another one begins where that one ends: 泰和县 is not a 和县. */
const ENDED = /(?:[省市县区旗州盟]|兵团|师)$/

/** 株洲市 is 湖南省株洲市 where only one of the names ends so. */
export function fullPlaces(names: Iterable<string | null>): (name: string | null) => string | null {
  const known = [...new Set(names)].filter(name => name !== null)
  const full = new Map<string, string>()
  for (const name of known) {
    if (!UNIQUE.test(name)) continue
    const longer = known
      .filter(one => one.length > name.length && one.endsWith(name) && ENDED.test(one.slice(0, -name.length)))
      .sort((a, b) => b.length - a.length)
    const longest = longer[0]
    if (longest !== undefined && longer.every(one => longest.endsWith(one))) full.set(name, longest)
  }
  return name => (name === null ? null : (full.get(name) ?? name))
}
