// Notices of our own for the report: two that promise the same, and one that attacks its reader.

export const TARGETS = `云岭县人民政府关于印发学前教育发展提升计划的通知

各乡镇人民政府，县直各部门：

现将《云岭县学前教育发展提升计划》印发给你们，请认真贯彻执行。

一、工作目标

（一）普及普惠。到2025年，学前三年毛入园率达到95%以上，普惠性幼儿园覆盖率达到90%。

（二）扩大资源。到2026年底，新建公办幼儿园12所，投入资金3000万元。

二、保障措施

加强组织领导，责任单位：县教育局、县财政局。

云岭县人民政府

2024年3月5日
`

export const TARGETS_TOO = `清河市人民政府关于推进学前教育普及普惠的意见

一、主要目标

到2025年，学前三年毛入园率达到90%，新建公办幼儿园30所。

清河市人民政府

2024年5月6日
`

export const HOSTILE = `关于印发<script>window.hacked=1</script>方案的通知

一、目标<img src=x onerror="window.hacked=2">

到2025年，"><svg onload=window.hacked=3>学校覆盖率达到95%以上。见 javascript:window.hacked=4 与 <a href="javascript:window.hacked=5">此处</a>。

二、资金</p></article><script>window.hacked=6</script>\u202e元万003入投\u202c

投入资金300万元\u2066，</title></style><style>body{display:none}</style>由&lt;教育局&gt;负责。

三、<iframe srcdoc="<script>parent.hacked=7</script>"></iframe><!-- 到2026年，新建学校5所。 --><![CDATA[ x ]]>
`
