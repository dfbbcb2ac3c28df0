// Mermaid decodes entities halfway: drawn as SVG text, `#quot;` comes out as `&quot;`. So entities
// travel through Mermaid as characters of private-use plane 15, which nothing treats specially,
// and are turned back in the finished drawing.
const PLANE = 0xf0000

const NAMED: ReadonlyMap<string, number> = new Map([
  ['quot', 0x22],
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['nbsp', 0xa0],
])

/** Replaces each `#name;` or `#number;` of the basic plane with its private stand-in. */
export function hideEntities(mermaid: string): string {
  return mermaid.replace(/#(\d{1,5}|[a-z]+);/g, (entity, name: string) => {
    const code = NAMED.get(name) ?? Number.parseInt(name, 10)
    const hidden = code >= 0x20 && code < 0xfffe && (code < 0xd800 || code > 0xdfff)
    return hidden ? String.fromCodePoint(PLANE + code) : entity
  })
}

/** Turns the stand-ins of `hideEntities` back into the characters meant. */
export function showEntities(text: string): string {
  return text.replace(/[\u{f0000}-\u{ffffd}]/gu, (hidden) =>
    String.fromCodePoint((hidden.codePointAt(0) ?? PLANE) - PLANE),
  )
}
