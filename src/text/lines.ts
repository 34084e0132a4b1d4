/** Line and column of an offset. */
import {lastAtMost} from './span.ts'

/** Where each line of a text starts; a line ends with LF, CR or CRLF. */
export function lineStarts(text: string): Int32Array {
  const starts: number[] = [0]
  if (text.includes('\r')) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
    }
  } else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return Int32Array.from(starts)
}

const itself = (start: number): number => start

/** The line and column (both from 1, columns in UTF-16 units) of an offset. */
export function position(starts: Int32Array, at: number): {line: number; column: number} {
  const line = lastAtMost(starts, at, itself)
  return {line: line + 1, column: at - starts[line]! + 1}
}
