/** The words beside a count → what is counted: 确保全年粮食播种面积 → 粮食播种面积, 乡镇进行约谈 → 乡镇, 建设 → nothing. */
import {MAKING} from './data/measures.ts'

/** What the sentence says before the noun. */
const FRONT =
  /^(?:其中(?!心)|确保|力争|争取|努力|保证|全年|年内|实现|完成|是指|即|包括|以及|同时|购置|购买|采购|添置|更换|铺设|安装|种植|栽植|发放|撤并|保留|每(?:隔)?(?:个)?[两三四五六七八九十\d]{0,3}(?:个)?(?:半年|学期|季度|年|月|周|天))(?=.{2})/
/** Where what is done with the counted begins. */
const DONE = /^(.{2,}?)(?:大力|积极|全面|集中|同时)?(?:进行|予以|给予|开展|办好|通报|达到)/

/** 每30万人口建设: what follows the number is a verb, and what is counted its unit. */
const isVerb = (words: string): boolean => MAKING.at(words, 0) === words

/** The noun after a number. */
export const nounAfter = (words: string): string | null => (isVerb(words) ? null : countedNoun(words))

/** The noun itself; null where the words hold none. */
export function countedNoun(words: string | null | undefined): string | null {
  let noun = words ?? ''
  for (let front = FRONT.exec(noun); front; front = FRONT.exec(noun)) noun = noun.slice(front[0].length)
  noun = DONE.exec(noun)?.[1] ?? noun
  return noun.length < 2 && noun !== '人' ? null : noun
}
