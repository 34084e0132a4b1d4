/** 云岭省清河市东山区人民政府办公室 → 云岭省清河市东山区: the place that a body governs or a title speaks of. */
import type {Document, Node} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import {SHORT_NAMES} from './data/places.ts'

/**
 * One link of the chain of 省 市 县 区. The long names of 自治 places hold no other unit; a single character before its
 * unit is a 县 (和县). What begins a word with it is none: 债券市场, 县域.
 */
const UNIT =
  /(?:香港|澳门)特别行政区|[一-龥]县(?!域)|[一-龥]{2,5}?(?:自治[区州县旗]|地区|省|市(?![场值价域])|县(?!域)|区(?![域别块间])|旗|州|盟)|[^省市县区旗盟\P{Script=Han}]{2,12}?自治[州县旗]/uy
/** What a title says before it comes to its place: 关于加快推进…. */
const LEAD =
  /^(?:关于|印发|转发|加快|推进|推动|促进|全面|进一步|深入|实施|做好|加强|支持|深化|落实|贯彻|开展|扎实|大力|积极|持续|统筹|服务|中国共产党|中共|中国共产主义青年团|共青团|政协)+/
/** 2026年云岭省政府工作报告, “十四五”云岭省教育规划: when comes before where. */
const WHEN =
  /^[^\p{Script=Han}]*(?:(?<=\d)年度?|[一二][〇○零一二三四五六七八九]{3}年度?|十[一二三四五六七八九]五”?(?:时期|期间)?)?/u
/** Words that begin or end like a place and are none. */
const NOT_PLACES =
  /^(?:[全各我本该外跨委]|省级|市级|县级|都市区|[特超]?大城市|自治[区州县旗]$)|(?:开发|高新|示范|实验|试验|先行|功能|产业园|科技园|社|专|校|院|辖|牧|景)区$|^(?:主|老|中心|市|县)?城区$|^(?:山|林|库|园|地)区$|^(?:城|集|超|股|楼|上|入|直辖)市$/
const NOT_IN_PLACES =
  /关于|加快|推[进动]|促进|加强|支持|实施|做好|开展|落实|深化|建[设立]|完善|发展|服务|[印转]发|全面|[的与及对等]/
const NATIONAL =
  /^(?:国务院|中央|中共中央|中国人民|中华人民共和国|全国|最高人民|国家(?!级)|(?:教育|财政|公安|民政|司法|商务|水利|科技|科学技术|自然资源|生态环境|住房和?城乡建设|交通运输|农业农村|文化和旅游|应急管理|工业和信息化|人力资源和?社会保障)部(?!门))/
/** 新疆生产建设兵团第八师石河子市. */
const CORPS =
  /^(?:新疆生产建设)?兵团(?:第?[一二三四五六七八九十]{1,3}师)?|^第[一二三四五六七八九十]{1,3}师(?=[一-龥]{2,5}市)/
/** 晋城市城区 is a district where it has offices. */
const INNER = /^[城郊矿]区(?=人民政府|政府|党?委|[一-龥]{1,10}(?:局|办公室|委员会))/
/** A zone has no 市 or 县 in its name and is known by who runs it: 云岭经济技术开发区管理委员会. */
const ZONE = /^([一-龥]{2,18}?(?:[区城]|片区))(?:党工委|工委|工作委员会|管理委员会|管委会|执行委员会|执委会|管理办公室)/
/** After a city that everybody knows it needs no such body: 合肥高新区教育局. */
const KNOWN_ZONE =
  /^(?:高新|经开|(?:国家)?(?:高新技术|经济技术|经济|产业|[一-龥]{0,6}(?:综合|合作)?)(?:产业)?(?:开发|试验|实验|示范))区/
/** What zones are called in general. */
const ANY_ZONE = /^(?:国家|省|市|县|区|开发|高新|经济|经开|示范|试验|实验|合作|产业|工业|综合|保税|新|园|功能|先行)/
/** Towns are told where they have a government: 云岭县木厂镇人民政府. */
const TOWN = /^[一-龥]{1,8}?(?:镇|乡|街道)(?=(?:人民)?政府|党委|党工委|工委|办事处|委员会)/
const ANY_TOWN = /^[各全乡镇]/
/** 大兴安岭行署. */
const OFFICE = /^[一-龥]{2,5}(?=行署|行政公署)/
/** National bodies that do not say so: 证监会, 海关总署, 中国银行业协会. Their offices in a place are none. */
const OF_CHINA =
  /^(?:(?:中国)?(?:人民银行|证监会|银保监会|银监会|保监会|(?:证券|银行业|保险|银行保险)监督管理委员会)|外汇局|海关总署|(?:税务|市场监[一-龥]{1,4}|金融监[一-龥]{1,4}|体育|广电|广播[一-龥]{2,4}|新闻出版[一-龥]{0,4}|质检|质量监督[一-龥]{0,4}|安全[一-龥]{0,8}|工商[一-龥]{0,6}|环保|环境保护|食品药品[一-龥]{0,6})总[局署]|中国[一-龥]{2,14}(?:协会|学会|气象局|民用航空局))(?![一-龥]{2,14}(?:[省市县区州]|[分支]行|监管局|证监局|监管分局|分局|海关))/
/** A national service that is named before its place. */
const SERVICE = /^国家(?:税务总局|统计局)(?=[一-龥]{2,8}(?:省|市|县|区|州))/

/**
 * The place in a body's name or a title: the chain of 省 市 县 区 that it begins with; 全国 for national bodies; null
 * when it names none.
 */
export function placeOf(body: string): string | null {
  const whole = body.trim().replace(SERVICE, '')
  if (NATIONAL.test(whole) || OF_CHINA.test(whole)) return '全国'
  const name = whole.replace(WHEN, '').replace(LEAD, '')
  let place = CORPS.exec(name)?.[0] ?? ''
  UNIT.lastIndex = place.length
  for (let m = UNIT.exec(name); m && isPlace(m[0]); m = UNIT.exec(name)) {
    place += m[0]
    UNIT.lastIndex = place.length
  }
  const all = place + partOf(name.slice(place.length), place)
  return all === '' ? null : all.replace(/^兵团/, '新疆生产建设兵团')
}

/** What stands behind the chain and is governed by itself. */
function partOf(rest: string, above: string): string {
  const inner = above.endsWith('市') ? INNER.exec(rest)?.[0] : undefined
  const town = TOWN.exec(rest)?.[0]
  const zone = ZONE.exec(rest)?.[1]
  if (inner) return inner
  if (town && !ANY_TOWN.test(town) && !NOT_IN_PLACES.test(town)) return town
  if (zone && !/[省市县]/.test(zone) && (above !== '' || !ANY_ZONE.test(zone))) return zone
  if (above !== '') return ''
  const office = OFFICE.exec(rest)?.[0]
  if (office) return `${office}地区`
  const short = shortName(rest)
  const known = short && KNOWN_ZONE.exec(rest.slice(short.length))?.[0]
  return known ? short + known : ''
}

const isPlace = (name: string): boolean => !NOT_PLACES.test(name) && !NOT_IN_PLACES.test(name)

/**
 * The place of each document of a page, by its id: from who issued, published or signed it, else from its title, else
 * from the document above it, else from the first of the page that has one (a plan below the notice that issues it).
 * What that one calls in full (鄂尔多斯市东胜区) is not called shorter (东胜区) below it.
 */
export function placesOf({documents}: Pick<Result, 'documents'>): Map<string, string | null> {
  const places = new Map(documents.map(d => [d.id, ownPlace(d)]))
  const first = [...places.values()].find(place => place !== null) ?? null
  for (const {id, parent} of documents) {
    const own = places.get(id) ?? null
    const above = (parent && places.get(parent)) || first
    if (above && (own === null || above.endsWith(own))) places.set(id, above)
  }
  return places
}

function ownPlace(document: Document): string | null {
  const {title, metadata} = document
  const {issuers = [], publisher, signedBy = []} = metadata
  const bodies = [...issuers, ...(publisher ? [publisher] : []), ...signedBy].map(field => field.value)
  const named = [...bodies, ...(title ? [title] : [])].map(placeOf).filter(place => place !== null)
  const first = named[0] ?? (title && shortPlace(title.replace(WHEN, '').replace(LEAD, ''))) ?? placeOfSpeech(document)
  // 朝阳区 is one of several; another name of the same body may say of which city.
  return named.find(place => first !== null && place.length > first.length && place.endsWith(first)) ?? first
}

/** 在云岭省第十四届人民代表大会第四次会议上; 我代表云岭省人民政府, 向大会报告工作. */
const SPEECH = /(?:在|代表)(?=[一-龥]{2,16}?(?:第?[一二三四五六七八九十]{1,4}届|人民政府))([一-龥]{2,30})/g
/** So many nodes are the head of a speech, with its first lines. */
const HEAD = 12

/** A report to a people's congress says whose it is above its first lines, or in them. */
function placeOfSpeech({children}: Document): string | null {
  const head: string[] = []
  for (const node of walk(children)) {
    if (head.length === HEAD) break
    if (node.type !== 'table')
      head.push(`${(node.type === 'clause' && node.heading?.text) || ''}\n${node.text.slice(0, 200)}`)
  }
  for (const line of head)
    for (const m of line.matchAll(SPEECH)) {
      const place = placeOf(m[1]!)
      if (place !== null && place !== '全国') return place
    }
  return null
}

function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node
    if (node.type === 'clause') yield* walk(node.children)
  }
}

/** The place that a title begins with by its short name, 张掖教育现代化2035行动纲要; of 江苏镇江：… the city. */
function shortPlace(title: string): string | null {
  const name = shortName(title)
  if (!name) return null
  const place = SHORT_NAMES.get(name)!
  const rest = title.slice(name.length)
  const inside = place.endsWith('市') ? null : shortPlace(rest)
  return inside ?? (INSTITUTION.test(rest) ? null : place)
}

const shortName = (text: string): string | undefined =>
  [4, 3, 2].map(length => text.slice(0, length)).find(start => SHORT_NAMES.has(start))

/** What has the name of a city and is no part of its government: 南京大学. */
const INSTITUTION = /^(?:大学|学院|师范|理工|海关|铁路|银行|机场|证券|期货|股权)/
