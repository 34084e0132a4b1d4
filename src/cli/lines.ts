/** A stream of bytes → its lines, each with its line feed, holding one line at a time. */

/** The last line has no line feed when the stream ends without one. */
export async function* lines(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      parts.push(bytes.subarray(start, end + 1))
      yield parts.length === 1 ? parts[0]! : Buffer.concat(parts)
      parts = []
      start = end + 1
    }
    if (start < bytes.length) parts.push(bytes.subarray(start))
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}
