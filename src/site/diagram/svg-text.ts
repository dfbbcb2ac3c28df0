type Value = string | number | undefined

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10 + 0)
}

function attributeText([name, value]: readonly [string, Value]): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return ` ${name}="${rounded(value)}"`
  const text = escapeText(value).replace(/"/g, '&quot;')
  return ` ${name}="${text}"`
}

/**
 * One SVG element as text, good in HTML and in XML. Attributes stand in the order given, without
 * those that are undefined; numbers keep one decimal. Children are element texts or `svgText`.
 */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly string[]
): string {
  const start = `<${name}${Object.entries(attributes).map(attributeText).join('')}`
  const content = children.join('')
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`
}

/** Text content, escaped. */
export function svgText(text: string): string {
  return escapeText(text)
}
