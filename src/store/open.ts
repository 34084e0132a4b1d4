/** The name of an index → the store that keeps it: a file is SQLite's, `postgresql://…` a server's. */
import {isServer} from './address.ts'
import {type OpenOptions, openSqlite} from './sqlite.ts'
import type {Store} from './store.ts'

/**
 * Opens an index. A server is asked with the password of the address or of PGPASSWORD; none is ever told.
 * @throws StoreError when it cannot be opened
 */
export async function openStore(db: string, options: OpenOptions = {}): Promise<Store> {
  if (!isServer(db)) return openSqlite(db, options)
  const {openPostgres} = await import('./postgres/store.ts')
  return openPostgres(db, options)
}
