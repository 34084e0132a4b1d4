import {expect, test} from 'vitest'
import {parse} from '../../src/pipeline.ts'
import {placeOf, placesOf} from '../../src/store/place.ts'

const PLACES: Readonly<Record<string, string | null>> = {
  聊城市人民政府: '聊城市',
  中共聊城市委: '聊城市',
  中共聊城市委聊城市人民政府: '聊城市',
  中共江西省委江西省人民政府: '江西省',
  北京市东城区教育委员会: '北京市东城区',
  北京市房山区人民政府: '北京市房山区',
  苏州工业园区管理委员会: '苏州工业园区',
  和县人民政府: '和县',
  广西壮族自治区人民政府办公厅: '广西壮族自治区',
  临夏回族自治州积石山保安族东乡族撒拉族自治县教育局: '临夏回族自治州积石山保安族东乡族撒拉族自治县',
  大兴安岭地区行政公署: '大兴安岭地区',
  锡林郭勒盟教育局: '锡林郭勒盟',
  德州市德城区: '德州市德城区',
  国家税务总局安徽省税务局: '安徽省',
  国务院办公厅: '全国',
  教育部等九部门: '全国',
  '人民银行 银保监会 证监会 外汇局关于规范业务的指导意见': '全国',
  中国证券监督管理委员会: '全国',
  海关总署: '全国',
  市场监管总局办公厅: '全国',
  中国银行业协会: '全国',
  人民银行云岭省分行: null,
  中国证监会云岭监管局: null,
  云岭省农垦总局: '云岭省',
  关于进一步加快推进云岭县教育现代化的通知: '云岭县',
  '安徽省关于加快对接《区域协定》的通知': '安徽省',
  平顶山市城市绿化条例: '平顶山市',
  县人民政府: null,
  教育部门: null,
  城市管理局: null,
  示范区管理委员会: null,
  中心城区供水规划: null,
  全省普及普惠县建设: null,
  国家级示范区建设: null,
  农村社区建设规划: null,
  银行间债券市场债券估值业务管理办法: null,
  北京市数据专区建设方案: '北京市',
  '2026年云岭省政府工作报告': '云岭省',
  '“十五五”云岭省教育规划': '云岭省',
  二〇二六年云岭省政府工作报告: '云岭省',
  自治区人民政府办公厅: null,
  共青团云岭市委员会: '云岭市',
  香港特别行政区政府: '香港特别行政区',
  新疆生产建设兵团教育局: '新疆生产建设兵团',
  新疆生产建设兵团第八师石河子市: '新疆生产建设兵团第八师石河子市',
  第八师石河子市人民政府: '第八师石河子市',
  云岭经济技术开发区管理委员会: '云岭经济技术开发区',
  云岭省清河高新区管委会: '云岭省清河高新区',
  合肥高新区教育局: '合肥高新区',
  高新技术产业开发区管理委员会: null,
  开发区管委会: null,
  清河市郊区人民政府: '清河市郊区',
  清河市郊区供水规划: '清河市',
  大兴安岭行署: '大兴安岭地区',
  清河市东山区木厂镇人民政府: '清河市东山区木厂镇',
  各乡镇人民政府: null,
  都市区规划: null,
}

for (const [name, place] of Object.entries(PLACES)) test(name, () => expect(placeOf(name)).toBe(place))

test('a plan below a notice has the place of the notice', async () => {
  const {documents} = await parse(`云岭县人民政府关于印发行动方案的通知
云政发〔2024〕3号
各乡镇人民政府：
现将《学前教育行动方案》印发给你们，请认真贯彻执行。
云岭县人民政府
2024年3月1日
学前教育行动方案
一、总体目标
到2025年，普惠性幼儿园覆盖率达到90%以上。
二、保障措施
加强组织领导。
`)
  expect(documents.length).toBeGreaterThan(1)
  expect([...placesOf({documents}).values()]).toEqual(documents.map(() => '云岭县'))
})

test('a short name that a title begins with, and a name in full above', async () => {
  const short = async (title: string) =>
    [...placesOf(await parse(`${title}\n一、总体目标\n到2025年，入园率达到90%。\n`)).values()][0]
  expect(await short('张掖教育现代化行动纲要')).toBe('张掖市')
  expect(await short('湖南乡村教师发展规划')).toBe('湖南省')
  expect(await short('长治久安工作方案')).toBe(null)
  expect(await short('南京大学发展规划')).toBe(null)
  const {documents} = await parse(`中共清河市东山区委员会办公室关于印发《东山区教育发展规划》的通知
各单位：
现将《东山区教育发展规划》印发给你们。
2024年3月1日
东山区教育发展规划
一、总体目标
到2025年，入园率达到90%。
`)
  expect([...placesOf({documents}).values()]).toEqual(documents.map(() => '清河市东山区'))
})

test.each([
  ['江苏镇江学前教育发展规划', '镇江市'],
  ['张掖教育现代化2035行动纲要', '张掖市'],
  ['南京大学章程', null],
])('a title by its short name: %s', async (title, place) => {
  const {documents} = await parse(`${title}\n一、总体要求\n到2025年，全市覆盖率达到90%。\n`)
  expect(documents[0]!.title).toBe(title)
  expect([...placesOf({documents}).values()][0]).toBe(place)
})

test('of a report to a congress, from where it was given or in whose name', async () => {
  const place = async (text: string) => [...placesOf(await parse(text)).values()][0]
  const report = (line: string, says: string) =>
    `政府工作报告\n——2026年1月26日在${line}\n省长　王一\n各位代表：\n现在，我代表${says}，向大会报告工作，请予审议。\n一、总体要求\n覆盖率达到90%。\n`
  expect(await place(report('云岭省第十四届人民代表大会第五次会议上', '省人民政府'))).toBe('云岭省')
  expect(await place(report('第十四届人民代表大会第五次会议上', '云岭省人民政府'))).toBe('云岭省')
  expect(await place(report('第十四届人民代表大会第五次会议上', '省人民政府'))).toBe(null)
})

test('a name that several places have is told by the longer one beside it', async () => {
  const {documents} = await parse(`发布机构：清河市东山区教育局
东山区教育局关于做好招生工作的通知
各学校：
请认真执行。
东山区教育局
2024年3月1日
`)
  expect([...placesOf({documents}).values()]).toEqual(['清河市东山区'])
})
