import type { NodeKind } from '../../core/document.ts'
import type { CitedNode } from './cited-node.ts'

/** Who wrote a node's wording, as far as a reference can say: never the author of an essay. */
export const citedAuthor = 'Assay contributors'
/** The site on which the maps are. */
export const citedSite = 'Assay'
/** The language of all content. */
export const citedLanguage = 'en-GB'
/** The licence of all content. */
export const contentLicence = 'https://creativecommons.org/licenses/by/4.0/'

const kindWords: Readonly<Record<NodeKind, string>> = {
  claim: 'Claim',
  evidence: 'Evidence',
  counterargument: 'Objection',
  question: 'Question',
}

/** What sort of thing is cited, with a capital. */
export function kindWord(kind: NodeKind): string {
  return kindWords[kind]
}

// What joins letters or emoji stays; what turns the direction of a line or has no meaning goes.
const unwritable =
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu

/**
 * A stranger's text as every format can carry it: on one line, without control, private-use and
 * unassignable characters or what turns the direction of the text around it.
 */
export function citedText(text: string): string {
  return text.toWellFormed().replace(unwritable, ' ').replace(/\s+/g, ' ').trim()
}

/** The day of the commit that brought the wording, `YYYY-MM-DD`; never a day that is not known. */
export function citedDay(node: CitedNode): string | undefined {
  return node.since?.on.slice(0, 10)
}

/** The name under which a bibliography keeps the wording: letters, digits and hyphens. */
export function citationKey(node: CitedNode): string {
  return `assay-${node.id}-${node.hash}`
}

/**
 * Where the wording is kept, and whether its node was withdrawn, in sentences: what is not known is
 * said and not made up.
 */
export function recordOf(node: CitedNode): string {
  return [whereKept(node), ...withdrawalOf(node)].join(' ')
}

/** That a node was withdrawn, as a sentence; none where it stands. */
export function withdrawalOf({ withdrawn }: CitedNode): readonly string[] {
  return withdrawn === undefined ? [] : [`Withdrawn on ${withdrawn}.`]
}

function whereKept({ since, archived }: CitedNode): string {
  if (since === undefined) return 'The commit of this wording is not known.'
  if (archived === undefined) return `Commit ${since.commit}; no public archive of it is known.`
  return `Commit ${since.commit.slice(0, 12)}, archived at ${archived}.`
}
