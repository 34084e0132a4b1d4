/** The public library: the same Result from bytes that the command line prints. */
export type * from './model/index.ts'
export type {ParseOptions} from './model/stages.ts'
export {parse} from './pipeline.ts'
export {VERSION} from './version.ts'
