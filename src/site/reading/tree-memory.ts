/** More is not kept, nor read. */
const longest = 60_000

/** What a browser kept of a tree, which anybody may have written: ids opened and closed by hand. */
export function readTree(text: string | null): ReadonlyMap<string, boolean> {
  const kept = new Map<string, boolean>()
  for (const [, sign, id] of (text ?? '').slice(0, longest).matchAll(/([+-])([a-z][a-z0-9-]{2,63})(?= |$)/g)) {
    kept.set(id as string, sign === '+')
  }
  return kept
}

/** Writes which ids stand otherwise than they are published; those that there is no room for are left out. */
export function writeTree(changed: ReadonlyMap<string, boolean>): string {
  const text = [...changed].map(([id, open]) => (open ? '+' : '-') + id).join(' ')
  return text.length <= longest ? text : text.slice(0, text.lastIndexOf(' ', longest))
}
