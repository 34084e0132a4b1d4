/** Inputs → their pages, in the order of the inputs, read on several threads ahead of who takes them. */
import {Worker} from 'node:worker_threads'
import {unpacked} from './packed.ts'
import {type Page, pagesOf} from './pages.ts'
import type {Answer} from './reader.ts'

/** An input and its pages; to read them throws what is wrong with it. */
export interface Reading<Input> {
  readonly input: Input
  readonly pages: AsyncIterable<Page> | Iterable<Page>
}

/** How many inputs each thread may be ahead: enough that none waits while the index is written. */
const AHEAD = 4

/** A larger input is mostly NDJSON of many Results. It is read in its turn, one Result after another, not held as a whole. */
const LARGE = 4 * 1024 * 1024

/** As for the threads of `batch`: V8 lets what is young grow to three times 16 MB otherwise. */
const LIMITS = {maxYoungGenerationSizeMb: 4}

/**
 * Reads the inputs on so many threads (none: on this one), each made from the script at `url`. A thread that dies costs the
 * input that it was reading, and is replaced.
 */
export async function* readings<Input extends {readonly path: string; readonly bytes: number}>(
  inputs: readonly Input[],
  threads: number,
  url: URL,
): AsyncGenerator<Reading<Input>> {
  if (threads === 0) {
    for (const input of inputs) yield {input, pages: pagesOf(input.path)}
    return
  }
  const crew = Array.from({length: threads}, () => reader(url))
  const ahead: {input: Input; answer: Promise<Answer> | null}[] = []
  let next = 0
  const ask = (): void => {
    for (; next < inputs.length && ahead.length < threads * AHEAD; next++) {
      const input = inputs[next]!
      const idle = crew.reduce((a, b) => (b.waiting() < a.waiting() ? b : a))
      ahead.push({input, answer: input.bytes > LARGE ? null : idle.read(input.path)})
    }
  }
  try {
    for (ask(); ahead.length > 0; ask()) {
      const {input, answer} = ahead.shift()!
      yield {input, pages: answer ? pagesIn(await answer) : pagesOf(input.path)}
    }
  } finally {
    for (const one of crew) one.end()
  }
}

function* pagesIn(answer: Answer): Generator<Page> {
  if ('error' in answer) {
    const {message, ...rest} = answer.error
    throw Object.assign(new Error(message), rest)
  }
  for (const {packed, ...page} of answer.pages) yield {...page, rows: unpacked(packed)}
}

interface Reader {
  read(path: string): Promise<Answer>
  waiting(): number
  end(): void
}

/** One thread, and the next when it dies. */
function reader(url: URL): Reader {
  const jobs: {path: string; done: (answer: Answer) => void}[] = []
  let ended = false
  let died = 'it ended'
  let worker = start()
  function start(): Worker {
    const one = new Worker(url, {resourceLimits: LIMITS})
    one.on('message', (answer: Answer) => jobs.shift()!.done(answer))
    one.on('error', error => {
      died = error.message
    })
    one.on('exit', () => {
      if (ended || jobs.length === 0) return
      jobs.shift()!.done({error: {name: 'Error', message: `the worker died: ${died}`, code: 'worker-died'}})
      worker = start()
      for (const {path} of jobs) worker.postMessage(path)
    })
    return one
  }
  return {
    read: path =>
      new Promise(done => {
        jobs.push({path, done})
        worker.postMessage(path)
      }),
    waiting: () => jobs.length,
    end() {
      ended = true
      void worker.terminate()
    },
  }
}
