import { wordAt } from './text-directive.ts'

const blocks = 'p,li,dt,dd,h2,h3,h4,h5,h6,blockquote,pre,tr,div'
const silent = '.sr-only,[data-script-only],[data-footnote-ref],[data-footnote-backref]'
/** Stands after a block. */
const end = '\u2029'
/** Stand around a formula: half a character, which no page that was read as UTF-8 has. */
const tex = '\uD800'

/** A range stretched to whole words and whole formulas. */
export function stretched(range: Range): Range {
  const { startContainer: first, startOffset, endContainer: last, endOffset } = range
  const whole = range.cloneRange()
  if (first instanceof Text) whole.setStart(first, wordAt(first.data, startOffset)[0])
  if (last instanceof Text && endOffset > 0) whole.setEnd(last, wordAt(last.data, endOffset - 1)[1])
  const [before, after] = [first, last].map((node) => node.parentElement?.closest('math'))
  if (before) whole.setStartBefore(before)
  if (after) whole.setEndAfter(after)
  return whole
}

/**
 * What a range has within some elements, as a quotation in Markdown, with whose it is and a link to
 * it. Formulas are TeX as GitHub reads it. Empty where there is nothing to quote.
 */
export function quotationOf(
  range: Range,
  roots: readonly Element[],
  from: { readonly title: string; readonly link: string },
): string {
  const lines = roots
    .flatMap((root) => linesIn(range, root))
    .map((line) => `> ${escaped(line)}`)
  return lines.length === 0
    ? ''
    : `${lines.join('\n>\n')}\n\n— [${escaped(from.title)}](${from.link}), Assay\n`
}

function linesIn(range: Range, root: Element): readonly string[] {
  if (!range.intersectsNode(root)) return []
  const part = range.cloneRange()
  if (!root.contains(range.startContainer)) part.setStart(root, 0)
  if (!root.contains(range.endContainer)) part.setEnd(root, root.childNodes.length)
  const copy = part.cloneContents()
  for (const element of copy.querySelectorAll(silent)) element.remove()
  for (const formula of copy.querySelectorAll('math')) {
    const written = formula.querySelector('annotation')?.textContent ?? formula.textContent
    formula.replaceWith(tex + written + tex)
  }
  for (const element of copy.querySelectorAll('br,td,th')) element.after(' ')
  for (const block of copy.querySelectorAll(blocks)) block.append(end)
  return copy.textContent
    .replace(/[^\S\u2029]+/g, ' ')
    .split(end)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A line as Markdown that shows it as it is. */
function escaped(line: string): string {
  return line
    .split(tex)
    .map((part, i) =>
      i % 2 === 1
        ? `$\`${part.replaceAll('`', "'")}\`$`
        : part.replace(/[\\`*_[\]<>~|$]|&(?=#?\w+;)/g, '\\$&'),
    )
    .join('')
    .replace(/^(\d*)([-+#=.)])/, '$1\\$2')
}
