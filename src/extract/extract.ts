/** Documents → facts. */
import type {DraftDocument, DraftFact} from '../model/stages.ts'

/** All facts of the documents, in the order of the text, with ids. */
export function extract(_text: string, _documents: readonly DraftDocument[]): DraftFact[] {
  return []
}
