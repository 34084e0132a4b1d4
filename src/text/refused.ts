/** The code of an error of the file system → what went wrong, in words. */

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a folder, expected a file',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'is a file, expected a folder',
  ELOOP: 'too many links',
  ENAMETOOLONG: 'name too long',
  ERR_FS_FILE_TOO_LARGE: 'larger than 2 GiB',
  ENOSPC: 'no space left',
  EDQUOT: 'no space left',
  EROFS: 'the file system is read-only',
}

/** The words for what was thrown, where the file system threw it. */
export function refused(error: unknown): string | undefined {
  const {code} = (error ?? {}) as {code?: unknown}
  return typeof code === 'string' && Object.hasOwn(WORDS, code) ? WORDS[code] : undefined
}
