/** The name of a folder → the folder, and those above it that are missing. */
import fs from 'node:fs'
import path from 'node:path'

/**
 * Makes one folder after the other. Node's own way (`recursive`) tries for ever where a file system takes no folders (/proc),
 * and says "no such file" of one that can only be read.
 * @throws with the folder as `path` when it cannot be made, or a file bears its name
 */
export function makeFolder(folder: string): void {
  const missing = [path.resolve(folder)]
  const {root} = path.parse(missing[0]!)
  for (let above = path.dirname(missing[0]!); above !== root && !fs.existsSync(above); above = path.dirname(above))
    missing.push(above)
  try {
    for (const one of missing.reverse()) makeOne(one)
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, {path: folder})
  }
}

/** Makes a folder whose place stands; another process may have made it meanwhile. */
function makeOne(folder: string): void {
  try {
    fs.mkdirSync(folder)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && fs.statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return
    if (code === 'ENOENT') throw new Error('no folder can be made here')
    throw error
  }
}
