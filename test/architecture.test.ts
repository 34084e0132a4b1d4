// The floors: imports go downward, never to a neighbour, and a file stays short enough to read at once.
import fs from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'

/** The ground is 0. Folders on one floor do not know each other; a file directly in src/ is named by itself. */
const FLOORS: Record<string, number> = {
  text: 0,
  model: 1,
  version: 1,
  read: 2,
  repair: 2,
  structure: 2,
  extract: 2,
  assemble: 2,
  emit: 2,
  check: 2,
  pipeline: 3,
  batch: 4,
  store: 4,
  report: 5,
  index: 5,
  cli: 6,
}

const files = (fs.readdirSync('src', {recursive: true}) as string[])
  .map(file => file.replaceAll(path.sep, '/'))
  .filter(file => file.endsWith('.ts'))
  .sort()
const roomOf = (file: string): string => file.split('/')[0]!.replace(/\.ts$/, '')
const textOf = (file: string): string => fs.readFileSync(path.join('src', file), 'utf8')

/** The files of ours that a file imports at run time or as types, and how. */
function imports(file: string): {target: string; typeOnly: boolean}[] {
  const found = textOf(file).matchAll(
    /(import|export)( type)?[^'"`;]{0,2000}?from '(\.[^']+)'|import\('(\.[^']+)'\)|import '(\.[^']+)'/g,
  )
  return [...found].map(m => ({
    target: path.posix.join(path.posix.dirname(file), m[3] ?? m[4] ?? m[5]!),
    typeOnly: m[2] !== undefined,
  }))
}

test('every folder of src has its floor', () => {
  expect([...new Set(files.map(roomOf))].filter(room => !(room in FLOORS))).toEqual([])
})

test('imports go downward only, and lead somewhere', () => {
  const wrong = files.flatMap(file =>
    imports(file)
      .map(({target}) => target)
      .filter(target => !fs.existsSync(path.join('src', target)) || !below(file, target))
      .map(target => `${file} → ${target}`),
  )
  expect(wrong).toEqual([])
})

const below = (file: string, target: string): boolean =>
  roomOf(target) === roomOf(file) || FLOORS[roomOf(target)]! < FLOORS[roomOf(file)]!

const written = files.filter(file => !file.endsWith('.generated.ts'))
test('a file opens by saying what it is', () => {
  expect(written.filter(file => !textOf(file).startsWith('/**'))).toEqual([])
})
test('a file is short', () => {
  expect(written.filter(file => textOf(file).split('\n').length > 270)).toEqual([])
})

test('zod is loaded by the model and the check only: parsing one page does not wait for it', () => {
  const loads = (file: string) => imports(file).filter(({target, typeOnly}) => !typeOnly && roomOf(target) === 'model')
  const wrong = files.filter(
    file =>
      !['model', 'check'].includes(roomOf(file)) &&
      (loads(file).length > 0 || /^import (?!type)[^\n]{1,200}'zod'/m.test(textOf(file))),
  )
  expect(wrong).toEqual([])
})
