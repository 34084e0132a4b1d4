/** Input names → output names: below the output folder, never longer than a name may be, never two the same. */
import {sha256} from '../text/hash.ts'
import {MANIFEST_NAME} from './manifest.ts'
import type {Input} from './walk.ts'

/** The longest file name that common file systems take, in bytes. */
const LONGEST = 255
const SUFFIX = '.json'

/**
 * Where each input's Result goes: the same relative path and `.json`. A name that would be too long, or that another
 * input has but for case or Unicode normalisation, is told apart by a hash of the path.
 * @throws RangeError when two folders give the same path
 */
export function outputNames(inputs: readonly Input[]): string[] {
  const taken = new Set<string>()
  const seen = new Set<string>()
  return inputs.map(({relative}) => {
    if (seen.has(relative)) throw new RangeError(`two inputs are called ${relative}`)
    seen.add(relative)
    let name = relative + SUFFIX
    if (tooLong(name) || taken.has(folded(name)) || MANIFEST_NAME.test(folded(name))) name = hashed(relative)
    taken.add(folded(name))
    return name
  })
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase()

const tooLong = (name: string): boolean => name.split('/').some(part => Buffer.byteLength(part) > LONGEST - 16)

/** Folder parts and the file name cut to a safe length, the name with a hash of the whole path. */
function hashed(relative: string): string {
  const parts = relative.split('/').map(part => cutTo(part, 200))
  const mark = sha256(relative).slice(0, 12)
  return `${parts.join('/')}~${mark}${SUFFIX}`
}

function cutTo(part: string, bytes: number): string {
  let out = ''
  let length = 0
  for (const character of part) {
    length += Buffer.byteLength(character)
    if (length > bytes) break
    out += character
  }
  return out
}
