/** Jobs → results, on several threads; a thread that dies costs its job one error and is replaced. */
import {Worker} from 'node:worker_threads'
import {type Done, failed, type Job} from './work.ts'

/**
 * A page leaves little behind, but V8 lets what is young grow to three times 16 MB before it looks. Measured over
 * 2,000 files on two threads: 217 MB without this, 165 with it, at the same time.
 */
const LIMITS = {maxYoungGenerationSizeMb: 4}

/** Runs the jobs on so many threads, each made from the script at `url`; `done` is called as they finish, in any order. */
export function pool(
  jobs: readonly Job[],
  threads: number,
  url: URL,
  done: (done: Done, job: Job) => void,
): Promise<void> {
  let next = 0
  let running = 0
  return new Promise((resolve, reject) => {
    /** What the taker of results throws ends the run: no further job begins. */
    function deliver(result: Done, job: Job): boolean {
      try {
        done(result, job)
        return true
      } catch (error) {
        next = jobs.length
        reject(error)
        return false
      }
    }
    function start(): void {
      const worker = new Worker(url, {resourceLimits: LIMITS})
      let job: Job | undefined
      running++
      const take = (): void => {
        job = jobs[next++]
        if (job) worker.postMessage(job)
        else void worker.terminate()
      }
      const died = (message: string): void => {
        const lost = job
        job = undefined
        if (lost) deliver(dead(lost, message), lost)
      }
      worker.on('message', (result: Done) => {
        const finished = job!
        job = undefined
        if (deliver(result, finished)) take()
        else void worker.terminate()
      })
      worker.on('error', error => died(`the worker died: ${error.message}`))
      worker.on('exit', code => {
        running--
        died(`the worker died (exit ${code})`)
        if (next < jobs.length) start()
        else if (running === 0) resolve()
      })
      take()
    }
    for (let i = 0; i < Math.min(threads, jobs.length); i++) start()
    if (jobs.length === 0) resolve()
  })
}

/** What a job comes to whose thread died. */
const dead = (job: Job, message: string): Done => ({
  entry: failed(job, {code: 'worker-died', message}),
  diagnostics: [],
})
