/** How public bodies are named, and the words that give them a task. */

/** The last characters of a body's name. */
export const BODY_ENDS =
  '部 局 委 厅 办 院 会 署 室 处 科 司 站 队 团 联 所 中心 科协 政协 政府 银行 公司 集团 学校 大学 学院 园 机关 机构 部门 单位 企业 组织 协会 法院 检察院 公安 街道 乡镇 镇 乡 村 社区 县区 县 区 市 旗 盟 分局 支行 海关 支队 大队 园区 管委会 编办 党委 党组 工委 关工委 组 省 州 师 兵团'.split(
    ' ',
  )

/** Role words of a label or a column: who leads, who helps, who is just responsible. */
export const LEADS = '牵头|主办|主责|第一责任|主要责任|总牵头|首要责任'
export const SUPPORTS = '配合|协办|协同|协助|参与|参加|支持|联办|会办'
export const OWNERS = '责任|负责|落实|承办|实施|承担|执行|主管|分管'

/** 责任单位, 考核部门 */
export const UNIT_WORDS = '(?:责任|考核|落实|实施)?(?:单位|部门|机构|科室|处室|股室|主体|司局)'
/** 牵头单位, 配合部门, 责任单位; its groups: who leads, who helps, who is just responsible. */
export const ROLE = `(?:(${LEADS})|(${SUPPORTS})|(${OWNERS}))${UNIT_WORDS}`
