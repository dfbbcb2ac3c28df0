import type { Page } from 'playwright-core'

interface Part {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: { readonly value?: unknown }
  readonly name?: { readonly value?: unknown }
  readonly childIds?: readonly string[]
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
}

/** What is read of an element beside its role and name. */
const told = ['level', 'expanded', 'pressed', 'checked', 'disabled', 'required', 'invalid']
/** Roles that say nothing by themselves. */
const silent = new Set([
  'generic',
  'none',
  'LineBreak',
  'InlineTextBox',
  'ListMarker',
  'MathMLRow',
  'MathMLIdentifier',
  'MathMLOperator',
  'MathMLNumber',
])
/** Roles whose name is all of their text. */
const named = new Set(['link', 'button', 'heading', 'image', 'time', 'DisclosureTriangle', 'math'])

/**
 * Chromium's accessibility tree below the first element of a role, as a screen reader goes through
 * it: a line an element, indented below what it stands in, with role, name and state. Elements that say
 * nothing are left out, and text that is parted only by them is one line.
 */
export async function readingOf(page: Page, role: string): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Accessibility.enable')
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly Part[]
  }
  const parts = new Map(nodes.map((node) => [node.nodeId, node]))
  const top = nodes.find((node) => roleOf(node) === role)
  if (top === undefined) throw new Error(`There is no ${role} in the accessibility tree.`)
  return `${tidy(linesOf(top, parts, 0)).join('\n')}\n`
}

function roleOf(part: Part): string {
  return part.ignored ? 'none' : String(part.role?.value ?? 'none')
}

function linesOf(part: Part, parts: ReadonlyMap<string, Part>, depth: number): readonly string[] {
  const role = roleOf(part)
  const name = String(part.name?.value ?? '').replace(/\s+/g, ' ')
  const indent = '  '.repeat(depth)
  if (role === 'StaticText') return name.trim() === '' ? [] : [`${indent}“${name}”`]
  const children = (part.childIds ?? []).flatMap((id) => parts.get(id) ?? [])
  const below = (deeper: number) => children.flatMap((child) => linesOf(child, parts, deeper))
  if (silent.has(role)) return below(depth)
  const states = (part.properties ?? [])
    .filter((property) => told.includes(property.name) && property.value.value !== 'false')
    .map((property) => ` (${property.name} ${String(property.value.value)})`)
  const line = `${indent}${role}${name === '' ? '' : ` “${name.trim()}”`}${states.join('')}`
  const inside = below(depth + 1)
  return [line, ...(named.has(role) ? inside.filter((text) => !/^ *“/.test(text)) : inside)]
}

/** Joins lines of text that follow one another at one depth. */
function tidy(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const line of lines) {
    const [, indent, text] = /^( *)“(.*)”$/.exec(line) ?? []
    const [, before, earlier] = /^( *)“(.*)”$/.exec(joined.at(-1) ?? '') ?? []
    const same = text !== undefined && earlier !== undefined && indent === before
    if (same) joined[joined.length - 1] = `${indent ?? ''}“${earlier}${text}”`
    else joined.push(line)
  }
  return joined.map((line) => line.replace(/“\s+/, '“').replace(/\s+”/, '”'))
}
