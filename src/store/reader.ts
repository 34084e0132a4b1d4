/** A thread of `index`: paths come in as messages, the rows of what stands there go out, in order. */
import {parentPort} from 'node:worker_threads'
import {buffersOf, type Packed, packer} from './packed.ts'
import {type Page, pagesOf} from './pages.ts'

/** A page whose rows are packed. */
export type PackedPage = Omit<Page, 'rows'> & {readonly packed: Packed}

/** The pages of an input, or what is wrong with it. */
export type Answer =
  | {readonly pages: readonly PackedPage[]}
  | {readonly error: {readonly name: string; readonly message: string; readonly code: unknown}}

const packed = packer()

async function answer(path: string): Promise<Answer> {
  try {
    const pages: PackedPage[] = []
    for await (const {rows, ...page} of pagesOf(path)) pages.push({...page, packed: packed(rows)})
    return {pages}
  } catch (error) {
    const {name, message, code} = error as NodeJS.ErrnoException
    return {error: {name: String(name), message: String(message ?? error), code}}
  }
}

let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (path: string) => {
  last = last.then(async () => {
    const told = await answer(path)
    parentPort!.postMessage(told, 'pages' in told ? told.pages.flatMap(page => buffersOf(page.packed)) : [])
  })
})
