import type { NodeLink } from './node-link.ts'

/** Pixels by which a finger that holds still may move. */
const still = 10
/** Milliseconds after a finger was lifted in which its click may come. */
const late = 350

/** A finger on a link. */
export interface Press {
  /** The finger is lifted from what it has shown: its click is to lead nowhere. */
  release(): void
  /** All is as it was before. */
  end(): void
}

/** What a press is for. */
export interface Held {
  /** Whether it has shown what it is to show. */
  isShown(): boolean
  /** The system takes the press for a long one, before we do. */
  showNow(): void
  /** It was no press but something else. */
  stop(): void
}

/**
 * Follows a finger that was put on a link. What the system does with a link that is held is
 * prevented for this press, if it has shown something instead.
 */
export function startPress({ clientX, clientY }: PointerEvent, link: NodeLink, held: Held): Press {
  const ending = new AbortController()
  const options = { signal: ending.signal, capture: true }
  const prevent = (event: Event): void => {
    if (event.type !== 'click') held.showNow()
    if (!held.isShown()) return
    event.preventDefault()
    event.stopPropagation()
  }
  for (const name of ['contextmenu', 'dragstart', 'click']) addEventListener(name, prevent, options)
  addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y }) => {
      if (!held.isShown() && Math.hypot(x - clientX, y - clientY) > still) held.stop()
    },
    options,
  )
  link.classList.add('held')
  const end = (): void => {
    ending.abort()
    link.classList.remove('held')
  }
  return { end, release: () => setTimeout(end, late) }
}
