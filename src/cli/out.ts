/** Text → standard output or a file: with back-pressure, quiet when the reader goes away, a file whole or not at all. */
import fs from 'node:fs'
import path from 'node:path'

export interface Out {
  readonly write: (text: string) => Promise<void>
  /** The output is complete. */
  readonly done: () => Promise<void>
}

/** Standard output, or the file of `--output`. */
export const output = (file: string | boolean | undefined): Out =>
  typeof file === 'string' && file !== '-' ? toFile(file) : toStdout()

/** Standard output. The process is never ended while text is still on its way, except when nobody reads it. */
export function toStdout(): Out {
  const {stdout} = process
  quietly(stdout)
  return {
    write: async text => {
      if (!stdout.write(text)) await new Promise<void>(resolve => void stdout.once('drain', resolve))
    },
    done: async () => {},
  }
}

/** Ends the program without a word when the reader of a stream has gone away. */
export function quietly(stream: NodeJS.WriteStream): void {
  if (stream.listenerCount('error') > 0) return
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
}

/** A new file beside the old one, which takes its name when it is complete. */
function toFile(file: string): Out {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  const handle = fs.openSync(temporary, 'wx')
  const discard = () => fs.rmSync(temporary, {force: true})
  process.once('exit', discard)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
  return {
    write: async text => {
      fs.writeFileSync(handle, text)
    },
    done: async () => {
      fs.fsyncSync(handle)
      fs.closeSync(handle)
      fs.renameSync(temporary, file)
    },
  }
}
