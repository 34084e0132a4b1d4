/** Names in a folder → which of them are read as pages: all but those that are known to hold no text of a page. */
import path from 'node:path'

/** Hidden files, what editors and systems leave behind, and what Node unpacks: not even counted among what is left out. */
const UNSEEN = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|node_modules$)/

const extensions = (names: string): ReadonlySet<string> => new Set(names.split(' ').map(name => `.${name}`))

/**
 * What stands beside pages and is none. Everything else is read, and told when it cannot be: a name says little (many have
 * no extension, or one that is part of the title), the bytes decide, and that a .doc or an archive is not in the Results must be known.
 */
const NO_PAGES = extensions(
  'png jpg jpeg gif bmp webp svg ico tif tiff css scss less js mjs cjs ts map wasm woff woff2 ttf otf eot swf ' +
    'mp3 m4a wav mp4 avi mov wmv flv webm csv tsv db sqlite sqlite3 duckdb parquet py sh sql yml yaml toml ini log lock',
)

/** JSON is read where Results are taken, and passed over when it holds none. */
const DATA = extensions('json ndjson jsonl')

/** The extension of a path in lower case, with its dot. */
export const extension = (file: string): string => path.extname(file).toLowerCase()

export const isUnseen = (name: string): boolean => UNSEEN.test(name)
export const isNoPage = (file: string): boolean => NO_PAGES.has(extension(file))
export const isData = (file: string): boolean => DATA.has(extension(file))
