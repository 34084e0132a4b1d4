/** Page → documents with their clause trees, and the furniture around them. */
import type {Page, Structured} from '../model/stages.ts'
import {plain} from './plain.ts'

/** Finds the documents of a page. Every non-blank character of the text ends up in exactly one node or block. */
export function structure(page: Page): Structured {
  return plain(page)
}
