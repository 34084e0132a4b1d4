/** The elements of HTML by what they do to the text. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that start and end a line. */
export const BLOCK = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary ' +
    'table tbody td tfoot th thead tr ul xmp listing plaintext',
)
/** What stands on lines of its own: blocks, and buttons, which are words of the page's own. */
export const BREAKS: ReadonlySet<string> = new Set([...BLOCK, 'button'])
export const VOID = set(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr',
)
/** What a browser does not show of a page; the reason goes into the list of what was left out. */
export const UNSHOWN: ReadonlyMap<string, string> = new Map([
  ['script', 'script'],
  ['style', 'style'],
  ['noscript', 'noscript'],
  ['template', 'template'],
  ['iframe', 'frame'],
  ['noframes', 'frame'],
  ['noembed', 'frame'],
  ['object', 'embedded'],
  ['applet', 'embedded'],
  ['audio', 'embedded'],
  ['video', 'embedded'],
  ['canvas', 'embedded'],
  ['svg', 'embedded'],
  ['xml', 'embedded'],
  ['textarea', 'form'],
  ['select', 'form'],
  ['datalist', 'form'],
  // The reading of a character stands above it, not in the text.
  ['rt', 'ruby'],
  ['rp', 'ruby'],
])
export const HEADING: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map(level => [`h${level}`, level]))
export const PREFORMATTED = set('pre xmp listing plaintext')
/** Blocks that a table of links is looked for in. */
export const CONTAINER = set('div ul ol dl table td section p form menu center')

/** What an opening tag closes, and the elements that this does not reach out of. */
export const CLOSES: ReadonlyMap<string, {readonly what: ReadonlySet<string>; readonly within: ReadonlySet<string>}> =
  new Map([
    ['li', {what: set('li'), within: set('ul ol menu dir table td th')}],
    ['dt', {what: set('dt dd'), within: set('dl table td th')}],
    ['dd', {what: set('dt dd'), within: set('dl table td th')}],
    ['option', {what: set('option'), within: set('select datalist optgroup')}],
    ['td', {what: set('td th caption'), within: set('tr table')}],
    ['th', {what: set('td th caption'), within: set('tr table')}],
    ['tr', {what: set('tr caption'), within: set('table')}],
    ['tbody', {what: set('tbody thead tfoot caption'), within: set('table')}],
    ['thead', {what: set('tbody thead tfoot caption'), within: set('table')}],
    ['tfoot', {what: set('tbody thead tfoot caption'), within: set('table')}],
    ['rt', {what: set('rt rp'), within: set('ruby')}],
    ['rp', {what: set('rt rp'), within: set('ruby')}],
  ])

/** What an end tag does not reach out of. */
export const CELL_WALL = set('table td th caption')
export const TABLE_WALL = set('table')
export const TABLE_PARTS = set('td th tr tbody thead tfoot caption')
