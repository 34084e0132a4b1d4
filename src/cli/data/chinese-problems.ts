/** What `policy check` finds wrong in a Result, in Chinese; {1}, {2} stand for values in the order of the English. */
export const PROBLEMS: Readonly<Record<string, string>> = {
  'Unexpected {1} in two leaves, expected it in one': '{1} 同时在两片叶中，应只在一片',
  'Unexpected {1} in no leaf, expected it before {2}': '{1} 不在任何叶中，应在 {2} 之前',
  'the end': '结尾',
  'Unexpected second {1}, expected unique ids': '{1} 出现了两次，id 应唯一',
  'Unexpected parent {1}, expected an earlier document': '上级 {1} 不是前面的文件',
  'Unexpected field outside the text': '字段在正文之外',
  'Unexpected node {1}, expected one of the Result': 'Result 里没有节点 {1}',
  'Unexpected fact in a {1}': '事实不应在{1}里',
  'Unexpected fact outside its node {1}': '事实在它的节点 {1} 之外',
  'Unexpected link to {1}, expected one of the Result': '指向 {1}，但 Result 里没有它',
  'Unexpected entry over {1}, expected disjoint entries': '这一条与 {1} 重叠，各条应不相交',
  'Unexpected second deletion at one place, expected one entry with {1}': '同一处有两次删除，应与 {1} 合为一条',
  'Unexpected {1} characters after undoing, expected {2}': '还原后有 {1} 个字符，应为 {2} 个',
  'Unexpected text after undoing repairs and folds, expected the read text': '撤销修复和折叠之后，应得到所读的原文',
  'Unexpected {1}, expected {2} of its repair': '此处是 {1}，应为修复所得的 {2}',
  'Unexpected guess outside its repair': '推测在它的修复之外',
  'Unexpected certainty {1}, expected the worst of its guesses, {2}': '确定程度是 {1}，应为各推测中最差的 {2}',
  'Unexpected {1} at its span, expected {2}': '其 span 处是 {1}，应为 {2}',
  'Unexpected {1}–{2}, expected it inside {3}–{4}': '{1}–{2} 应在 {3}–{4} 之内',
  'Unexpected text {1}, expected its body parts {2}': 'text 是 {1}，应为各段正文 {2}',
  'Unexpected start {1}, expected at least {2}': '起点 {1} 应不小于 {2}',
}

/** What the schema says of a shape; these words are zod's. */
export const SHAPES: Readonly<Record<string, string>> = {
  'Invalid input': '形式不符',
  'Invalid input: expected {1}, received {2}': '应为 {1}，却是 {2}',
  'Invalid input: expected {1}': '应为 {1}',
  'Invalid option: expected one of {1}': '应为其中之一：{1}',
  'Invalid string: must match pattern {1}': '应合乎 {1}',
  'Unrecognized key: {1}': '没有这个键：{1}',
  'Unrecognized keys: {1}': '没有这些键：{1}',
  'Too small: expected {1} to be {2}': '太小：{1} 应 {2}',
  'Too big: expected {1} to be {2}': '太大：{1} 应 {2}',
}
