/** Folders → the files in them that may be pages, in one fixed order; links are not followed out of the folder. */
import fs from 'node:fs'
import path from 'node:path'
import {isNoPage, isUnseen} from './page-names.ts'

export interface Input {
  /** As the user would write it, with `/`. */
  readonly path: string
  /** Relative to its folder (and under the folder's name when there are several), with `/`. */
  readonly relative: string
  readonly bytes: number
  readonly modified: number
}

export interface WalkOptions {
  /** What the run writes, a file or a folder: no input. */
  readonly leaveOut?: string | undefined
  /** Called for a folder below the roots that cannot be read, and for each file that is left out by its name. */
  readonly onTrouble?: ((folder: string, error: unknown) => void) | undefined
  readonly onLeftOut?: ((file: string) => void) | undefined
}

/**
 * Every file below the folders, save those whose names are those of no page.
 * @throws with the path in the message when a folder cannot be read and nobody is told
 */
export function walk(roots: readonly string[], {leaveOut, onTrouble, onLeftOut}: WalkOptions = {}): Input[] {
  const out: Input[] = []
  const skip = leaveOut === undefined ? null : path.resolve(leaveOut)
  for (const root of roots) {
    const base = placeOf(root)
    const under = roots.length > 1 ? `${path.basename(path.resolve(root))}/` : ''
    const stack: string[] = ['']
    for (let dir = stack.pop(); dir !== undefined; dir = stack.pop()) {
      for (const name of namesIn(path.join(root, dir), dir === '' ? undefined : onTrouble)) {
        if (isUnseen(name)) continue
        const relative = dir === '' ? name : `${dir}/${name}`
        const full = path.join(root, relative)
        const stat = inside(full, base)
        if (!stat || path.resolve(full) === skip) continue
        if (stat.isDirectory()) stack.push(relative)
        else if (stat.isFile() && isNoPage(name)) onLeftOut?.(full)
        else if (stat.isFile())
          out.push({
            path: full.split(path.sep).join('/'),
            relative: under + relative,
            bytes: stat.size,
            modified: stat.mtimeMs,
          })
      }
    }
  }
  return out.sort((a, b) => (a.relative < b.relative ? -1 : a.relative > b.relative ? 1 : 0))
}

function namesIn(folder: string, onTrouble: WalkOptions['onTrouble']): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (error) {
    if (!onTrouble) throw error
    onTrouble(folder, error)
    return []
  }
}

type Found = Pick<fs.Stats, 'isDirectory' | 'isFile' | 'size' | 'mtimeMs'>

/** A file whose name is in another encoding, as unpacked archives have them: it cannot be read, which must be told. */
const UNNAMED: Found = {isDirectory: () => false, isFile: () => true, size: 0, mtimeMs: 0}

/** What a name stands for; nothing when it is a link that leads out of `base`, a folder by another way, or nowhere. */
function inside(full: string, base: string): Found | null {
  try {
    const own = fs.lstatSync(full)
    if (!own.isSymbolicLink()) return own
    const target = fs.realpathSync(full)
    const stat = fs.statSync(target)
    return stat.isFile() && target.startsWith(base + path.sep) ? stat : null
  } catch {
    return full.includes('\uFFFD') ? UNNAMED : null
  }
}

/** A root without links; what is wrong with it is told by the name that was given. */
function placeOf(root: string): string {
  try {
    if (fs.statSync(root).isFile()) throw new Error('is a file, expected a folder')
    return fs.realpathSync(root)
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, {path: root})
  }
}
