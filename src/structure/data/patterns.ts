/** What markers look like at the head of a line, and what follows numbers that are none. */
import {ARTICLE, CHAPTER, PART, SECTION, SUBPART} from './kinds.ts'
import {CJK_DIGITS, FORMAL_DIGITS} from './markers.ts'

/** What 第…N names. */
export const UNITS = {
  编: PART,
  編: PART,
  篇: PART,
  部分: PART,
  分编: SUBPART,
  分編: SUBPART,
  章: CHAPTER,
  节: SECTION,
  節: SECTION,
  条: ARTICLE,
  條: ARTICLE,
} as const satisfies Record<string, number>

/** 第十七条之一 · 第 1 0 条 · 第3-1条 · 第一部分： */
export const NTH = new RegExp(
  `^第\\s{0,2}((?:[\\d０-９]\\s{0,2}){1,4}|(?:[${CJK_DIGITS}]\\s{0,2}){1,9})(?:[-－—](\\d{1,3})\\s{0,2})?(分编|分編|部分|编|編|篇|章|节|節|条|條)(?:\\s{0,2}之\\s{0,2}([${CJK_DIGITS}]{1,3}|\\d{1,2})(?![${CJK_DIGITS}\\d分]))?[：:、．.]?`,
)
/** 第一、坚持 · 第一 坚持 · 其一，坚持 */
export const ORDINAL_LIST = new RegExp(
  `^[第其]([${CJK_DIGITS}]{1,3})(?:[、，,：:．.]|[ \\u3000]{1,4})(?=[\\u3400-\\u9fff“《「])`,
)
/** 一、 · 十二． · 三。 */
export const CJK_LIST = new RegExp(`^([${CJK_DIGITS}]{1,5})[ \\u3000]{0,3}([、．.，,：:]|。(?=.))`)
/** 一） with its first bracket lost, or never written. */
export const CJK_HALF = new RegExp(`^([${CJK_DIGITS}]{1,3})[ \\u3000]{0,2}[)）][、．.：:]?`)
/** 一 总则 */
export const CJK_SPACED = new RegExp(`^([${CJK_DIGITS}]{1,3})[ \\u3000]{1,4}(?=[\\u3400-\\u9fff])`)
/** 壹、 · 贰． */
export const FORMAL_LIST = new RegExp(`^([${FORMAL_DIGITS}]{1,3})[ \\u3000]{0,3}[、．.，,：:]`)
/** （一） · [二] · （ 十 一 ）、 */
export const CJK_BRACKETS = new RegExp(
  `^[(（〔［\\[][ \\u3000]{0,2}([${CJK_DIGITS}](?:[ \\u3000]?[${CJK_DIGITS}]){0,4}|[${FORMAL_DIGITS}]{1,3})[ \\u3000]{0,2}[)）〕］\\]][、．.：:]?`,
)
/** 1. · 2、 · ３． */
export const ARABIC_LIST = /^([\d０-９]{1,3})[ \u3000\n]{0,2}([.．、。﹒]|[，,：:](?=[\u3400-\u9fff]))/
/** 1 总则 */
export const ARABIC_SPACED = /^(\d{1,2})[ \u3000\t]{1,4}(?=[\u3400-\u9fff])/
/** 1总则, its whole line */
export const ARABIC_GLUED = /^(\d{1,2})(?=[\u3400-\u9fff][\u3400-\u9fff、“”《》（）与和及]{1,18}$)/
/** 01工作原则, its whole line */
export const ARABIC_ZERO = /^(0\d)(?=[\u3400-\u9fff]{2,16}$)/
/** 01 / 指导思想 */
export const ARABIC_SLASHED = /^(0\d)[ \u3000]{0,2}[/／|｜丨][ \u3000]{0,2}(?=[\u3400-\u9fff])/
/** 1.2 · 1.2.3、 */
export const DECIMALS = /^([\d０-９]{1,3}(?:[.．][\d０-９]{1,3}){1,4})(?:[ \u3000]{0,2}([.．、：:])(?!\d))?/
/** （1） · (２)、 */
export const ARABIC_BRACKETS = /^[(（〔［][ \u3000]{0,2}([\d０-９]{1,3})[ \u3000]{0,2}[)）〕］][、．.：:]?/
/** 1） · 2)、 */
export const RIGHT_BRACKET = /^([\d０-９]{1,3})[ \u3000]{0,1}[)）][、．.]?/
/** IV. · II、 */
export const ROMAN_LIST = /^([IVX]{1,5})[ \u3000]{0,2}[.．、)）]/
/** (ii) · iv. */
export const SMALL_ROMAN_LIST = /^(?:[(（]([ivx]{1,5})[)）]|([ivx]{1,5})(?:[)）]|[.．、](?![A-Za-z0-9])))/
/** a. · (B) · c、 */
export const LETTER_LIST = /^[(（]?([A-Za-z])[ \u3000]{0,1}(?:[)）]|[.．、](?![A-Za-z0-9]))/
/** 甲、 · 乙． · （丙）, but not 甲、乙双方, （甲）类 */
export const STEM_LIST = /^[甲乙丙丁戊己已巳庚辛壬癸][ \u3000]?[、．.](?![甲乙丙丁戊己庚辛壬癸])/
export const STEM_BRACKETS =
  /^[(（][ \u3000]?[甲乙丙丁戊己已巳庚辛壬癸][ \u3000]?[)）][、．.：:]?(?![类级种型组等方项至、和或])/
/** (-) and l. as a scan reads （一） and 1. */
export const DASH_BRACKETS = /^[(（][ \u3000]?[-—–─][ \u3000]?[)）][、．.]?(?=[\u3400-\u9fff“《])/
export const SCANNED_ONE = /^[lI|丨][.．、](?=[ \u3000]?[\u3400-\u9fff“《])/
/** 一.1 under 一、 */
export const CJK_DECIMAL = new RegExp(
  `^([${CJK_DIGITS}]{1,3})[.．]([1-9]\\d?)(?:[ \\u3000]{0,2}[、．.：:](?!\\d))?(?=[ \\u3000]{0,4}[\\u3400-\\u9fff“《])`,
)
/** ——保障水平 */
export const DASHES = /^(?:[—─–－―]{2,4}|-{2,3}(?!-)|[—–－](?=[\u3400-\u9fff]))/
/** What may follow a number in running text, in its own digits and counting up: 5、6月 · 一、二年级 · 3、4岁. */
const MEASURES = '年级|年|月|日|岁|号|班|期|级|类|线|产|季|周|次|批|环|流|档|楼|层|届|个|项|条|款|节'
/** 5、6月份 */
export const COUNTED_ARABIC = new RegExp(`^([\\d０-９]{1,3})(?:[、至到—－-][\\d０-９]{1,3})?(?:${MEASURES})`)
/** 一、二年级 */
export const COUNTED_CJK = new RegExp(
  `^([一二三四五六七八九十]{1,3})(?:[、至到—－-][一二三四五六七八九十]{1,3})?(?:${MEASURES})`,
)
/** 5亿元, .7%, 倍以上 */
export const MAGNITUDE = /^(?:[\d.]{0,6})(?:[%％‰亿万千百倍元个名所人米年月级班]|公里|公顷|平方|左右|以上|以下|℃)/
/**
 * 3所学校, 12个乡镇 and 6月底前 after `2.`: nobody counts two schools and three tenths. 家庭, 条件, 处置 and 个人 are words
 * that headings begin with (`1.1家校合作`).
 */
export const WHOLE =
  /^\d{0,3}(?:所(?![有需属得在])|家(?![庭校长政居访])|户(?![籍口外])|位(?![置于])|项(?!目)|条(?![件例款文])|座(?!谈)|处(?![置理罚分])|台(?![账帐风])|辆|名(?!以上|[称单义录])|个(?!百分|半?月|工作日|小时|课时|学[时分]|点|半|[人性体别])|(?<=^[1-9]|^1[0-2])月(?:[1-9底初上中下]|份))/
/** What follows a reference to an article: 第八条规定 · 第八条第二款 · 第八条至第十条; but 第二审, 项目, 目标 open an article. */
export const ARTICLE_REFERRED =
  /^(?:第[\d一二三四五六七八九十]{1,4}[款项条目节]|[至到和或与及、,，的之]|规定|所[列称述指]|款(?!项)|项(?!目)|目(?![标的录前])|中[的所规]|或者|以及|以[上下内外])/
/** The same after a space, where nearly all that stands is an article: 第八条 规定本市…, 第八条 和解协议… open one. */
export const ARTICLE_REFERRED_SPACED =
  /^[ \u3000](?:第[\d一二三四五六七八九十]{1,4}[款项]|(?:[至到和或与及、]|以及|或者)[ \u3000]?第[\d一二三四五六七八九十]{1,6}[条款项]|规定的|所[列称述指])/
/** What follows a reference to an item, or a number that is none: （三）至（五）项 · （一）项 · （1）班. */
export const ITEM_REFERRED =
  /^[ ]?(?:[至到和或与及、—－-]?[(（](?=[\d一二三四五六七八九十])|[至到和或与及](?=第)|(?:项(?!目)|款(?![项式])|目(?![标的录前])|班(?![子级])|级(?![别联]))(?![\u3400-\u9fff]{0,6}[：:。])|所[列称述])/
