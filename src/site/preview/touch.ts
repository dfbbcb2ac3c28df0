import { linkToNode } from './node-link.ts'

/** The events that previews follow. */
export const followed = [
  'pointerover',
  'pointerout',
  'pointerdown',
  'pointerup',
  'pointercancel',
  'focusin',
  'focusout',
]

/**
 * Shows what a link to a node leads to while it is pointed at, focused or held. What shows it is
 * loaded when that first happens to one, and then told what has happened since.
 */
export function startPreviews(): void {
  const missed: Event[] = []
  const wait = (event: Event): void => {
    if (!missed[0] && !linkToNode(event.target)) return
    if (missed.push(event) > 1) return
    import('./follow.ts').then(
      ({ follow }) => {
        for (const name of followed) removeEventListener(name, wait, true)
        follow(missed)
      },
      () => missed.splice(0),
    )
  }
  for (const name of followed) addEventListener(name, wait, true)
}
