/** A thread of `index`: paths come in as messages, the rows of what stands there go out, in order. */
import {parentPort} from 'node:worker_threads'
import {type Page, pagesOf} from './pages.ts'

/** The pages of an input, or what is wrong with it. */
export type Answer =
  | {readonly pages: readonly Page[]}
  | {readonly error: {readonly name: string; readonly message: string; readonly code: unknown}}

async function answer(path: string): Promise<Answer> {
  try {
    const pages: Page[] = []
    for await (const page of pagesOf(path)) pages.push(page)
    return {pages}
  } catch (error) {
    const {name, message, code} = error as NodeJS.ErrnoException
    return {error: {name: String(name), message: String(message ?? error), code}}
  }
}

let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (path: string) => {
  last = last.then(async () => parentPort!.postMessage(await answer(path)))
})
