import { kindNames, labelNames } from '../map-data.ts'
import type { Explorer } from './explorer.ts'
import { countWords, kindWord, labelWord, strengthWord } from './map-words.ts'
import { find, hide, write } from './page-parts.ts'

/** Fills the panel that tells of what was picked; the whole statement comes when it is loaded. */
export class Panel {
  #node: number | undefined
  #loading = new AbortController()

  show(explorer: Explorer): void {
    const { picked: panel } = explorer.parts
    const node = explorer.picked
    hide(panel, node === undefined)
    if (node === undefined) {
      this.#node = undefined
      return
    }
    showStanding(explorer, panel, node)
    const isFocus = explorer.state.focus === node
    hide(panel.querySelector('[data-do="focus"]'), isFocus)
    hide(panel.querySelector('[data-do="unfocus"]'), !isFocus)
    if (node === this.#node) return
    this.#node = node
    const title = find<HTMLAnchorElement>(panel, '[data-picked-title]')
    title.href = explorer.addressOf(node)
    write(title, explorer.data.nodes.title[node]!)
    const why = panel.querySelector<HTMLAnchorElement>('[data-picked-why]')
    if (why) why.href = `${explorer.addressOf(node)}why/`
    void this.#showStatement(explorer, panel, node)
  }

  /** A statement that cannot be had leaves the panel with the title, which says it in short. */
  async #showStatement(explorer: Explorer, panel: HTMLElement, node: number): Promise<void> {
    const place = find(panel, '[data-picked-statement]')
    hide(place, true)
    this.#loading.abort()
    this.#loading = new AbortController()
    const { signal } = this.#loading
    try {
      const response = await fetch(`${explorer.addressOf(node)}preview.json`, { signal })
      const preview: unknown = response.ok ? await response.json() : undefined
      const statement = statementIn(preview)
      if (statement === undefined || signal.aborted) return
      write(place, statement)
      hide(place, false)
    } catch {
      // Another one was picked, or the network is away.
    }
  }
}

function statementIn(preview: unknown): string | undefined {
  const isThere = typeof preview === 'object' && preview !== null && 'statement' in preview
  return isThere && typeof preview.statement === 'string' ? preview.statement : undefined
}

function showStanding({ data, standing }: Explorer, panel: HTMLElement, node: number): void {
  const kind = data.nodes.kind[node]!
  const [label, strength] = [standing.label[node]!, standing.strength[node]!]
  const kindMark = find(panel, '[data-picked-kind]')
  kindMark.className = `kind kind-${kindNames[kind]}`
  write(kindMark, kindWord(kind))
  const labelMark = find(panel, '[data-picked-label]')
  labelMark.className = `label label-${labelNames[label] ?? 'none'}`
  write(labelMark, labelWord(label) ?? '')
  hide(labelMark, label < 0)
  const words = strength < 0 ? '' : `Strength ${strengthWord(strength)}`
  write(find(panel, '[data-picked-strength]'), words)
  write(find(panel, '[data-picked-counts]'), countWords(data, node))
}
