import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import type { ArgumentMap, ArgumentNode } from '../../../src/core/document.ts'
import type { MapId } from '../../../src/core/id.ts'
import { fileStart } from '../../../src/core/place.ts'
import type { SiteContent } from '../../../src/site/content.ts'
import { computeStrengths } from '../../../src/site/model/strengths.ts'
import { typeset } from '../../../src/site/model/typeset.ts'
import { joinDocuments } from '../../graph/builder.ts'

/** What pages are made from, of nodes of one map that has a part. */
export function contentOf(nodes: readonly ArgumentNode[], part = 'Waves'): SiteContent {
  const written = joinDocuments([mapWith(part), ...nodes])
  return {
    kb: typeset(written),
    written,
    labels: labelGrounded(written.graph),
    strengths: computeStrengths(written.graph),
    problems: [],
    paths: [],
  }
}

function mapWith(part: string): ArgumentMap {
  const place = fileStart('content/map/index.md')
  return {
    type: 'map',
    id: 'map' as MapId,
    title: 'Light',
    question: 'What is light?',
    thesis: 'thesis',
    parts: [{ id: 'waves', title: part, label: 'Argument 1', head: 'thesis', summary: '', place }],
    place,
    places: {},
    body: { markdown: '', line: 9 },
    mentions: [],
    figures: [],
    words: 0,
    givesNumbers: false,
  }
}
