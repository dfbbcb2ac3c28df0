import { copyText } from './copy.ts'
import { readWording, type ToldWording } from './read-wordings.ts'

/** Where the past of a node is, and where it is told. */
export interface Past {
  /** The address of its earlier wordings; absent where there are none. */
  readonly wordings: string | undefined
  /** The page of its history. */
  readonly history: string
  /** The address with the present wording pinned. */
  readonly link: string
  /** Where it is told that something was copied. */
  readonly status: Element
}

let notice: HTMLElement | undefined
let asked: string | undefined

/**
 * Says at the top of an article that a link means another wording than the present one, and which
 * words have changed since. Without a hash, what was said before is taken away. A link that was
 * followed on the page itself, or that leads to the wording in a list further down, leads here.
 */
export async function showNotice(
  article: Element,
  hash: string | undefined,
  past: Past,
  isFollowed: boolean,
): Promise<void> {
  asked = hash
  notice?.remove()
  if (hash === undefined) return
  const said = await findWords(hash, past.wordings)
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve))
  }
  if (asked !== hash) return
  notice?.remove()
  notice = element('section', ...said, waysOn(past))
  notice.className = 'wording-notice'
  notice.dataset['scriptOnly'] = ''
  notice.tabIndex = -1
  notice.ariaLabel = 'The wording that was linked to'
  article.prepend(notice)
  if (!isFollowed && document.querySelector(':target')?.id !== `v=${hash}`) return
  // The browser goes to its place in the list first.
  requestAnimationFrame(() => {
    notice?.scrollIntoView()
    notice?.focus({ preventScroll: true })
  })
}

async function findWords(hash: string, address: string | undefined): Promise<readonly Node[]> {
  try {
    const wording = address ? readWording(await (await fetch(address)).json(), hash) : undefined
    return wording ? wordsOn(wording) : [element('p', strange)]
  } catch {
    return [element('p', lost)]
  }
}

const strange = 'This link names a wording that is not in the history of this site; it may have been mistyped or cut. The present one is below.'
const lost =
  'This link means another wording than the present one, which is below. What has changed could not be loaded.'

function wordsOn({ on, until, diff }: ToldWording): readonly Node[] {
  const of = on ? `the wording of ${day(on)}` : 'an earlier wording'
  const changed = until ? `, which was changed on ${day(until)}` : ', which has been changed'
  const runs = diff.flatMap(([op, text], i) => {
    if (op === 0) return text
    if (op < 0) return change('del', 'gone', text)
    return [diff[i - 1]?.[0] === -1 ? ' ' : '', change('ins', 'new', text)]
  })
  return [
    element('p', element('strong', `This link means ${of}`), `${changed}. From then to now:`),
    element('p', ...runs),
  ]
}

function change(tag: 'del' | 'ins', spoken: string, text: string): Node {
  const [before, after] = [element('span', ` [${spoken}: `), element('span', '] ')]
  before.className = after.className = 'sr-only'
  return element(tag, before, text, after)
}

function waysOn({ history, link, status }: Past): Node {
  const all = element('a', 'All its wordings')
  all.href = history
  const button = element('button', 'Copy link to the present wording')
  button.type = 'button'
  button.onclick = () => void copyText(button, status, link)
  return element('p', all, ' ', button)
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.append(...children)
  return made
}

function day(moment: string): string {
  const words = new Date(moment).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return words.replaceAll(' ', '\u00a0')
}
