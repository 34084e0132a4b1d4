/** What was thrown → what went wrong, in words of ours. */

/** What went wrong, in words; errors of the file system by their code. */
export function wordsFor(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  const message = error instanceof Error ? error.message : String(error)
  // The name was read as UTF-8, which leaves no way back to the file.
  if (code === 'ENOENT' && message.includes('\uFFFD')) return 'its name is not in UTF-8: rename it'
  return (code && WORDS[code]) || message
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a folder, expected a file',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'is a file, expected a folder',
  ELOOP: 'too many links',
  ENAMETOOLONG: 'name too long',
  ERR_FS_FILE_TOO_LARGE: 'larger than 2 GiB',
  ENOSPC: 'no space left',
  EROFS: 'can only be read',
}
