import type { Chart } from '../../experiments/contract.ts'
import { dataOf, intervalNote, leftOutNote } from './chart-data.ts'
import { furniture } from './furniture.ts'
import { layOut, type Layout } from './layout.ts'
import { seriesMarks, type PlotLibrary } from './marks.ts'
import { cleanPlot } from './clean-plot.ts'

/** Widths that charts are drawn at: a column of text, and a telephone. */
export const chartWidths = { wide: 640, narrow: 340 } as const

export interface DrawOptions {
  readonly document: Document
  readonly Plot: PlotLibrary
  /** 640 unless told. */
  readonly width?: number
}

/**
 * Draws a chart as an SVG without style elements, style attributes and ids unless points lie
 * outside the axes' own bounds; the same chart and width give the same bytes. Where there is no
 * point to draw, a paragraph that says so.
 */
export function drawChart(
  chart: Chart,
  options: DrawOptions,
): SVGSVGElement | HTMLParagraphElement {
  const { document, Plot, width = chartWidths.wide } = options
  const data = dataOf(chart)
  if (data.series.every(({ points }) => points.length === 0)) return emptyState(document)
  const layout = layOut(chart, data, width)
  const { height, margins, places, values, flipped } = layout
  const [x, y] = flipped
    ? [scaleOptions(values), { ...scaleOptions(places), reverse: true }]
    : [scaleOptions(places), scaleOptions(values)]
  const { behind, before } = furniture(Plot, chart, data, layout)
  const svg = Plot.plot({
    document,
    width,
    height,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    className: 'plot',
    x,
    y,
    marks: [...behind, ...seriesMarks(Plot, data, layout), ...before],
  }) as SVGSVGElement
  return cleanPlot(svg, chart, `${slug(chart.title)}-${width}`)
}

/**
 * A figure with its title, the chart for wide and for narrow places (the style sheet shows one of
 * the two) and notes on intervals and on points that are left out.
 */
export function drawFigure(chart: Chart, options: Omit<DrawOptions, 'width'>): HTMLElement {
  const { document } = options
  const figure = document.createElement('figure')
  figure.className = 'chart'
  const caption = document.createElement('figcaption')
  caption.textContent = chart.title
  figure.append(caption)
  for (const [name, width] of Object.entries(chartWidths)) {
    const drawn = drawChart(chart, { ...options, width })
    figure.append(drawn)
    if (drawn.localName === 'p') return figure
    drawn.classList.add(name)
  }
  for (const note of [intervalNote(chart), leftOutNote(chart)]) {
    if (note === undefined) continue
    const words = document.createElement('p')
    words.className = 'chart-note'
    words.textContent = note
    figure.append(words)
  }
  return figure
}

function emptyState(document: Document): HTMLParagraphElement {
  const words = document.createElement('p')
  words.className = 'chart-empty'
  words.textContent = 'There is nothing to draw: no point of this figure has finite numbers.'
  return words
}

function scaleOptions({ domain, log }: Layout['places']): object {
  return { axis: null, type: log ? 'log' : 'linear', domain: [...domain], label: null }
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
