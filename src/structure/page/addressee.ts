/** Whether a line is 主送机关: 各省、自治区、直辖市人民政府，国务院各部委、各直属机构： */
import {isBody} from '../metadata/bodies.ts'
import {isMarked} from './kinds.ts'

const ADDRESSED =
  /各|政府|委|局|厅|部|会|院|校|单位|公司|银行|省|市|县|区|州|旗|镇|代表|主席|先生|女士|同志|中心|机构|企业|办|署|军/
const LEADS_ON =
  /如下|现[就将]|为了?[^，]{0,40}[，,]|根据|按照|以下|下列|关于|[。；;]|^[到至]20\d\d年|实现|达到|取得|确保|力争|(?:目标|任务|措施|成效|要求|原则|指标|步骤)(?:是|为)?[：:]$|(?:发出|宣布|指出|表示|认为|报道)[：:]$/

/** Whether a line can be nothing but 主送机关 or a salutation, even on a page that lost its title. */
export const opensAddress = (text: string): boolean =>
  /^(?:各[省市县区乡镇街地级部单有直学系处科室村支会团高中分班园所]|(?:各位)?(?:同志|代表)们?[：:，,])/.test(text)

/** Whether a line is 主送机关: bodies or persons, closed by a colon. */
export function isAddressee(text: string): boolean {
  if (text.length > 400 || !/[:：]$/.test(text) || isMarked(text)) return false
  return text.length >= 3 && ADDRESSED.test(text) && !LEADS_ON.test(text)
}

const NAMED =
  /(?:政府|委|委员会|委会|办事处|局|厅|部门|机构|单位|企业|学校|医院|公司|中心|院)(?:[（(][^（()）]{1,20}[)）])?$/

const ANSWERS = /^(?:[你您]|鉴于|经[市县区省研]|收悉|关于|现[将就])/
/** 某园区管委会，各乡镇人民政府，市级各部门： over a sentence, on a page that lost its title. */
export function addressesAll(text: string, next: string): boolean {
  if (text.length > 200 || !isAddressee(text) || !/^.{16,}[。：:]$/s.test(next)) return false
  // 县水务局：, 李某等代表： over what they are answered.
  if (ANSWERS.test(next) && (isBody(text.slice(0, -1)) || /(?:代表|委员)[:：]$/.test(text))) return true
  if (!text.includes('各')) return false
  const names = text.slice(0, -1).split(/[，,]/)
  return names.length >= 2 && names.every(name => NAMED.test(name.trim()))
}

/** 主送机关 that lost its colon: 某管委会，各乡镇人民政府，市政府有关部门, with the text right under it. */
export function isBareAddressee(text: string, next: string): boolean {
  if (text.length > 200 || next.length < 16 || !text.includes('各') || isMarked(next)) return false
  const names = text.split(/[，、,]/)
  return names.length >= 2 && !LEADS_ON.test(text) && names.every(name => NAMED.test(name.trim()))
}
