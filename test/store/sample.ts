// Three small notices in two folders, what their Results are, and indexes of them.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {walk} from '../../src/batch/walk.ts'
import type {Result} from '../../src/model/result.ts'
import {parse} from '../../src/pipeline.ts'

const PAGES: Readonly<Record<string, string>> = {
  'a/yunling.txt': `云岭县人民政府关于推进学前教育的实施意见
云教发〔2024〕3号
各乡镇人民政府：
一、总体目标
到2025年，普惠性幼儿园覆盖率达到90%以上，学前三年毛入园率达到95%。
二、重点任务
（一）落实“县管校聘”。推进教师交流，优质 均衡发展，给予每所幼儿园5万元补贴。
（二）立德树人、全面发展。建设5G智慧校园。
云岭县人民政府
2024年3月1日
`,
  'a/qinghe.txt': `清河市教育局关于印发《清河市学前教育规划》的通知
一、目标
到2025年，学前教育毛入园率达到92%，公办园在园幼儿占比达到50%以上。
1.财政补贴。按生均每年600元补助。
`,
  'b/taiwan.txt': '學前教育實施辦法\n第一條 為推動學前教育，補貼幼兒園。\n第二條 幼兒園覆蓋率應達95%。\n',
}

export interface Sample {
  readonly dir: string
  readonly roots: readonly string[]
  readonly inputs: () => ReturnType<typeof walk>
  readonly results: () => Promise<Result[]>
  readonly gone: () => void
}

/** The notices in a folder of their own. */
export function sample(): Sample {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-store-'))
  for (const [name, text] of Object.entries(PAGES)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), {recursive: true})
    fs.writeFileSync(path.join(dir, name), text)
  }
  const roots = [path.join(dir, 'a'), path.join(dir, 'b')]
  const inputs = () => walk(roots, {leaveOut: path.join(dir, 'out')})
  return {
    dir,
    roots,
    inputs,
    results: () => Promise.all(inputs().map(i => parse(fs.readFileSync(i.path), {path: i.path}))),
    gone: () => fs.rmSync(dir, {recursive: true, force: true}),
  }
}
