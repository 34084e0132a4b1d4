/** Results → one page that needs nothing else: no network, no script but its own, everything of the documents as text. */
import {hash} from 'node:crypto'
import {english, type Say} from '../emit/say.ts'
import type {Result} from '../model/result.ts'
import {VERSION} from '../version.ts'
import {comparePane} from './compare-pane.ts'
import {SCRIPT, STYLE} from './data/page.generated.ts'
import {type File, fileOf} from './file.ts'
import {diagnosticPane, factPane, repairPane} from './list-panes.ts'
import {html, type Markup, markupOf, verbatim} from './markup.ts'
import {outlinePane} from './outline-pane.ts'
import {textPane} from './text-pane.ts'
import {timeLine} from './time-line.ts'

const hashOf = (content: string): string => `'sha256-${hash('sha256', content, 'base64')}'`

/** Nothing is loaded from anywhere; only our own script and style, known by their hashes, run. */
const POLICY = `default-src 'none'; script-src ${hashOf(SCRIPT)}; style-src ${hashOf(STYLE)}; base-uri 'none'; form-action 'none'`

/** For whom the page is: the language of its labels. */
export interface Reader {
  readonly language?: string
  readonly say?: Say
}

/**
 * The page as HTML. Offsets of the Results are UTF-16, as `parse` gives them. It reads as a plain document where
 * scripts are off; with the script its panes answer each other.
 */
export function report(results: readonly Result[], {language = 'en', say = english}: Reader = {}): string {
  const files = results.map((result, i) => fileOf(result, i, say))
  const compared = comparePane(files)
  const title = files.length === 1 ? titleOf(files[0]!) : say(`${files.length} files`)
  return markupOf(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="policy ${VERSION}">
<title>${title}</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
${header(files, title, compared !== null, say)}
<main>
${files.map(fileMarkup)}
${compared && html`<section class="compare" id="compare" aria-label="${say('Comparison')}"><h1>${say('The same metric side by side')}</h1>${compared}</section>`}
</main>
<output id="detail" aria-live="polite"></output>
<script>${verbatim(SCRIPT)}</script>
</body>
</html>
`)
}

const titleOf = ({result, name}: File): string => result.documents.find(d => d.title)?.title ?? name

function header(files: readonly File[], title: string, compares: boolean, say: Say): Markup {
  const choices = files.map(file => html`<option value="${file.key}">${file.name}: ${titleOf(file)}</option>`)
  const compare = compares && html`<option value="compare">${say('Compare')}</option>`
  const chooser =
    files.length > 1 && html`<label>${say('File')} <select id="choose">${choices}${compare}</select></label>`
  const views = (['repaired', 'source', 'both'] as const).map(
    (view, i) =>
      html`<label><input type="radio" name="view" value="${view}"${i === 0 && html` checked`}> ${say(VIEWS[view])}</label> `,
  )
  const keys = KEYS.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${say(does)}</dd>`)
  return html`<header class="top">
<strong>${title}</strong>
${chooser}
<fieldset class="views"><legend>${say('Text')}</legend>${views}</fieldset>
<label>${say('Search')} <input type="search" id="search" accesskey="s"></label> <output id="found" data-none="${say('not found')}"></output>
<button type="button" id="theme">${say('Dark / light')}</button>
<details class="keys"><summary>${say('Keys')}</summary><dl>${keys}</dl></details>
</header>`
}

const VIEWS = {repaired: 'repaired text', source: 'source', both: 'side by side'} as const
const KEYS = [
  ['j  k', 'next and previous row of the list, shown in the text'],
  ['/', 'search in the text; Enter and Shift+Enter go through what was found'],
  ['Esc', 'from a place in the text back to its row'],
  ['←  →', 'the other lists, where a tab has the focus'],
] as const

function fileMarkup(file: File): Markup {
  const {key, name, totals, say} = file
  const panes = [
    ['facts', `${say('Facts')} ${totals.facts}`, factPane(file)],
    ['time', say('Time line'), timeLine(file)],
    ['repairs', `${say('Repairs')} ${totals.repairs}`, repairPane(file)],
    ['diagnostics', `${say('Diagnostics')} ${totals.diagnostics}`, diagnosticPane(file)],
  ] as const
  const tabs = panes.map(
    ([id, label]) =>
      html`<button type="button" role="tab" id="${key}-tab-${id}" aria-controls="${key}-${id}">${label}</button>`,
  )
  const shown = panes.map(
    ([id, label, pane]) =>
      html`<section role="tabpanel" id="${key}-${id}" aria-labelledby="${key}-tab-${id}"><h2 class="pane">${label}</h2>${pane}</section>\n`,
  )
  return html`<section class="file" id="${key}" aria-label="${name}">
${outlinePane(file)}
<div class="middle" role="region" aria-label="${say('Text')}" tabindex="0">${textPane(file)}</div>
<aside aria-label="${say('Facts, repairs and diagnostics')}"><div role="tablist">${tabs}</div>
${shown}</aside>
</section>\n`
}
