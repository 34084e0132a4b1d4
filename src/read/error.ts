/** Why an input cannot be read at all: one line that says what it is and what to do. */

export type ReadErrorCode =
  | 'read/unsupported'
  | 'read/encrypted'
  | 'read/broken'
  | 'read/too-large'
  | 'read/unknown-encoding'
  | 'read/unknown-media-type'

/** Thrown by `read`, and so by `parse`, for inputs that hold no text we could read; never for damage inside a text. */
export class ReadError extends Error {
  readonly code: ReadErrorCode

  constructor(code: ReadErrorCode, message: string) {
    super(message)
    this.name = 'ReadError'
    this.code = code
  }
}

/** Why an input of this size is not read. */
export const tooLarge = (what: string): ReadError =>
  new ReadError(
    'read/too-large',
    `Unexpected size: ${what}, expected less; raise the limit with maxBytes if you trust the file`,
  )
