/** The name of an index, as it was given → what it is, and how it is told: never with a password. */

/** Whether an index is kept by a PostgreSQL server, not in a file. */
export const isServer = (db: string): boolean => /^postgres(?:ql)?:\/\//.test(db)

/** The name of an index in messages: of a server only the scheme, the user, the host and the database. */
export function shown(db: string): string {
  if (!isServer(db)) return db
  try {
    const {protocol, username, host, pathname} = new URL(db)
    return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
  } catch {
    // Whatever of it is the password, it is not told.
    return db.slice(0, db.indexOf('//') + 2)
  }
}
