import type { Chart } from '../../experiments/contract.ts'
import type { ChartData } from './chart-data.ts'
import type { Layout } from './layout.ts'
import { classOf, dashOf, symbolOf, type PlotLibrary } from './marks.ts'
import { placeReferenceLabels, referencesOf, type ReferenceLabel } from './reference-labels.ts'
import { sample, type LegendItem } from './series-labels.ts'
import { fontSize, lineHeight } from './text-width.ts'

type Markish = import('@observablehq/plot').Markish

/** What stands around the marks: behind them the grid, before them all words. */
export function furniture(
  Plot: PlotLibrary,
  chart: Chart,
  data: ChartData,
  layout: Layout,
): { readonly behind: readonly Markish[]; readonly before: readonly Markish[] } {
  return {
    behind: [...grid(Plot, layout), ...referenceLines(Plot, chart, layout)],
    before: [
      ...tickWords(Plot, layout),
      ...axisLabels(Plot, layout),
      ...referenceWords(Plot, placeReferenceLabels(chart, data, layout)),
      ...endWords(Plot, layout),
      ...layout.legend.flatMap((item) => legendMarks(Plot, item, layout)),
    ],
  }
}

function grid(Plot: PlotLibrary, { flipped, places, values, bars }: Layout): readonly Markish[] {
  const lines = flipped ? Plot.ruleX : Plot.ruleY
  const [low, high] = values.domain
  const feet = bars && low < 0 && high >= 0 ? [low, 0] : [low]
  return [
    lines(values.ticks, { className: 'grid', stroke: 'currentColor' }),
    lines(feet, { className: 'axis', stroke: 'currentColor' }),
    ...(flipped ? [] : [tickMarks(Plot, places.ticks)]),
  ]
}

const upright = {
  draw(context: CanvasPath, length: number): void {
    context.moveTo(0, 0)
    context.lineTo(0, -length)
  },
}

function tickMarks(Plot: PlotLibrary, ticks: readonly number[]): Markish {
  return Plot.vectorX(ticks, {
    frameAnchor: 'bottom',
    anchor: 'start',
    rotate: 180,
    length: 5,
    shape: upright,
    className: 'axis',
    stroke: 'currentColor',
    strokeWidth: 1,
  })
}

function tickWords(Plot: PlotLibrary, { flipped, places, values }: Layout): readonly Markish[] {
  const [across, down] = flipped ? [values, places] : [places, values]
  const common = { className: 'tick' }
  return [
    Plot.text(across.ticks, {
      x: (tick: number) => tick,
      frameAnchor: 'bottom',
      lineAnchor: 'top',
      dy: 9,
      lineHeight: lineHeight / fontSize,
      text: (_: number, i: number) => across.words[i],
      ...common,
    }),
    Plot.text(down.ticks, {
      y: (tick: number) => tick,
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -8,
      lineHeight: lineHeight / fontSize,
      text: (_: number, i: number) => down.words[i],
      ...common,
    }),
  ]
}

function axisLabels(Plot: PlotLibrary, layout: Layout): readonly Markish[] {
  const { margins, horizontalLabel, verticalLabel } = layout
  const options = { className: 'axis-label', lineHeight: lineHeight / fontSize }
  return [
    Plot.text([horizontalLabel.join('\n')], {
      frameAnchor: 'bottom',
      lineAnchor: 'bottom',
      dy: margins.bottom - 5,
      ...options,
    }),
    Plot.text([verticalLabel.join('\n')], {
      frameAnchor: 'top-left',
      textAnchor: 'start',
      lineAnchor: 'bottom',
      dx: -margins.left,
      dy: -12,
      ...options,
    }),
  ]
}

function referenceLines(Plot: PlotLibrary, chart: Chart, layout: Layout): readonly Markish[] {
  return referencesOf(chart, layout).map(({ axis, at }) => {
    const standing = (axis === 'x') !== layout.flipped
    const options = { className: 'reference', stroke: 'currentColor', strokeDasharray: '1 3' }
    return standing ? Plot.ruleX([at], options) : Plot.ruleY([at], options)
  })
}

function referenceWords(Plot: PlotLibrary, labels: readonly ReferenceLabel[]): readonly Markish[] {
  return labels.map(({ text, x, y, anchor }) =>
    Plot.text([text], {
      frameAnchor: 'top-left',
      textAnchor: anchor,
      lineAnchor: 'middle',
      dx: x,
      dy: y,
      className: 'reference-label',
    }),
  )
}

function endWords(Plot: PlotLibrary, { ends }: Layout): readonly Markish[] {
  return ends.map(({ number, text, y }) =>
    Plot.text([text.join('\n')], {
      frameAnchor: 'top-right',
      textAnchor: 'start',
      lineAnchor: 'middle',
      dx: 9,
      dy: y,
      lineHeight: lineHeight / fontSize,
      className: classOf(number, 'series-name'),
    }),
  )
}

/** A sample of the series' mark and its name, placed from the top left of the drawing. */
function legendMarks(Plot: PlotLibrary, item: LegendItem, { margins }: Layout): readonly Markish[] {
  const {
    series: { kind, number },
    text,
  } = item
  const [dx, dy] = [item.x - margins.left, item.y + lineHeight / 2 - margins.top]
  const dash = dashOf(number)
  const corner = { frameAnchor: 'top-left' } as const
  const line = Plot.vector([0], {
    ...corner,
    dx,
    dy,
    length: sample.length,
    rotate: 90,
    anchor: 'start',
    shape: upright,
    className: classOf(number, kind),
    stroke: 'currentColor',
    strokeWidth: kind === 'theory' ? 1 : 2,
    ...(dash === undefined ? {} : { strokeDasharray: dash }),
  })
  const dot = Plot.dot([0], {
    ...corner,
    dx: dx + sample.length / 2,
    dy,
    symbol: symbolOf(number),
    r: 4,
    fill: 'currentColor',
    className: classOf(number, 'point'),
  })
  const words = Plot.text([text.join('\n')], {
    ...corner,
    textAnchor: 'start',
    lineAnchor: 'top',
    lineHeight: lineHeight / fontSize,
    dx: dx + sample.length + sample.gap,
    dy: dy - 7.5,
    className: classOf(number, 'series-name'),
  })
  return [
    ...(kind === 'line' || kind === 'theory' ? [line] : []),
    ...(kind === 'theory' ? [] : [dot]),
    words,
  ]
}
