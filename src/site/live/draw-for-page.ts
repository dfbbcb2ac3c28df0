import { dot, line, plot, rect, ruleX, ruleY, text, vector, vectorX } from '@observablehq/plot'
import type { Chart } from '../../experiments/contract.ts'
import { drawFigure } from '../charts/draw-chart.ts'

const Plot = { dot, line, plot, rect, ruleX, ruleY, text, vector, vectorX }

/** Draws a chart for this page; with Plot, the heaviest part of the page, so loaded last. */
export function drawForPage(chart: Chart): HTMLElement {
  return drawFigure(chart, { document, Plot })
}
