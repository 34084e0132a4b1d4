/** 20支持… behind 19.推进…: an item whose dot seems to be gone. Told, never mended: 20 may count what follows. */
import type {RepairRule} from '../repair.ts'

const ITEM = /\n[ \t\u3000]{0,8}([0-9]{1,2})([.．、]?)(?=([\u3400-\u9fff]))/g
/** What a number counts. */
const UNITS =
  '年月日时時号號个個所名人户戶家项項公平立千百天周岁歲次条條座套台辆輛处處件张張层層间間余餘多万萬亿億元倍亩畝吨噸米种種类類级級期届屆位只隻本部篇章节節卷页頁行段句字类市县縣区區镇鎮乡鄉村校班省国國大小不以至到分点點度'

export const lostDot: RepairRule = {
  id: 'lost-dot',
  why: 'dot behind the number of an item lost',
  find(text, report) {
    let last = 0
    for (const {0: whole, 1: digits = '', 2: sign, 3: next = '', index} of `\n${text}`.matchAll(ITEM)) {
      const number = Number(digits)
      if (sign === '' && number === last + 1 && number > 1 && !UNITS.includes(next)) {
        const start = index + whole.length - digits.length - 1
        report({
          code: 'repair/suspect',
          level: 'warning',
          message: `Unexpected ${digits}${next}, expected ${digits}.${next}`,
          span: {start, end: start + digits.length},
          note: `${digits}.${next}`,
        })
        last = number
      } else if (sign !== '') last = number
    }
    return []
  },
}
