// What repair suggests and does not do: lost dashes, digits, brackets and first characters.
import {expect, test} from 'vitest'
import {type RepairRule, repair} from '../../src/repair/repair.ts'
import {lostBracket} from '../../src/repair/rules/lost-bracket.ts'
import {lostCharacter} from '../../src/repair/rules/lost-character.ts'
import {lostDash} from '../../src/repair/rules/lost-dash.ts'
import {lostDigit} from '../../src/repair/rules/lost-digit.ts'
import {lostDot} from '../../src/repair/rules/lost-dot.ts'
import {lostHalves} from '../../src/repair/rules/lost-halves.ts'

/** What was found, and the candidate for it. The text must stay. */
async function suggestions(rule: RepairRule, text: string): Promise<string[]> {
  const repaired = await repair(text, {}, [rule])
  expect(repaired.text).toBe(text)
  return repaired.diagnostics.map(d => `${text.slice(d.span!.start, d.span!.end)} → ${d.note}`)
}

test.each([
  ['《教师培训20202023年规划》', ['20202023 → 2020—2023年']],
  ['面向03岁婴幼儿和36岁儿童', ['03 → 0—3岁', '36 → 3—6岁']],
  [
    '组建2-3个集团，每年1-2所，选3-5名。《20202023年计划》使学生掌握24项技能，配备23名教师',
    ['20202023 → 2020—2023年', '24 → 2—4项', '23 → 2—3名'],
  ],
  [
    '专家组于2004年4月14日15日调查，位于海拔480560米处，2019年2022年完成，投入12001500万元',
    ['14日15 → 14日—15日', '480560 → 480—560米', '2019年2022 → 2019年—2022年', '12001500 → 1200—1500万'],
  ],
  ['共480560人，投入12001500万元，4月14日、15日', []],
  ['2020—2023年，20201231年报，36岁教师，掌握13项技能，编号20202023', []],
  ['组建2-3个集团，每年1-2所，选3-5名，使学生掌握13项技能', []],
])('lost dash: %s', async (text, found) => expect(await suggestions(lostDash, text)).toEqual(found))

test.each([
  ['1995年月28日通过', ['1995年月28日']],
  ['根据20098月27日的决定，自026年5月起', ['20098月27日', '026年5月']],
  ['206年度计划（教办〔202〕12号）', ['206年度', '〔202〕']],
  ['2026年13月2日，2026年4月31日，2026年4月45日', ['2026年13月', '2026年4月45日']],
  ['2026年月日，2026年12月日，2026年度，保存200年，共1026年，〔2026〕12号，投入2026万元', []],
])('lost digit: %s', async (text, found) => {
  const repaired = await repair(text, {}, [lostDigit])
  expect(repaired.text).toBe(text)
  expect(repaired.diagnostics.map(d => text.slice(d.span!.start, d.span!.end))).toEqual(found)
})

test.each([
  ['（中办发2018〕62号）', ['2018〕 → 〔2018〕']],
  ['国办发〔2020 3号', ['〔2020 → 〔2020〕']],
  ['《发展方案2019—2022年）》的通知', ['2019—2022年） → （2019—2022年）']],
  ['《管理办法试行）》', ['试行） → （试行）']],
  ['中办发〔2018〕62号《方案（2019—2022年）》（试行）', []],
  ['（2010年通过，2019年第二次修订）', []],
  ['1）目标\n2）内容', []],
])('lost bracket: %s', async (text, found) => expect(await suggestions(lostBracket, text)).toEqual(found))

test.each([
  ['方案\n1.拔优秀校长\n（二）极推进网上教研', ['拔 → 选拔优秀', '极 → 积极推进']],
  ['方案\n3.立与外地的交流机制', ['立 → 建立与外']],
  ['深入推进课程改革。\n　　2．进课程建设', ['进 → 推进课程']],
  ['方案\n1.极大提高质量\n2.立足实际\n3.进一步改革\n4.化解矛盾\n5.强化管理\n6.展示成果', []],
  ['举办大件活动，参加大件活动\n1.大件活动的承办者\n2.极机密\n3.极可能发生的交易\n4.持卡人申请', []],
  ['我们推进一步一步改革，建立德育体系\n1.进一步改革\n2.立德树人', []],
])('lost character: %s', async (text, found) => expect(await suggestions(lostCharacter, text)).toEqual(found))

test.each([
  ['第?八条 基金管理人应当编制季度报告。', ['?']],
  ['单户担保金额?00万元以上的再担保业务', ['?']],
  ['企??应当披露相关信??，并在报?? 公告', ['??', '??', '??']],
  ['编号为?的，2018年?月起施行', []],
  ['实在高？？好！', []],
  ['第一条 什么是农村公路?农村公路是指县道、乡道、村道。\n第二条 谁负责养护?县级人民政府负责。是否收费？不收费。', []],
  ['到2030年？到那时再说。他说：“难道不？”', []],
  ['见 http://www.example.gov.cn/a?id=1，以及附件?一览', []],
])('marks of lost bytes: %s', async (text, found) => {
  const repaired = await repair(text, {}, [lostHalves])
  expect(repaired.text).toBe(text)
  expect(repaired.diagnostics.map(d => text.slice(d.span!.start, d.span!.end))).toEqual(found)
  expect(repaired.guesses.map(g => g.certainty)).toEqual(found.map(() => 'lost'))
})

test('a byte that took the < of a tag with it: the rest of the tag goes, the mark stays lost', async () => {
  const text = '校园安全工作措?/p>\n一、加强值?\n(一?/p>\n是否已经整改?\n'
  const repaired = await repair(text, {}, [lostHalves])
  expect(repaired.text).toBe('校园安全工作措?\n一、加强值?\n(一?\n是否已经整改?\n')
  expect(repaired.guesses.map(g => g.certainty)).toEqual(['lost', 'lost', 'lost'])
  expect(repaired.diagnostics).toHaveLength(3)
})

test('an item without its dot behind one with it is told, what is counted is not', async () => {
  const told = async (text: string): Promise<(string | undefined)[]> =>
    (await repair(text, {}, [lostDot])).diagnostics.map(d => d.note)
  expect(await told('19.推进改革\n20支持创新\n21.加强监管')).toEqual(['20.支'])
  expect(await told('19.推进改革\n20名教师参加\n20支持\n3完善')).toEqual(['20.支'])
  expect(await told('2完善机制\n3、加强监管')).toEqual([])
})
