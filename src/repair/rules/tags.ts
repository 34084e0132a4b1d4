/** 第一条<br>第二条, <p>第三条</p> → lines: tags of HTML that stand in the text, as they were escaped or pasted. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const TAG =
  /<\/?(p|br|div|tr|li|ul|ol|table|tbody|section|h[1-6]|td|th|span|strong|b|font|em|u|i|a|img|o:p)(?:\s[^<>\n]{0,400})?\s?\/?>/gi
const BLOCK = /^(?:p|br|div|tr|li|ul|ol|table|tbody|section|h[1-6])$/i
/** So many make a text that was written as HTML. */
const WRITTEN = 3

export const tags: RepairRule = {
  id: 'tags',
  why: 'tag of HTML that stands in the text',
  traces: '<',
  find(text): RepairEdit[] {
    if (!/<(?:\/p|br|\/div|\/span|\/td)[\s/>]/i.test(text)) return []
    const found = [...text.matchAll(TAG)]
    if (found.length < WRITTEN) return []
    return found.map(({0: tag, 1: name, index: start}) => ({
      start,
      end: start + tag.length,
      insert: BLOCK.test(name!) ? '\n' : '',
      confidence: 0.99,
    }))
  },
}
