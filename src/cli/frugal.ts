/** What V8 is told before a page of many megabytes: to collect sooner what is no longer held. */
import v8 from 'node:v8'

/** Pages are longer than this once in a thousand; what they take is then mostly what nobody has collected yet. */
const LARGE = 2 * 1024 * 1024

/** The flags are known up to this version of V8 (Node 26), and a flag that V8 does not know is complained of aloud. */
const KNOWN = 14

/** Of the space of young objects, both halves: it grows to 32 MB otherwise, and a third half is kept beside. */
const YOUNG = 8 * 1024 * 1024
/** An array of this many elements, so often, is what fills it. */
const ELEMENTS = 128
const MOST_ARRAYS = 50_000

/** Of one that writes what others read. */
const STEADY = 4 * 1024 * 1024

let told = false

/**
 * Has V8 hold less from here on, where a page has so many bytes: 10 MB of HTML take 170 MB of memory where they took 215, and a
 * tenth more time. V8 knows no other way to say so once it runs: the space of young objects is filled until it is large
 * enough, and then grows no more.
 */
export function frugalFor(bytes: number): void {
  if (bytes >= LARGE) settle(YOUNG)
}

/** The same, and more so, in a thread that writes what others read. */
export function frugal(): void {
  settle(STEADY)
}

function settle(size: number): void {
  if (told || !isKnown) return
  told = true
  fill(size)
  v8.setFlagsFromString('--semi-space-growth-factor=1')
  v8.setFlagsFromString('--heap-growing-percent=20')
}

/** Has the space of young objects grow no more while something runs whose many objects stay: each of them would double it. */
export function steadily<T>(run: () => T): T {
  if (!isKnown) return run()
  fill(STEADY)
  v8.setFlagsFromString('--semi-space-growth-factor=1')
  try {
    return run()
  } finally {
    v8.setFlagsFromString('--semi-space-growth-factor=2')
  }
}

const isKnown = Number.parseInt(process.versions.v8, 10) <= KNOWN

/** Fills the space of young objects until it is as large as it shall be. */
function fill(size: number): void {
  v8.setFlagsFromString('--semi-space-growth-factor=2')
  const held: unknown[] = []
  while (young() < size && held.length < MOST_ARRAYS) for (let i = 0; i < 64; i++) held.push(new Array(ELEMENTS))
}

const young = (): number => v8.getHeapSpaceStatistics().find(s => s.space_name === 'new_space')?.space_size ?? Infinity
