// Shards: together they are the whole, byte for byte; a new file moves no other; what does not belong together is told.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {batch} from '../../src/batch/batch.ts'
import {readEntries, readHead} from '../../src/batch/manifest-file.ts'
import {mergeManifests} from '../../src/batch/merge.ts'
import {inShard, missing, shardOf} from '../../src/text/shard.ts'

let dir: string
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-shards-'))
  fs.mkdirSync(path.join(dir, 'in'))
  for (let i = 0; i < 20; i++) put(`n${i}.txt`, `云岭县通知${i}\n一、到20${10 + i}年覆盖率达到${i}%。\n`)
  put('broken.rar', 'Rar!\u001a\u0007\u0000')
})
afterEach(() => fs.rmSync(dir, {recursive: true, force: true}))

const at = (...parts: string[]): string => path.join(dir, ...parts)
const put = (name: string, text: string): void => fs.writeFileSync(at('in', name), text)
const text = (...parts: string[]): string => fs.readFileSync(at(...parts), 'utf8')
const visible = (root: string): string[] => fs.readdirSync(root).filter(name => !/^manifest-/.test(name))
const shards = (of: number) => Array.from({length: of}, (_, i) => ({number: i + 1, of}))

async function inShards(of: number, output = at('parts')): Promise<string[]> {
  for (const shard of shards(of)) await batch([at('in')], {output, shard})
  return shards(of).map(({number}) => path.join(output, `manifest-${number}-of-${of}.json`))
}

describe('membership', () => {
  test('every path is in exactly one shard, and does not ask what other files there are', () => {
    const paths = Array.from({length: 1000}, (_, i) => `notices/${i % 7}/通知${i}.html`)
    for (const of of [1, 3, 16]) {
      const counts = shards(of).map(shard => paths.filter(p => inShard(p, shard)).length)
      expect(counts.reduce((a, b) => a + b)).toBe(paths.length)
      expect(Math.min(...counts)).toBeGreaterThan((0.6 * paths.length) / of)
    }
    // Fixed for good: an archive that was split by an older version is split the same way.
    expect(paths.slice(0, 8).map(p => shards(4).find(s => inShard(p, s))!.number)).toMatchInlineSnapshot(`
      [
        2,
        4,
        3,
        3,
        4,
        2,
        2,
        2,
      ]
    `)
  })

  test.each(['0/2', '3/2', '1', '1/0', '-1/2', '1/2/3', 'a/b', ''])('%j is no shard', text => {
    expect(() => shardOf(text)).toThrow(RangeError)
  })

  test('what is missing, and what does not belong together', () => {
    expect(missing([])).toEqual([])
    expect(missing([{number: 2, of: 3}])).toEqual([
      {number: 1, of: 3},
      {number: 3, of: 3},
    ])
    expect(() => missing([shardOf('1/2'), shardOf('1/2')])).toThrow('twice')
    expect(() => missing([shardOf('1/2'), shardOf('2/3')])).toThrow('expected one of 2')
  })
})

describe('a run in shards', () => {
  test('and a merge leave what one run leaves, byte for byte', async () => {
    await batch([at('in')], {output: at('whole')})
    const manifests = await inShards(3)
    expect(mergeManifests(manifests, at('parts/manifest.json'))).toBe(21)
    expect(visible(at('parts'))).toEqual(visible(at('whole')))
    for (const name of visible(at('whole'))) expect(text('parts', name)).toBe(text('whole', name))
  })

  test('runs again only what is new', async () => {
    await inShards(2)
    put('new.txt', '新通知\n一、垃圾分类。\n')
    const parsed: string[] = []
    for (const shard of shards(2))
      await batch([at('in')], {output: at('parts'), shard, onDone: ({entry}) => parsed.push(path.basename(entry.path))})
    // What failed is tried again.
    expect(parsed.sort()).toEqual(['broken.rar', 'new.txt'])
  })

  test('after a merge, another number of shards knows what stands', async () => {
    mergeManifests(await inShards(2), at('parts/manifest.json'))
    const parsed: string[] = []
    for (const shard of shards(3))
      await batch([at('in')], {output: at('parts'), shard, onDone: ({entry}) => parsed.push(path.basename(entry.path))})
    expect(parsed).toEqual(['broken.rar'])
  })
})

describe('merge', () => {
  test('says which shard is missing, and writes nothing', async () => {
    const manifests = await inShards(3)
    expect(() => mergeManifests([manifests[0]!, manifests[2]!], at('all.json'))).toThrow('shard 2/3 is missing')
    expect(fs.existsSync(at('all.json'))).toBe(false)
  })

  test('refuses what is no manifest, of other options, or there already', async () => {
    const [one, two] = (await inShards(2)) as [string, string]
    fs.writeFileSync(at('other.json'), '{"schema": "policy/1"}\n')
    expect(() => mergeManifests([one, at('other.json')], at('all.json'))).toThrow('other.json: is not a manifest')
    await batch([at('in')], {output: at('kept'), shard: shardOf('2/2'), parse: {script: 'keep'}})
    expect(() => mergeManifests([one, at('kept/manifest-2-of-2.json')], at('all.json'))).toThrow('other options')
    await batch([at('in')], {output: at('whole')})
    expect(() => mergeManifests([at('whole/manifest.json'), one], at('all.json'))).toThrow('is missing')
    expect(() => mergeManifests([at('whole/manifest.json'), one, two], at('all.json'))).toThrow('two of the manifests')
    expect(visible(dir).includes('all.json')).toBe(false)
  })
})

test('a manifest on disk is its JSON, and is read back entry by entry', async () => {
  const manifest = await batch([at('in')], {output: at('whole')})
  expect(text('whole/manifest.json')).toBe(`${JSON.stringify(manifest, null, 1)}\n`)
  expect({...readHead(at('whole/manifest.json')), entries: [...readEntries(at('whole/manifest.json'))]}).toEqual(
    manifest,
  )
  const none = await batch([at('in')], {output: at('none'), shard: {number: 1, of: 999_999}})
  expect(none.entries).toEqual([])
  expect(text('none/manifest-1-of-999999.json')).toBe(`${JSON.stringify(none, null, 1)}\n`)
})
