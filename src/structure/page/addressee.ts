/** Whether a line is 主送机关: 各省、自治区、直辖市人民政府，国务院各部委、各直属机构： */
import {isMarked} from './kinds.ts'

const ADDRESSED = /各|政府|委|局|厅|部|会|院|校|单位|公司|银行|省|市|县|区|州|旗|镇|代表|同志|中心|机构|企业|办|署|军/
const LEADS_ON = /如下|现[就将]|为了?[^，]{0,40}[，,]|根据|按照|以下|下列|关于|[。；;]/

/** Whether a line can be nothing but 主送机关 or a salutation, even on a page that lost its title. */
export const opensAddress = (text: string): boolean =>
  /^(?:各[省市县区乡镇地级部单有直]|(?:各位)?(?:同志|代表)们?[：:，,])/.test(text)

/** Whether a line is 主送机关: bodies or persons, closed by a colon. */
export function isAddressee(text: string): boolean {
  if (text.length > 400 || !/[:：]$/.test(text) || isMarked(text)) return false
  return text.length >= 3 && ADDRESSED.test(text) && !LEADS_ON.test(text)
}
