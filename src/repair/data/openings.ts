/** The verbs that items of official plans begin with, and the words that begin with the second characters of these. */

/** Without the first character, some still look like words; those whose second character begins too many are left out. */
export const OPENING_VERBS =
  '建立 设立 确立 创立 积极 选拔 完善 改善 鼓励 激励 保障 探索 推进 促进 引进 改进 深化 强化 优化 细化 开展 拓展 坚持 支持 扶持 组织 打造 营造 巩固 统筹 推广 健全 规范 严格 提升 大力 着力 落实 切实 夯实 培养 培训 引导 督导 加快 扩大 加大 增强 加强 提高 制定 修订 聚焦 整合 搭建 组建 创建 筹建 选派 开放 举办'.split(
    ' ',
  )

/** Words that an item may well begin with. */
export const OPENING_WORDS = new Set(
  (
    '立足 立德 立法 立项 立即 立案 立体 立场 立卷 立功 极大 极端 极其 极力 极少 拔尖 拔高 善于 善后 善意 善待 善治 善用 励志 障碍 索赔 索取 索要 ' +
    '进一 进行 进入 进口 进而 进度 进展 进修 进出 进城 进村 进校 进社 进企 进场 进货 化解 化学 化工 化肥 化妆 化验 化疗 展示 展现 展开 展览 展望 展会 展品 展期 ' +
    '大型 大众 大学 大气 大额 大宗 大病 大户 大声 大写 持续 持有 持卡 持票 持证 持股 持枪 持械 持久 织密 织牢 造就 造林 造价 造成 造血 造纸 固定 固体 固废 固本 固件 筹集 筹建 筹措 筹资 筹备 筹划 广泛 广告 广播 广场 广大 广东 广西 广州 ' +
    '全面 范围 范例 格式 格局 升级 升学 升旗 升放 升降 力争 力求 力度 力量 力戒 养老 养殖 养成 养护 养犬 训练 训诫 导入 导向 导师 导游 导致 快速 快递 快捷 合作 合同 合理 合法 合格 合并 合规 合伙 合力'
  ).split(' '),
)
