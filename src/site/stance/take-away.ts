import { toViewMarkdown } from '../../outputs/view-markdown.ts'
import { withTopic } from '../../analysis/stance/view.ts'
import type { Standing } from './protocol.ts'
import type { Store } from './store.ts'
import { labelOf } from './words.ts'

const mostCruxes = 5

/** Puts the address of the view on the clipboard. */
export function copyLink(store: Store): Promise<void> {
  return copy(store, 'link', store.link)
}

/** Puts the view on the clipboard as Markdown for a post. */
export function copyMarkdown(store: Store): Promise<void> {
  const { data, index, view, topic, base, result, cruxes, place, link } = store
  const standing = (of: Standing | undefined) => ({
    strength: of?.strength[topic] ?? Number.NaN,
    label: labelOf(of?.label[topic]),
  })
  const text = toViewMarkdown(withTopic(view, data.nodes[topic]), {
    topic: {
      statement: data.statements[topic] as string,
      inMap: standing(base),
      inView: standing(result?.standing),
    },
    cruxes: (cruxes?.cruxes ?? [])
      .filter(({ swing }) => swing >= 0.005)
      .slice(0, mostCruxes)
      .map(({ node, swing }) => ({ id: data.nodes[node] as string, swing })),
    titleOf: index.titleOf,
    addressOf: (id) => `${location.origin}${place.root}c/${id}/`,
    link,
  })
  return copy(store, 'text', text)
}

async function copy(store: Store, what: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    store.tellCopied({ words: `The ${what} is on the clipboard.` })
  } catch {
    store.tellCopied({ words: `The clipboard was refused. This is the ${what} to copy:`, text })
  }
}
