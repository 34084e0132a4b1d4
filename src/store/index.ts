/** `policy-parser/store`: an index of many Results, searching it and comparing what it holds. */
export {type CompareRow, type Comparison, compare, GROUPINGS, type Grouping, groupOf} from './compare.ts'
export {type IndexInput, type IndexOptions, type IndexSummary, index} from './indexer.ts'
export {measuresOf} from './measures.ts'
export {mergeIndexes} from './merge.ts'
export {openStore} from './open.ts'
export {type OpenOptions, openSqlite} from './sqlite.ts'
export {type Filters, type Hit, type Measure, type Stamp, type Store, StoreError} from './store.ts'
export {type Joined, withoutTwins} from './twins.ts'
