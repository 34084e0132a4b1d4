/** Values → JSON text: one indented value, one a line, or an array that is written as it comes. */

/** One value, indented by two, with a line end. */
export const indented = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** One value on a line of its own. */
export const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** A JSON array of all values, one a line, without holding them all. */
export async function* array(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '['
  for await (const value of values) {
    yield `${before}\n${JSON.stringify(value)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}
