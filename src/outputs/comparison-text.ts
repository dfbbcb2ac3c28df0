import { createColors } from 'picocolors'
import type { Comparison } from '../analysis/compare/comparison.ts'
import { visible } from '../core/catalogue/entry.ts'
import { headline } from './comparison-headline.ts'
import { toSections } from './comparison-sections.ts'
import type { Line, Span } from './comparison-spans.ts'

/** A comparison for a terminal; no character of content reaches it as a control. */
export function toComparisonText(
  comparison: Comparison,
  { colour }: { readonly colour: boolean },
): string {
  const colours = createColors(colour)
  const title = (id: string) =>
    Object.hasOwn(comparison.titles, id) ? `“${visible(comparison.titles[id] ?? '')}” (${id})` : id
  const span = (part: Span): string => {
    if (typeof part === 'string') return part
    if ('node' in part) return title(part.node)
    if ('text' in part) return visible(part.text)
    if ('name' in part) return visible(part.name)
    if ('strong' in part) return colours.bold(part.strong)
    if ('added' in part) return colours.green(`{+${visible(part.added)}+}`)
    if ('removed' in part) return colours.red(`[-${visible(part.removed)}-]`)
    return colours.dim(part.code)
  }
  const write = (line: Line) => line.map(span).join('')
  const blocks = toSections(comparison).map(({ title: name, lines, leftOut }) =>
    [
      colours.underline(`${name} (${lines.length + leftOut})`),
      ...lines.map((line) => `  ${write(line)}`),
      ...(leftOut === 0 ? [] : [`  and ${leftOut} more`]),
      '',
    ].join('\n'),
  )
  return [`${colours.bold(write(headline(comparison)))}\n`, ...blocks].join('\n')
}
