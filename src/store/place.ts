/** 云岭省清河市东山区人民政府办公室 → 云岭省清河市东山区: the place that a body governs, from its name. */

const UNIT = /(?:[^省市县区旗州盟、，；\s]{2,7}?(?:自治区|自治州|自治县|自治旗|地区|省|市|县|区|旗|州|盟))/y
/** Words that end like a place and are none. */
const NOT_PLACES = /^(?:开发区|园区|高新区|示范区|城市|城区|社区|地区|校区|院区|辖区|实验区|直辖市|省级|市级)/
const NATIONAL = /^(?:国务院|中共中央|中华人民共和国|全国人民代表大会|教育部|财政部|国家|最高人民)/

/**
 * The place in a body's name: the chain of 省 市 县 区 that it begins with; 全国 for national bodies; null when it
 * names none.
 */
export function placeOf(body: string): string | null {
  const name = body.replace(/^中国共产党|^中共/, '').trim()
  if (NATIONAL.test(body) || NATIONAL.test(name)) return '全国'
  let place = ''
  UNIT.lastIndex = 0
  for (let m = UNIT.exec(name); m && !NOT_PLACES.test(m[0]); m = UNIT.exec(name)) {
    place += m[0]
    UNIT.lastIndex = place.length
  }
  return place === '' ? null : place
}

/** The first place that any of the names gives. */
export const firstPlace = (names: readonly string[]): string | null => names.map(placeOf).find(p => p !== null) ?? null
