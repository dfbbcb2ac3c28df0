/** A value of a JSON text and the offset at which it stands. */
export type JsonTree = { readonly at: number } & (
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly JsonTree[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, JsonTree> }
)

/** What stands at an offset of a text that is not JSON, and what should. */
export interface JsonFault {
  readonly at: number
  readonly actual: string
  readonly expected: string
}

/** Levels of lists and objects that a JSON text may have. */
export const deepestJson = 32

const space = /[ \t\n\r]*/y
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const anything = /[\w.+-]{1,60}|[^]/uy

/**
 * Reads JSON (RFC 8259) with the place of every value, up to the first fault. Names that stand
 * twice in one object are a fault, and so is nesting deeper than `deepestJson`. Never throws; takes
 * time linear in the text.
 */
export function readJsonTree(text: string): { tree: JsonTree } | { fault: JsonFault } {
  let at = 0
  let fault: JsonFault | undefined

  function fail(expected: string): undefined {
    fault ??= { at, actual: at < text.length ? (take(anything) ?? '') : 'end', expected }
    return undefined
  }
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  /** Whether this character is next, which is then passed. */
  function passes(character: string): boolean {
    take(space)
    const isNext = text[at] === character
    if (isNext) at++
    return isNext
  }
  function readText(): string | undefined {
    const end = endOfText(text, at)
    try {
      const value = JSON.parse(text.slice(at, end)) as string
      at = end
      return value
    } catch {
      return fail('a text in double quotes on one line, with known escapes')
    }
  }
  function readValue(depth: number): JsonTree | undefined {
    take(space)
    const start = at
    if (depth > deepestJson) return fail(`at most ${deepestJson} levels of lists and objects`)
    if (passes('[')) return readList(start, depth)
    if (passes('{')) return readObject(start, depth)
    if (text[at] === '"') {
      const value = readText()
      return value === undefined ? undefined : { at: start, kind: 'value', value }
    }
    const written = take(literal)
    if (written === undefined) return fail('a value')
    return { at: start, kind: 'value', value: JSON.parse(written) as number | boolean | null }
  }
  function readList(start: number, depth: number): JsonTree | undefined {
    const items: JsonTree[] = []
    if (passes(']')) return { at: start, kind: 'list', items }
    do {
      const item = readValue(depth + 1)
      if (item === undefined) return undefined
      items.push(item)
    } while (passes(','))
    return passes(']') ? { at: start, kind: 'list', items } : fail('`,` or `]`')
  }
  function readObject(start: number, depth: number): JsonTree | undefined {
    const fields = new Map<string, JsonTree>()
    if (passes('}')) return { at: start, kind: 'object', fields }
    do {
      take(space)
      if (text[at] !== '"') return fail('a name in double quotes')
      const from = at
      const name = readText()
      if (name === undefined) return undefined
      if (fields.has(name)) {
        at = from
        return fail(`a name that does not stand in this object before, as ${name} does`)
      }
      if (!passes(':')) return fail('`:`')
      const value = readValue(depth + 1)
      if (value === undefined) return undefined
      fields.set(name, value)
    } while (passes(','))
    return passes('}') ? { at: start, kind: 'object', fields } : fail('`,` or `}`')
  }

  const tree = readValue(1)
  take(space)
  if (tree !== undefined && at < text.length) fail('nothing after the end')
  return fault === undefined && tree !== undefined
    ? { tree }
    : { fault: fault ?? { at, actual: 'end', expected: 'a value' } }
}

/** Where the text in quotes that begins at `start` ends, or the whole where it does not. */
function endOfText(text: string, start: number): number {
  let at = start
  for (;;) {
    at = text.indexOf('"', at + 1)
    if (at < 0) return text.length
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at + 1
  }
}
