/** Results → one page that needs nothing else: no network, no script but its own, everything of the documents as text. */
import {hash} from 'node:crypto'
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

/**
 * The page as HTML. Offsets of the Results are UTF-16, as `parse` gives them. It reads as a plain document where
 * scripts are off; with the script its panes answer each other.
 */
export function report(results: readonly Result[]): string {
  const files = results.map(fileOf)
  const compared = comparePane(files)
  const title = files.length === 1 ? titleOf(files[0]!) : `${files.length} files`
  return markupOf(html`<!doctype html>
<html lang="en">
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
${header(files, title, compared !== null)}
<main>
${files.map(fileMarkup)}
${compared && html`<section class="compare" id="compare" aria-label="Comparison"><h1>The same metric side by side</h1>${compared}</section>`}
</main>
<output id="detail" aria-live="polite"></output>
<script>${verbatim(SCRIPT)}</script>
</body>
</html>
`)
}

const titleOf = ({result, name}: File): string => result.documents.find(d => d.title)?.title ?? name

function header(files: readonly File[], title: string, compares: boolean): Markup {
  const choices = files.map(file => html`<option value="${file.key}">${file.name}: ${titleOf(file)}</option>`)
  const chooser =
    files.length > 1 &&
    html`<label>File <select id="choose">${choices}${compares && html`<option value="compare">Compare</option>`}</select></label>`
  const views = ['repaired', 'source', 'both'].map(
    (view, i) =>
      html`<label><input type="radio" name="view" value="${view}"${i === 0 && html` checked`}> ${view}</label> `,
  )
  return html`<header class="top">
<strong>${title}</strong>
${chooser}
<fieldset class="views"><legend>Text</legend>${views}</fieldset>
<label>Search <input type="search" id="search" accesskey="s"></label> <output id="found"></output>
<button type="button" id="theme">Dark / light</button>
</header>`
}

function fileMarkup(file: File): Markup {
  const {result, key, name} = file
  const panes = [
    ['facts', `Facts ${result.facts.length}`, factPane(file)],
    ['time', 'Time line', timeLine(file)],
    ['repairs', `Repairs ${result.repairs.length}`, repairPane(file)],
    ['diagnostics', `Diagnostics ${result.diagnostics.length}`, diagnosticPane(file)],
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
<div class="middle">${textPane(file)}</div>
<aside aria-label="Facts, repairs and diagnostics"><div role="tablist">${tabs}</div>
${shown}</aside>
</section>\n`
}
