/** Lines of letters and circulars of Hong Kong departments: salutation, letterhead, 代行, 副本送. */
import {isBody} from '../metadata/bodies.ts'

/** 执事先生／女士： · 各位校长： over the subject of a letter. */
export const isSalutation = (text: string): boolean =>
  text.length <= 24 && /[:：]$/.test(text) && /^(?:执事|敬启者|各位|致?尊敬的|亲爱的)[^，。；]{0,16}[:：]$/.test(text)

/** 尊敬的居民朋友们： names whom a text is for; 执事先生： and 各位校长： only greet. */
export const namesReaders = (text: string): boolean => /^致?(?:尊敬|亲爱)的.{2,}[:：]$/.test(text)

/** The sender's name or address above the subject: 香港金钟道66号 · 九龙观塘道300号3楼. */
export const isLetterhead = (text: string): boolean =>
  text.length <= 40 && (isBody(text) || /^(?:香港|九龙|新界)[\u3400-\u9fff\d、，\s]{2,34}[号楼室座厦心]$/.test(text))

/** A line of a head that only circulars of Hong Kong have: their number by year, 档号, a salutation. */
export const isOfCircular = (text: string): boolean =>
  text.length <= 60 &&
  (/第\s{0,2}\d{1,4}\s{0,2}[/／]\s{0,2}\d{4}\s{0,2}号/.test(text) ||
    /^档\s{0,4}号\s{0,2}[:：]/.test(text) ||
    isSalutation(text))

const OFFICE = /(?:署长|局长|处长|专员|总监|秘书长|关长|校长|总裁|主任)$/
const FOR_THE_OFFICE = /^[（(]?\s{0,4}([\u3400-\u9fff\u{20000}-\u{323af}]{2,4})[\s\u3000]{0,12}代行\s{0,4}[)）]?$/u

/** Whether two lines are an office and who signs for it: 食物环境卫生署署长 + （李小明　代行）. */
export const isSignedFor = (office: string, person: string): boolean =>
  office.length <= 30 && person.length <= 24 && OFFICE.test(office) && FOR_THE_OFFICE.test(person)

/** The person who signs for an office; undefined when the line is none such. */
export const signedFor = (text: string): string | undefined =>
  text.length <= 24 && text.includes('代行') ? FOR_THE_OFFICE.exec(text)?.[1] : undefined
