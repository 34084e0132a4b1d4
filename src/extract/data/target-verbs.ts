/** Verbs that carry a goal: those that link a metric to its value, and those that make, choose or do countable things. */
import type {Target} from '../../model/fact.ts'
import {SAVES} from './saving.ts'

export type Direction = Target['direction']

/** Between a metric and its value. The longest match at the end of the words before the value decides. */
export const LINKS: Readonly<Record<string, Direction>> = {
  达到: 'reach',
  达: 'reach',
  达成: 'reach',
  实现: 'reach',
  完成: 'reach',
  突破: 'reach',
  超: 'reach',
  占: 'reach',
  占到: 'reach',
  位居: 'reach',
  提高到: 'increase-to',
  提高至: 'increase-to',
  提升到: 'increase-to',
  提升至: 'increase-to',
  增加到: 'increase-to',
  增加至: 'increase-to',
  增长到: 'increase-to',
  增长至: 'increase-to',
  增至: 'increase-to',
  增到: 'increase-to',
  倍增至: 'increase-to',
  增加一倍至: 'increase-to',
  提高一倍至: 'increase-to',
  提升一倍至: 'increase-to',
  扩大一倍至: 'increase-to',
  调高至: 'increase-to',
  调高到: 'increase-to',
  上调至: 'increase-to',
  上调到: 'increase-to',
  提至: 'increase-to',
  升至: 'increase-to',
  升到: 'increase-to',
  上升到: 'increase-to',
  上升至: 'increase-to',
  扩大到: 'increase-to',
  扩大至: 'increase-to',
  发展到: 'increase-to',
  延长至: 'increase-to',
  延长到: 'increase-to',
  提高: 'increase',
  提升: 'increase',
  增加: 'increase',
  增长: 'increase',
  净增: 'increase',
  新增: 'increase',
  上升: 'increase',
  扩大: 'increase',
  增速达到: 'increase',
  增长率达到: 'reach',
  调整到: 'reach',
  调整至: 'reach',
  调整为: 'reach',
  降到: 'decrease-to',
  降至: 'decrease-to',
  降低到: 'decrease-to',
  降低至: 'decrease-to',
  下降到: 'decrease-to',
  下降至: 'decrease-to',
  减少到: 'decrease-to',
  减少至: 'decrease-to',
  减至: 'decrease-to',
  调低至: 'decrease-to',
  下调至: 'decrease-to',
  下调到: 'decrease-to',
  压减到: 'decrease-to',
  压减至: 'decrease-to',
  压缩到: 'decrease-to',
  压缩至: 'decrease-to',
  缩短到: 'decrease-to',
  缩短至: 'decrease-to',
  缩小到: 'decrease-to',
  缩小至: 'decrease-to',
  降低: 'decrease',
  下降: 'decrease',
  减少: 'decrease',
  压减: 'decrease',
  压缩: 'decrease',
  缩短: 'decrease',
  削减: 'decrease',
  降幅达到: 'decrease',
  保持: 'maintain',
  保持在: 'maintain',
  稳定: 'maintain',
  稳定在: 'maintain',
  维持: 'maintain',
  维持在: 'maintain',
  巩固在: 'maintain',
  稳控在: 'maintain',
  在: 'reach',
  ...SAVES,
  控制: 'control',
  控制在: 'control',
  限制在: 'control',
}

const words = (table: string): readonly string[] => table.trim().split(/\s+/)

/** A count is made, chosen or done by these. Words of two characters and more; `DOES_SHORT` has those of one. */
export const DOES: readonly string[] = words(`
  建设 新建 改建 扩建 改扩建 建成 建立 建好 建有 修建 兴建 筹建 共建 续建 创建 创成 争创 打造 培育
  孵化 培养 培训 培树 选树 树立 组建 组织 成立 设立 设置 开设 开办 创办 举办 承办 办好 办成 开展
  召开 评选 评定 认定 命名 遴选 优选 筛选 选拔 选派 选取 选择 选定 选聘 确定 推荐 表彰 引进 引育
  引培 引入 招引 招聘 招收 招录 聘请 聘用 吸引 集聚 汇聚 聚集 扩充 补充 充实 增设 储备 配备 配置
  配齐 添置 购置 更新 升级 布局 布设 铺设 安装 部署 投放 投用 建造 种植 栽植 完成 实施 推进 推动
  推广 推出 发布 编制 编写 制定 制订 修订 出台 开发 研发 研制 攻克 突破 形成 探索 转化 支持 扶持
  资助 帮扶 惠及 签约 落地 开工 竣工 投产 谋划 争取 创作 拍摄 演出 发放 巡查 抽查 互派 输送 安置
  治理 整治 修复 改造 接入 归集 发展 推广应用 滚动实施 组织发布 开工建设 组织开展 壮大 吸纳 带动 获评
  获批 造就 招募 获得 取得 面向 拓展 实现 安排 联通 开通 开行 募集 筹集 上线 汇集 梳理 选育 繁育
  撤并 撤销 保留 接待 化解 盘活 消除 清退 购买 采购 更换 重建 出让 提供 改善提升 启用 构建 发动 轮训
  选送 选调 配建 增配 评聘 聘任 选培 扩招 解决 硬化 疏浚 架设 敷设 布建 援助
`)
export const DOES_SHORT = ['建', '设', '办', '配', '招', '育', '聘'] as const

/** What comes new or goes: the count is of these, and the verb belongs to the metric (新增学位 is not 学位). */
export const CHANGES: Readonly<Record<string, Direction>> = {
  新增: 'increase',
  增加: 'increase',
  增设: 'increase',
  增补: 'increase',
  共增: 'increase',
  净增: 'increase',
  再增: 'increase',
  扩充: 'increase',
  新引培: 'increase',
  新引进: 'increase',
  新培育: 'increase',
  新招: 'increase',
  新创建: 'increase',
  新入库: 'increase',
  新入规: 'increase',
  新入统: 'increase',
  新纳统: 'increase',
  新上规: 'increase',
  新升规: 'increase',
  新认定: 'increase',
  新认证: 'increase',
  新获批: 'increase',
  新获评: 'increase',
  新设立: 'increase',
  新备案: 'increase',
  新签约: 'increase',
  新投产: 'increase',
  新建: 'build',
  新改建: 'build',
  '新（改）建': 'build',
  '新（改、扩）建': 'build',
  '新（改扩）建': 'build',
  '改（扩）建': 'build',
  新改扩建: 'build',
  新建改扩建: 'build',
  改扩建: 'build',
  改建: 'build',
  扩建: 'build',
  迁建: 'build',
  配建: 'build',
  改造: 'build',
  更新: 'build',
  新开工: 'build',
  新开工建设: 'build',
  竣工: 'build',
  完工: 'build',
  修复: 'build',
  淘汰: 'decrease',
  撤并: 'decrease',
  撤销: 'decrease',
  消除: 'decrease',
  清退: 'decrease',
  化解: 'decrease',
  关闭: 'decrease',
  关停: 'decrease',
  取缔: 'decrease',
  压减: 'decrease',
  减少: 'decrease',
}

/** What a person is to have or to do; subject and verb belong to the metric (学生掌握体育技能). */
export const ATTAINS: readonly string[] = '掌握 拥有 参加 参与 具备 学会 养成 熟练掌握 具有 阅读 听课 家访 撰写'.split(
  ' ',
)

/** What is done so many times. */
export const EVENTS: readonly string[] = words(`
  开展 组织 举办 召开 进行 通报 调整 修订 考评 评估 评价 检查 督导 巡查 报告 更新 公布 发布 演练
  培训 轮训 体检 调度 会商 研究 走访 抽查 监测 评选 表彰 参加 组织开展 听取 汇报 报送 调研 普查 排查
  自查 测评 考核 实施
`)

/** Verbs before a metric that belong to the sentence, not to what is measured. */
export const FRONTS: readonly string[] = words(`
  实现 做到 推动 促进 推进 带动 引导 提高 提升 增强 降低 扩大 保持 稳定 改善 要求 完成 达到 落实
  执行 加强 巩固 拥有
`)

/** All of them; what is saved may begin a name (节水灌溉面积). */
export const VERBS: readonly string[] = [
  ...new Set<string>([...DOES, ...Object.keys(CHANGES), ...ATTAINS, ...EVENTS, ...Object.keys(LINKS), ...FRONTS]),
].filter(verb => !(verb in SAVES))

/** Words as the alternatives of a pattern, the longest first. */
export const anyOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')
