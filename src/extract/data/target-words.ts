/** Words around goals: how binding they are, what a metric ends with, what may stand before it, and what is no goal. */

/** How binding a goal is. */
export const MODALITY =
  '确保|保证|力争|争取|努力|原则上|必须|应当|应(?![急用收交对届征聘])|要(?![求素点])|须|计划(?!生育|完成率)|拟|至少'

/** A metric ends with one of these. */
export const METRIC_HEAD =
  /(?:率|占比|比例|比重|比率|份额|程度|水平|指数|满意度|密度|覆盖面|增速|增幅|涨幅|降幅|系数|贡献度|浓度|强度|比值|比)(?:（[^）]{1,40}）)?$/

/** A metric that is a quantity ends with one of these. */
export const QUANTITY_HEAD =
  /(?:数|量|总产|规模|面积|里程|人口|产值|收入|总值|增加值|投资|投入|支出|营收|销售额|交易额|零售额|总额|额度|进出口|利用外资|旅游收入|贷款|余额|市值|税收|存量|储备|年限|寿命|标准|能力|装机|动力|班额)$/

/** 就学人数上限，由40%增至50%: what the part before a value may name. */
export const LIMITED = /(?:上限|下限|限额|[率比额]|比例|比重|标准|覆盖面)$/

/** Nouns that a number of does not make a goal: sides of a matter, steps, opinions. */
export const ABSTRACT =
  /^(?:工作)?(?:方面|环节|阶段|层面|层次|等次|等级|级别|问题|原则|意识|自信|维护|关键(?:$|环节|领域|时期)|坚持|统一|结合|不变|月(?!嫂)|小时|工作日|百分点|学分|档次?|类别|组成|部分|字|途径|渠道|关口|维度|要素|步骤|附件|文件|市场$|(?:省|市|自治区|直辖市|地区|部门)$)/
/** The same at the end of the counted phrase, where a single one is meant: 建立一套…机制. */
export const ABSTRACT_HEAD =
  /(?:机制|体系|制度|格局|体制|模式|局面|氛围|环境|队伍|力量|合力|品牌|样板|路子|道路|思路|体|网|圈|链|带|极|轴|高地|平台|政策|方案|办法|意见|计划|清单|台账|制|功能|窗口|标准)$/

/** Measure words of time, grades and scores: no count of things. */
export const NO_COUNT =
  /^(?:年|月|日|天|小时|分钟|秒|周|周岁|岁|分|级|等|度|倍|元|点|学年|学期|个月|工作日|个工作日|个百分点|季度|方面|类|层|步|代|期|批|种|条|届|字|位数)$/
