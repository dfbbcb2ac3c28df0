import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import type { Chart } from '../../experiments/contract.ts'
import { drawFigure } from '../charts/draw-chart.ts'

const { document } = new JSDOM('').window

/** A chart as a figure in HTML, drawn at build. */
export function figureHtml(chart: Chart): string {
  return drawFigure(chart, { document, Plot }).outerHTML
}
