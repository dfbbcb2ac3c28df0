import type { Direction } from './steer.ts'

/** What a key asks of the picture. */
export type Act =
  | { readonly kind: 'steer'; readonly to: Direction }
  | { readonly kind: 'follow'; readonly by: 1 | -1 }
  | { readonly kind: 'end'; readonly by: 1 | -1 }
  | { readonly kind: 'open' | 'focus' | 'leave' | 'in' | 'out' | 'fit' | 'help' }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

const acts: Readonly<Record<string, Act>> = {
  ArrowLeft: { kind: 'steer', to: 'left' },
  ArrowRight: { kind: 'steer', to: 'right' },
  ArrowUp: { kind: 'steer', to: 'up' },
  ArrowDown: { kind: 'steer', to: 'down' },
  n: { kind: 'follow', by: 1 },
  p: { kind: 'follow', by: -1 },
  Home: { kind: 'end', by: 1 },
  End: { kind: 'end', by: -1 },
  Enter: { kind: 'open' },
  ' ': { kind: 'focus' },
  f: { kind: 'focus' },
  Escape: { kind: 'leave' },
  '+': { kind: 'in' },
  '=': { kind: 'in' },
  '-': { kind: 'out' },
  '0': { kind: 'fit' },
  '?': { kind: 'help' },
}

/**
 * What a key means while the picture has the focus; nothing where another key is held, so that the
 * browser's own, such as Ctrl and `+`, stay what they are.
 */
export function actOf({ key, ctrlKey, metaKey, altKey }: Pressed): Act | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  const name = key.length === 1 ? key.toLowerCase() : key
  return Object.hasOwn(acts, name) ? acts[name] : undefined
}
