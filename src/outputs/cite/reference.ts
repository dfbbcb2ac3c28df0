import { escapeHtml } from '../escape-html.ts'
import type { CitedNode } from './cited-node.ts'
import { citedSite, recordOf } from './cited-words.ts'
import {
  formatReference,
  type Citation,
  type CitationStyle,
  type CslVariables,
} from './csl-engine.ts'
import { toCslItem } from './csl-item.ts'

/**
 * A wording as a reference to be pasted: what the style has for a page of a website, then a sentence
 * on where the wording is kept. Without a date it is "n.d.", in the MLA's style undated.
 */
export function toReference(node: CitedNode, style: CitationStyle): Citation {
  const { html, text } = formatReference(variablesFor(node, style), style)
  const record = recordOf(node)
  return { html: `${html} ${escapeHtml(record)}`, text: `${text} ${record}` }
}

function variablesFor(node: CitedNode, style: CitationStyle): CslVariables {
  const item = toCslItem(node)
  if (style === 'mla') return { ...item }
  return {
    type: item.type,
    title: item.title,
    author: item.author,
    // Without a date the APA's style would say when the page was retrieved, which a pin makes idle.
    ...(style === 'apa' ? { issued: { literal: 'n.d.' } } : {}),
    ...(item.issued === undefined ? {} : { issued: item.issued }),
    // The two styles have no place for a version, and a publisher only before the website.
    genre: `${item.genre}, version ${item.version}`,
    'container-title': `${citedSite}: ${item['container-title']}`,
    language: item.language,
    URL: item.URL,
  }
}
