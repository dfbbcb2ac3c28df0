import { kindNames, labelNames } from '../map-data.ts'
import type { Explorer } from './explorer.ts'
import { rowMarker, type List } from './list.ts'
import { kindWord, labelWord } from './map-words.ts'
import { find, hide, write } from './page-parts.ts'

/** Rows that are made at first, and by each “Show more”. */
const atOnce = 200

/** The list of a map too large to stand in the page: its first rows, more when asked for. */
export function cappedList(list: HTMLElement): List {
  const place = find(list, '[data-map-rows]')
  const more = find<HTMLButtonElement>(list, '[data-map-more]')
  const rows = new Map<number, HTMLElement>()
  let [nodes, standing]: readonly unknown[] = []
  let most = atOnce
  const show = (explorer: Explorer): void => {
    const wanted = explorer.listed.slice(0, most)
    hide(more, explorer.listed.length <= most)
    write(more, `Show more of ${explorer.listed.length}`)
    const key = wanted.join()
    if (key === nodes && explorer.standing === standing) return
    ;[nodes, standing] = [key, explorer.standing]
    rows.clear()
    for (const node of wanted) rows.set(node, rowOf(explorer, node))
    place.replaceChildren(...rows.values())
    more.onclick = () => {
      const first = rows.size
      most += atOnce
      show(explorer)
      place.children[first]?.querySelector('a')?.focus()
    }
  }
  return { show, mark: rowMarker(list, (node) => rows.get(node)) }
}

function rowOf(explorer: Explorer, node: number): HTMLElement {
  const { data, standing } = explorer
  const row = document.createElement('li')
  row.dataset['node'] = String(node)
  const link = document.createElement('a')
  link.href = explorer.addressOf(node)
  link.textContent = data.nodes.title[node]!
  const kind = data.nodes.kind[node]!
  const label = standing.label[node]!
  row.append(link, ' ', mark('kind', kindNames[kind]!, kindWord(kind)))
  const word = labelWord(label)
  if (word !== undefined) row.append(' ', mark('label', labelNames[label]!, word))
  return row
}

function mark(of: 'kind' | 'label', name: string, word: string): HTMLElement {
  const span = document.createElement('span')
  span.className = `${of} ${of}-${name}`
  span.textContent = word
  return span
}
