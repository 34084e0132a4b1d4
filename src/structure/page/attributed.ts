/** 某意见文章属性•【制定机关】…•【主题分类】基础教育正文某意见（某政发〔2005〕3号）各区：… → where the parts of a page of a law database begin that lost its line breaks. */
import {readNumber} from '../metadata/numbers.ts'
import {isAddressee} from './addressee.ts'

const ATTRIBUTES = /文章属性(?=\s{0,2}[•·]?\s{0,2}【制定机关】)/
const TEXT = '正文'
const LONGEST_TITLE = 120
const LONGEST_ADDRESS = 300

/** The places, in order; none where a line is no such page. The title stands before its attributes and once more over the text. */
export function attributed(line: string): number[] {
  if (!line.includes('【制定机关】')) return []
  const attributes = ATTRIBUTES.exec(line)
  if (!attributes || attributes.index > LONGEST_TITLE) return []
  const title = line.slice(0, attributes.index).trim()
  const found = [attributes.index, attributes.index + attributes[0].length]
  const text = line.indexOf(TEXT + title, attributes.index)
  if (text < 0) return found
  return [...found, text, text + TEXT.length, ...headOf(line, text + TEXT.length + title.length)]
}

/** Where title, number and 主送机关 end. */
function headOf(line: string, from: number): number[] {
  const number = /^\s{0,4}[（(][^（）()]{4,40}[)）]/.exec(line.slice(from, from + 60))
  const isNumber = number !== null && readNumber(number[0].trim().slice(1, -1)) !== undefined
  const to = from + (isNumber ? number[0].length : 0)
  const colon = line.slice(to, to + LONGEST_ADDRESS).search(/[:：]/)
  const isAddressed = colon > 0 && isAddressee(line.slice(to, to + colon + 1).trim())
  return [from, ...(isNumber ? [to] : []), ...(isAddressed ? [to + colon + 1] : [])]
}
