/**
 * The wording that a fragment pins, as its hash in small letters: `#v=1a2b3c4d`, whatever follows.
 * Undefined where it pins none; the fragments of readers' views, `#v=1&…`, are such.
 */
export function readPin(fragment: string): string | undefined {
  return /^#v(?:=|%3D)([\da-f]{8})(?![\da-f])/i.exec(fragment)?.[1]?.toLowerCase()
}
