/** A list that is made while it is read, and anew each time, so that what a long page has most of is never held. */
export interface Flow<T> extends Iterable<T> {
  /** What JSON writes of it. */
  toJSON(): T[]
}

/** The list of what `make` gives. */
export function flow<T>(make: () => Iterator<T>): Flow<T> {
  const list = {[Symbol.iterator]: make, toJSON: () => [...list]}
  return list
}

/** The same list; each element is told as it is read. */
export const passing = <T>(list: Iterable<T>, tell: (element: T) => void): Iterable<T> =>
  flow(function* () {
    for (const element of list) {
      tell(element)
      yield element
    }
  })

/** Those of a list that are wanted. */
export const chosen = <T>(list: Iterable<T>, isWanted: (element: T) => boolean): Iterable<T> =>
  flow(function* () {
    for (const element of list) if (isWanted(element)) yield element
  })
