// Numbers, bodies, titles and annex heads: what is read as one, and what only looks like one.
import {describe, expect, test} from 'vitest'
import {issuersOf, readBodies} from '../../src/structure/metadata/bodies.ts'
import {readNumber} from '../../src/structure/metadata/numbers.ts'
import {readAnnexHead} from '../../src/structure/page/annexes.ts'
import {isTitle, kindOf} from '../../src/structure/page/kinds.ts'

describe('发文字号', () => {
  test.each([
    ['国发〔2019〕4号', '国发〔2019〕4号'],
    ['包府办发[2022]43号', '包府办发〔2022〕43号'],
    ['临财社［2021］ 36 号', '临财社〔2021〕36号'],
    ['(皖开放办(2022)6号)', '皖开放办〔2022〕6号'],
    ['东党办发2019〕43号', '东党办发〔2019〕43号'],
    ['东党办发〔2019 43号', '东党办发〔2019〕43号'],
    ['中国人民银行公告〔2023〕第19号', '中国人民银行公告〔2023〕第19号'],
    ['国令第707号', '国令第707号'],
    ['第 31 号', '第31号'],
  ])('%s is %s', (text, value) => expect(readNumber(text)?.value).toBe(value))

  test.each([
    '根据国发〔2019〕4号文件要求',
    '2019年4号',
    '幸福路2019号',
    '自2020年1月1日起',
    '3号楼',
    '国发〔2019〕4号 各省人民政府：',
  ])('%s is none', text => expect(readNumber(text)).toBeUndefined())
})

describe('bodies', () => {
  test.each([
    ['中共聊城市委 聊城市人民政府', ['中共聊城市委', '聊城市人民政府']],
    ['最高人民法院、最高人民检察院', ['最高人民法院', '最高人民检察院']],
    ['省推进“三地一区”建设领导小组办公室', ['省推进“三地一区”建设领导小组办公室']],
    ['商务部（条法司）', ['商务部（条法司）']],
  ])('%s', (text, names) => expect(readBodies(text)?.map(name => name.text)).toEqual(names))

  test.each(['根据国务院', '总体要求', '由县教育局负责', '市政府关于', '推进落实到局'])('%s names none', text =>
    expect(readBodies(text)).toBeUndefined(),
  )

  test.each([
    ['国务院办公厅关于加强工作的意见', ['国务院办公厅']],
    ['财政部、税务总局公告', ['财政部', '税务总局']],
    ['国务院办公厅对十届全国人大四次会议建议的答复', ['国务院办公厅']],
    ['市教育局印发《关于减负的意见》的通知', ['市教育局']],
    ['关于加强工作的意见', []],
    ['安全生产专项整治方案', []],
  ])('%s is issued by %j', (title, names) => expect(issuersOf(title).map(name => name.text)).toEqual(names))
})

describe('文种', () => {
  test.each([
    ['关于印发《某县实施方案》的通知', '通知'],
    ['某县农村饮水行动方案（2020—2022年）', '行动方案'],
    ['家长学校活动实施方案 3', '实施方案'],
    ['某办法（试行）', '办法'],
    ['中国人民银行公告〔2023〕第19号', '公告'],
    ['志愿服务活动总结篇二', '总结'],
  ])('%s → %s', (title, kind) => expect(kindOf(title)).toBe(kind))

  test.each(['典型经验做法', '发出指令', '总体要求'])('%s has none', title => expect(kindOf(title)).toBeUndefined())

  test.each(['一、实施方案', '制定本方案，报县政府批准后实施方案', '关于印发《某县实施方案', '按照本方案。'])(
    '%s is no title',
    text => expect(isTitle(text)).toBe(false),
  )
})

describe('annex heads', () => {
  test.each([
    ['附件', {number: '', colon: false, title: ''}],
    ['附件2', {number: '2', colon: false, title: ''}],
    ['附件一：责任分工表', {number: '一', colon: true, title: '责任分工表'}],
    ['【附件3】 名单', {number: '3', colon: false, title: '名单'}],
  ])('%s', (text, head) => expect(readAnnexHead(text)).toEqual(head))

  test.each(['附件所列事项由各部门负责。', '附则', '附近居民', '附件1、2、3所列标准，自公布之日起施行', '附条件批准'])(
    '%s is none',
    text => expect(readAnnexHead(text)).toBeUndefined(),
  )
})
