/** What the help says, in Chinese. */
export const HELP: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Example:': '例：',
  'To begin with:': '从这里开始：',
  '{1} (choices: {2})': '{1}（可选：{2}）',
  'print this help': '显示帮助',
  'print the help of a command': '显示某个命令的帮助',
  'print the version': '显示版本号',
  'Print the version': '显示版本号',
  'the version, as --version prints it': '版本号，与 --version 相同',
  'the language of messages; else LC_ALL or LANG decides': '提示信息的语言；未指定时看 LC_ALL 或 LANG',
  'Turns Chinese government policy pages into cited data: repaired text, clause tree, metadata, facts':
    '把政府网站上的政策页面变成有出处的数据：修复后的正文、条款树、元数据、事实',
  'Inputs are files, folders, globs, - (stdin), --files-from; a Result, or NDJSON of Results, is used as it is.':
    '输入可以是文件、文件夹、通配符、-（标准输入）或 --files-from；已有的 Result 及其 NDJSON 直接使用，不再解析。',
  'Data goes to stdout, the rest to stderr. Exit codes: 0 done, 1 some input failed, 2 wrong usage or no input.':
    '数据写到标准输出，其余写到标准错误。退出码：0 完成，1 有输入失败，2 用法错误或没有输入。',
  'the outline of a page': '一个页面的提纲',
  'what it promises': '它承诺了什么',
  'why line 8 reads as it does': '第 8 行为什么是现在这样',
  'the facts of a folder, as a table': '一个文件夹里的全部事实，制成表格',

  'Turn pages into Results: repaired text, clause tree, metadata, facts, all with their places':
    '把页面变成 Result：修复后的正文、条款树、元数据、事实，都带出处',
  'every clause of a folder, as a table': '一个文件夹里的每个条款，制成表格',
  'the whole Result, or flat rows': '输出完整的 Result，还是扁平的行',
  'the form of the output': '输出格式',
  'the form of the output; rows in a file follow its name, such as .csv': '输出格式；写入文件的行按文件名决定，如 .csv',
  'with --of facts: only these kinds ({1})': '与 --of facts 同用：只要这些种类（{1}）',
  'be a filter: {"id", "text" or "bytesBase64", "path"?} a line in, a Result a line out':
    '作为过滤器：每行输入 {"id", "text" 或 "bytesBase64", "path"?}，每行输出一个 Result',
  'what offsets count': '偏移量的计数单位',
  'what to do with traditional characters': '繁体字如何处理：simplified 转为简体，keep 保留',
  'read: leave out what was inferred and not read off the bytes': 'read：不采用推断出来、而不是从字节中读出的内容',
  'the encoding of the input, where the program is not to find it out': '输入的编码；不指定则自动识别',
  'the media type of the input, such as text/html': '输入的媒体类型，如 text/html',
  'how many bytes a text may have, or a packed document (Word) unpack to':
    '文本最多多少字节，或压缩文档（Word）解开后最多多少字节',
  'how many pages a PDF may have': 'PDF 最多多少页',
  'read the names of the inputs from a file, one a line (- for stdin)':
    '从文件读取输入的名单，一行一个（- 为标准输入）',
  'write to a file, whole or not at all, and say so': '写入文件，要么完整，要么不写；写完后在标准错误中说明',
  'begin CSV with a byte order mark, for spreadsheets': 'CSV 开头加字节顺序标记，便于 Excel 打开',
  'exit with 1 when a document has a diagnostic of this level': '文档有这一级别的诊断时退出码为 1',
  'print errors only': '只显示错误',

  'Print the repaired text only; reads stdin when no input is given': '只输出修复后的正文；没有输入时读标准输入',
  'what the repair changed, line by line': '逐行查看修复改了什么',
  'print what was changed, as a unified diff': '以统一差异格式（unified diff）显示改动',
  'Print the outline for a person: source line, marker, heading, id, how many facts':
    '显示供人阅读的提纲：源文件行号、序号、标题、编号、事实数',
  'the documents of a page and their clauses': '一个页面里的各个文件及其条款',
  'fold what lies deeper, with a count': '更深的层级折叠起来，只显示数目',
  'Print the facts as a table for a person, or as rows': '以供人阅读的表格或以行的形式显示事实',
  'what is promised, and what it costs': '承诺了什么，花多少钱',
  'only these kinds, separated by commas ({1})': '只要这些种类，用逗号分隔（{1}）',
  'read: only facts of which no character was inferred': 'read：只要没有任何推断字符的事实',
  'Check Results (or pages, parsed first) against the schema and the invariants of the format':
    '按格式的 schema 和不变式检查 Result（页面则先解析）',
  '0 when all holds; one line for each thing that does not': '全部成立则退出码为 0；否则每处一行',
  'Tell the story of one place: source, repairs, clause, facts and the rules behind them':
    '讲清一处的来龙去脉：原文、修复、条款、事实及其规则',
  'everything that is known about line 8': '关于第 8 行的一切',
  'the place in the source, from 1; of PDF, page:line': '源文件中的位置，行和列都从 1 数起；PDF 为 页:行',
  'Parse folders into a folder of Results with a manifest; unchanged inputs are skipped':
    '把文件夹解析成存放 Result 的文件夹，附清单；未变的输入跳过',
  'a folder of notices, each with its Result': '一个文件夹的通知，每份对应一个 Result',
  'where the Results and manifest.json go': 'Result 和 manifest.json 写到哪里',
  'threads; the output does not depend on it': '线程数；不影响输出',
  'parse unchanged inputs again': '未变的输入也重新解析',
  'tell unchanged inputs by their SHA-256, not by size and time': '按 SHA-256 而不按大小和时间判断输入是否变化',
  'print diagnostics for CI': '以持续集成能读的形式输出诊断',
  'only the i-th of n parts, told by a hash of each relative path: a new file moves no other':
    '只处理 n 份中的第 i 份；按相对路径的散列划分，新增文件不影响其他文件',
  'Join the manifests, or the index files, of the shards of one run into what one run over all would have made':
    '把一次运行各分片的清单或索引合并，与一次全部运行的结果相同',
  'the manifest of all shards; says so when one is missing': '全部分片的清单；缺少分片时会指出',
  'Build an index of folders of pages or Results, or bring it up to date': '为存放页面或 Result 的文件夹建立或更新索引',
  'one SQLite file for all notices of a folder': '一个文件夹的全部通知，一个 SQLite 文件',
  'the index: one SQLite file, or postgresql://user@host/database with the password in PGPASSWORD':
    '索引：一个 SQLite 文件，或 postgresql://用户@主机/数据库（密码放在 PGPASSWORD 中）',
  'index unchanged inputs again': '未变的输入也重新索引',
  'Find every clause, paragraph and table that contains the words, or the facts that pass the filters':
    '查找含有这些词的每个条款、段落和表格，或符合条件的事实',
  'which notices promise a coverage of 90 or more by 2025': '哪些通知承诺到 2025 年覆盖率达到 90 以上',
  'a kind of hit (clause, paragraph, table, fact) or of fact (target, money …)':
    '结果的种类（clause、paragraph、table、fact）或事实的种类（target、money 等）',
  'part of the name of a metric': '指标名称的一部分',
  'values of at least this': '数值不小于',
  'values of at most this': '数值不大于',
  'the unit, such as %, 所 or CNY': '单位，如 %、所、CNY',
  'deadlines that end by this year or date': '期限在这一年或这一天之前截止',
  'deadlines that begin in this year or later': '期限自这一年起或更晚',
  'part of the name of an issuer': '发文机关名称的一部分',
  'the 文种, such as 意见': '文种，如 意见',
  'part of the name of a place': '地名的一部分',
  'so many hits': '最多几条结果',
  'Put the same metric of several documents side by side: metric, place, year, value':
    '把多份文件的同一指标并列：指标、地方、年份、数值',
  'one metric across all places': '一个指标在各地的数值',
  'how metrics are joined: by their names, without where and for whom, or by the last noun':
    '指标如何归并：exact 按全名，core 不计地方和对象，head 只按最后的名词',
  'names that are one metric, such as 师训经费,教师培训经费; more lists after ;':
    '视为同一指标的名称，如 师训经费,教师培训经费；多组之间用 ; 隔开',
  'only metrics that more than one place has': '只要不止一个地方有的指标',
  'Make one HTML page to read in: outline, marked text, source, facts, time line, comparison':
    '生成一个供阅读的 HTML 页面：提纲、带标注的正文、原文、事实、时间线、比较',
  'the notices of a folder, to look through': '一个文件夹的通知，逐份翻阅',
  'Print the JSON Schema of the Result, or of one of its parts; --list names them':
    '输出 Result 或其某一部分的 JSON Schema；--list 列出名称',
  'the JSON Schema (2020-12) of a fact': '事实的 JSON Schema（2020-12）',
  'print the names': '列出名称',
  'Print the completions of commands and options for a shell': '输出某种 shell 的命令与选项补全脚本',
  'for this shell; put the line into ~/.bashrc': '在当前 shell 启用补全；把这一行写进 ~/.bashrc',
}
