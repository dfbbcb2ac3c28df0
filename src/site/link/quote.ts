import { copyText } from './copy.ts'
import { readPage } from './page-text.ts'
import { quotationOf, stretched } from './quotation.ts'
import { textDirective } from './text-directive.ts'

/** What of a page can be quoted, and as what. */
export interface Quotable {
  readonly roots: readonly Element[]
  readonly title: string
  /** The address with the present wording pinned. */
  readonly link: string
  /** Where it is told that something was copied. */
  readonly status: Element
}

/** How long a selection rests before something is offered for it, in milliseconds. */
const rest = 200
/** Pixels between a selection and what is offered; under a finger are handles too. */
const [near, underFinger] = [8, 40]

/**
 * Offers to quote what is selected, from now on, beside the selection and as the next thing to
 * reach by keyboard. Gives what copies the selection as a quotation when a button is pressed.
 */
export function startQuoting(page: Quotable): (button: HTMLButtonElement) => void {
  // What is selected may be so no longer when a finger has reached a button.
  let offered: Range | undefined
  const copy = (button: HTMLButtonElement, range: Range | undefined, isBare = false): void => {
    if (range) void copyText(button, page.status, textFor(page, range, isBare))
    else page.status.textContent = 'Select words of the statement or the text first.'
  }
  const offer = makeOffer((button, isBare) => copy(button, offered, isBare))
  const follow = (): void => {
    if (offer.contains(document.activeElement)) return
    offered = selectedIn(page.roots)
    if (offered) place(offer, offered, page.roots)
    else offer.remove()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const followSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(follow, rest)
  }
  document.addEventListener('selectionchange', followSoon)
  addEventListener('resize', followSoon)
  addEventListener('keydown', (event) => hearKey(event, offer))
  followSoon()
  return (button) => copy(button, selectedIn(page.roots))
}

function makeOffer(copy: (button: HTMLButtonElement, isBare: boolean) => void): HTMLElement {
  const offer = document.createElement('div')
  offer.className = 'quote-offer no-print'
  offer.dataset['scriptOnly'] = ''
  offer.setAttribute('role', 'group')
  offer.ariaLabel = 'Quote what is selected'
  offer.append(
    buttonOf('Copy quotation', (button) => copy(button, false)),
    buttonOf('Copy link', (button) => copy(button, true)),
    buttonOf('Dismiss', () => offer.remove()),
  )
  // Else a press would take the selection away.
  offer.onmousedown = (event) => event.target instanceof HTMLButtonElement && event.preventDefault()
  return offer
}

function hearKey(event: KeyboardEvent, offer: HTMLElement): void {
  if (event.key === 'Escape') offer.remove()
  // A press on text gives the focus to all that is around it, from where Tab would begin anew.
  if (event.key !== 'Tab' || event.shiftKey || !document.activeElement?.contains(offer)) return
  event.preventDefault()
  offer.querySelector('button')?.focus()
}

function buttonOf(says: string, act: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = says
  button.onclick = () => act(button)
  return button
}

/** What is selected, in whole words, if some of it can be quoted. */
function selectedIn(roots: readonly Element[]): Range | undefined {
  const selection = getSelection()
  if (!selection?.rangeCount || !selection.toString().trim()) return undefined
  const range = stretched(selection.getRangeAt(0))
  return roots.some((root) => range.intersectsNode(root)) ? range : undefined
}

function textFor({ roots, title, link }: Quotable, range: Range, isBare: boolean): string {
  const directive = textDirective(readPage(document.body, range, roots))
  const address = directive ? `${link}:~:${directive}` : link
  return isBare ? address : quotationOf(range, roots, { title, link: address })
}

/** Puts the offer below the end of a range, or above it where there is no room. */
function place(offer: HTMLElement, range: Range, roots: readonly Element[]): void {
  const root = roots.findLast((each) => range.intersectsNode(each)) as Element
  const blocks = root.matches('p') ? [root] : [...root.children]
  ;(blocks.findLast((block) => range.intersectsNode(block)) ?? root).after(offer)
  offer.style.top = offer.style.left = '0'
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
  const [first, last] = [rects[0], rects.at(-1)]
  if (!first || !last) return
  const { top, left, width, height } = offer.getBoundingClientRect()
  const distance = matchMedia('(pointer: coarse)').matches ? underFinger : near
  const below = last.bottom + distance
  const wanted = below + height < innerHeight ? below : Math.max(near, first.top - distance - height)
  const most = document.documentElement.clientWidth - width - near
  offer.style.top = `${wanted - top}px`
  offer.style.left = `${Math.max(near, Math.min(last.right - width / 2, most)) - left}px`
}
