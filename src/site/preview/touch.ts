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
  'keydown',
  'keyup',
]

/**
 * Shows what a link to a node leads to while it is pointed at, focused or held. What shows it is
 * loaded when that first happens to one, and then told what has happened since, and by what key.
 */
export function startPreviews(): void {
  const missed: Event[] = []
  let isLoading = false
  const wait = (event: Event): void => {
    if (isLoading) missed.push(event)
    else if (linkToNode(event.target)) {
      isLoading = true
      missed.push(event)
      import('./follow.ts').then(
        ({ follow }) => {
          for (const name of followed) removeEventListener(name, wait, true)
          follow(missed)
        },
        () => {
          isLoading = false
        },
      )
    } else if (event instanceof KeyboardEvent) missed[0] = event
  }
  for (const name of followed) addEventListener(name, wait, true)
}
