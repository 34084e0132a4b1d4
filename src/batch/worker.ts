/** A thread of `batch`: jobs come in as messages, what became of them goes out. */
import {parentPort} from 'node:worker_threads'
import {type Job, work} from './work.ts'

parentPort?.on('message', async (job: Job) => parentPort!.postMessage(await work(job)))
