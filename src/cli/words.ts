/** What was thrown → what went wrong, in words of ours. */
import {refused} from '../text/refused.ts'

/** What went wrong, in words; errors of the file system by their code. */
export function wordsFor(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  const message = error instanceof Error ? error.message : String(error)
  // The name was read as UTF-8, which leaves no way back to the file.
  if (code === 'ENOENT' && message.includes('\uFFFD')) return 'its name is not in UTF-8: rename it'
  return refused(error) ?? message
}
