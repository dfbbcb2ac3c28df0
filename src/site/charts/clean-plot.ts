import type { Chart } from '../../experiments/contract.ts'
import { fontSize } from './text-width.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

/**
 * Makes of Plot's drawing one that a strict Content-Security-Policy allows: no style element or
 * attribute, ids that follow from `name` alone. Its label and description say what is drawn, so
 * the labels of parts, which nobody can reach in an image, go.
 */
export function cleanPlot(svg: SVGSVGElement, chart: Chart, name: string): SVGSVGElement {
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const part of svg.querySelectorAll('*')) {
    for (const attribute of ['style', 'aria-label', 'aria-hidden']) part.removeAttribute(attribute)
  }
  for (const [i, clip] of svg.querySelectorAll('clipPath').entries()) {
    const [from, to] = [clip.id, `${name}-clip-${i + 1}`]
    clip.id = to
    for (const user of svg.querySelectorAll(`[clip-path="url(#${from})"]`)) {
      user.setAttribute('clip-path', `url(#${to})`)
    }
  }
  for (const text of svg.querySelectorAll('text')) raiseExponents(text)
  for (const attribute of ['font-family', 'width', 'height']) svg.removeAttribute(attribute)
  svg.setAttribute('font-size', String(fontSize))
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', chart.title)
  const description = svg.ownerDocument.createElementNS(svgNamespace, 'desc')
  description.textContent = describe(chart)
  svg.prepend(description)
  return svg
}

function describe({ x, y, series, references = [] }: Chart): string {
  const scale = (log: true | undefined): string => (log === true ? ' (logarithmic)' : '')
  const names = series.map(({ name }) => name).join('; ')
  const lines = references.map(({ label }) => label).join('; ')
  return [
    `Across: ${x.label}${scale(x.log)}.`,
    `Upwards: ${y.label}${scale(y.log)}.`,
    `Shown: ${names}.`,
    ...(lines === '' ? [] : [`Marked: ${lines}.`]),
  ].join(' ')
}

/** Sets `10^−5` with a raised exponent. */
function raiseExponents(text: SVGTextElement): void {
  const match = /^(.*)\^(−?\d+)$/.exec(text.textContent ?? '')
  if (match === null || text.childElementCount > 0) return
  const raised = text.ownerDocument.createElementNS(svgNamespace, 'tspan')
  raised.setAttribute('dy', '-0.4em')
  raised.setAttribute('font-size', '0.8em')
  raised.textContent = match[2] ?? ''
  text.textContent = match[1] ?? ''
  text.append(raised)
}
