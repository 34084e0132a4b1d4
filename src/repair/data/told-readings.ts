/**
 * Readings of everyday characters that authors tell their readers, since the character is mostly read otherwise: in
 * surnames, in names of places, in words of the classics. Syllables as in pinyin, without tones, each with its characters.
 */
const TOLD =
  'beng蚌 bi秘费 bo柏百 chong种 dai大 e阿 ge盖葛 guo涡 hua华 ji纪济 kuai会 lao乐 li丽 lu六 miao缪 mo万 mu牟 na那 nai能 ning宁 ou区 pan番 pi陂否 piao朴 po泊 qin覃 qiu仇 ren任 shan单 she折 shen莘 tai台 tan覃 tong洞 xia厦 xian洗 xie解 xing省 xun浚 yan铅燕 ye叶 yu尉蔚 yue乐说 yun员 zeng曾 zha查 zhai翟祭'

const told = new Map(
  TOLD.split(' ').map(entry => {
    const base = /^[a-z]+/.exec(entry)![0]
    return [base, entry.slice(base.length)] as const
  }),
)

/** Whether an author may have told this reading of an everyday character. */
export const isTold = (character: string, base: string): boolean => told.get(base)?.includes(character) ?? false
