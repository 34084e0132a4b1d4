/** Lines of links and of the name of a site: 热门站点|资料网|论坛, 【www.example.cn - 会议通知】, 某某医院 https://…. */
import {isBody} from '../metadata/bodies.ts'

/** 【www.example.cn - 会议通知】 */
const SITE_AND_CHANNEL = /^【(?:https?:\/\/)?[\w.-]{4,60}\s{0,2}[-—|]\s{0,2}[\u3400-\u9fff]{2,10}】$/
/** 某某医院 https://…: a line of text that is there for its address. */
const ADVERTISED = /^[^。；，：:>＞›»|]{2,40}\s{1,4}https?:\/\/[^\s\u3400-\u9fff]{4,200}$/
export const isAdvertised = (text: string): boolean => text.includes('://') && ADVERTISED.test(text)

/** 某区人民政府 The People's Government of … : the owner of a site in two tongues. */
const IN_TWO_TONGUES = /^[\u3400-\u9fff]{2,20}\s{1,4}[A-Z][A-Za-z'’ .,&-]{10,80}$/
const isOwnerInTwoTongues = (text: string): boolean =>
  /[A-Za-z]$/.test(text) && IN_TWO_TONGUES.test(text) && isBody(/^[\u3400-\u9fff]{2,20}/.exec(text)![0])

const FEWEST_LINKS = 3
/** 热门站点| 世界资料网 | 专利资料网 | 资料网论坛: names between bars, no cell of a table. */
const isBarOfLinks = (text: string): boolean => {
  const names = text.split('|').map(name => name.trim())
  return (
    names.length > FEWEST_LINKS &&
    names.every(name =>
      /^[\u3400-\u9fff]{2,4}(?:网|站点|论坛|首页|频道|本站|平台)$|^[\u3400-\u9fff]{2,6}网(?:论坛)?$/.test(name),
    )
  )
}

/** 本文标题：…, 链接地址：…: what a site says of its own page under a text. */
const OF_PAGE = /^(?:本文标题|本文链接|本文地址|链接地址|文章链接|文章地址|网页地址)\s{0,2}[:：].{2,160}$/

/** Whether a line names the site or its channels and nothing else. */
export const isOfSite = (text: string): boolean =>
  (text.includes('|') && isBarOfLinks(text)) ||
  isOwnerInTwoTongues(text) ||
  (text.startsWith('【') && SITE_AND_CHANNEL.test(text)) ||
  (text.length <= 180 && OF_PAGE.test(text))
