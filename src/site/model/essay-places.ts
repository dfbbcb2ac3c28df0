import type { OutlineSentence } from '../../core/document.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { grouped } from './grouped.ts'

const carried = grouped<KnowledgeBase, OutlineSentence>((kb) =>
  [...kb.outlines.values()]
    .flatMap((outline) => outline.paragraphs)
    .flatMap((paragraph) => paragraph.sentences)
    .map((sentence) => ({ keys: sentence.carriers.map(({ id }) => id), value: sentence })),
)

/** The assertions of the essay that a node carries, in their order. */
export function essayPlaces(kb: KnowledgeBase, id: string): readonly OutlineSentence[] {
  return carried(kb, id)
}

/** The anchor of an assertion on the page of the essay. */
export function essayAnchor(sentence: OutlineSentence): string {
  return sentence.label.toLowerCase()
}
