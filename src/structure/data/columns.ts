/** Column headings that narrow cells break over two lines; their joined form names one column. */
export const COLUMNS: ReadonlySet<string> = new Set(
  '序号 编号 工作项目 工作任务 工作内容 工作措施 工作目标 工作要求 重点任务 重点工作 主要任务 主要内容 主要措施 具体任务 具体措施 任务分工 目标任务 项目名称 任务名称 指标名称 建设内容 建设任务 责任部门 责任单位 责任人 责任领导 责任科室 责任主体 责任股室 牵头部门 牵头单位 牵头领导 牵头处室 配合部门 配合单位 协办单位 主办单位 参与单位 参加单位 落实单位 实施单位 承办单位 完成时限 完成时间 完成日期 时间节点 时间安排 时间进度 进度安排 进度要求 年度目标 阶段目标 计划投资 投资金额 资金来源 资金安排 预期目标 预期成果 成果形式 验收标准 考核指标 考核标准 评分标准 指标来源 计量单位 备注说明'.split(
    ' ',
  ),
)

/** What a column of bodies is called. */
export const BODY_COLUMN = /责任|牵头|配合|单位|部门|主办|协办|承办|落实|科室|处室|领导/
