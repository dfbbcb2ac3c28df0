import { toViewMarkdown, type TopicStanding } from '../../outputs/view-markdown.ts'
import { absent } from '../../analysis/labels/grounded.ts'
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
  const { data, index, view, topic, base, result, cruxes, place, link, isVisiting } = store
  const root = `${location.origin}${place.root}`
  const text = toViewMarkdown(withTopic(view, data.nodes[topic]), {
    map: { name: 'Assay', address: root },
    isOwn: !isVisiting,
    topic: {
      statement: data.statements[topic] as string,
      inMap: standingOf(base, topic),
      inView: standingOf(result?.standing, topic),
    },
    cruxes: (cruxes?.cruxes ?? [])
      .filter(({ swing }) => swing >= 0.005)
      .slice(0, mostCruxes)
      .map(({ node, curve: { strength } }) => ({
        id: data.nodes[node] as string,
        ends: [strength[0] ?? Number.NaN, strength.at(-1) ?? Number.NaN],
      })),
    titleOf: index.titleOf,
    addressOf: (id) => `${root}c/${id}/`,
    link,
  })
  return copy(store, 'text', text)
}

function standingOf(standing: Standing | undefined, node: number): TopicStanding {
  const numberIn = (numbers: Float64Array | undefined) => numbers?.[node] ?? Number.NaN
  const code = standing?.label[node]
  return {
    strength: numberIn(standing?.strength),
    lowest: numberIn(standing?.lowest),
    highest: numberIn(standing?.highest),
    without: standing?.without[node] ?? 0,
    label: code === absent ? undefined : labelOf(code),
  }
}

async function copy(store: Store, what: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    store.tellCopied({ words: `The ${what} is on the clipboard.` })
  } catch {
    store.tellCopied({ words: `The clipboard was refused. This is the ${what} to copy:`, text })
  }
}
