import * as Plot from '@observablehq/plot'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import type { Chart, Series } from '../../../src/experiments/contract.ts'
import { chartWidths, drawChart, drawFigure } from '../../../src/site/charts/draw-chart.ts'

const { document } = new JSDOM('').window
const draw = (chart: Chart, width?: number): Element =>
  drawChart(chart, { document, Plot, ...(width === undefined ? {} : { width }) })

const line = (name: string, ys: readonly number[], kind: Series['kind'] = 'line'): Series => ({
  name,
  kind,
  points: ys.map((y, x) => ({ x: x + 1, y, low: y - 0.1, high: y + 0.1 })),
})
const chart = (series: readonly Series[], more: Partial<Chart> = {}): Chart => ({
  title: 'How it goes',
  x: { label: 'effort' },
  y: { label: 'reward' },
  series,
  ...more,
})
const words = (drawn: Element): readonly string[] =>
  [...drawn.querySelectorAll('text')].map((text) =>
    [...(text.children.length > 0 ? text.children : [text])]
      .map((part) => part.textContent)
      .join(' '),
  )
/** Middles of the marks of the first series, which are circles. */
const circlesOf = (drawn: Element): readonly (readonly [number, number])[] =>
  [...drawn.querySelectorAll('.point.series-1 circle[cy]')].map((mark) => [
    Number(mark.getAttribute('cx')),
    Number(mark.getAttribute('cy')),
  ])

describe('a drawing', () => {
  const all: readonly Chart[] = [
    chart([line('one', [1, 2, 3]), line('two', [3, 2, 1])]),
    chart([line('data', [1, 2, 3], 'points'), line('theory', [1, 2, 3], 'theory')]),
    chart([line('count', [1, 5, 9], 'bars')], {
      references: [{ axis: 'y', at: 4, label: 'half' }],
    }),
    chart([line('out', [1, 50, 3])], { y: { label: 'share', domain: [0, 4] } }),
    chart([line('steep', [1, 1000, 1e7])], { y: { label: 'cost', log: true } }),
  ]

  it.each(all)('has no style of its own and is an image with a name', (each) => {
    for (const width of Object.values(chartWidths)) {
      const drawn = draw(each, width)
      expect(drawn.querySelectorAll('style, [style], script, foreignObject').length).toBe(0)
      expect(drawn.getAttribute('role')).toBe('img')
      expect(drawn.getAttribute('aria-label')).toBe(each.title)
      const described = drawn.querySelector('desc')?.textContent ?? ''
      for (const { name } of each.series) expect(described).toContain(name)
      for (const { name } of each.series) expect(words(drawn)).toContain(name)
      expect(words(drawn)).toContain(each.y.label)
      expect(drawn.outerHTML).not.toMatch(/NaN|undefined|Infinity/)
    }
  })

  it.each(all)('is the same to the byte when it is drawn again', (each) => {
    const first = drawFigure(each, { document, Plot }).outerHTML
    draw(all[3] as Chart)
    expect(drawFigure(each, { document, Plot }).outerHTML).toBe(first)
  })

  it('puts marks where the numbers are', () => {
    const drawn = draw(chart([line('rise', [0, 1, 2, 4])]))
    const ys = circlesOf(drawn).map(([, y]) => y)
    expect(ys.length).toBe(4)
    const [a = 0, b = 0, c = 0, d = 0] = ys
    expect(a - b).toBeCloseTo(b - c, 0)
    expect(c - d).toBeCloseTo(2 * (a - b), 0)
  })

  it('gives each series a colour, a shape and dashes of its own', () => {
    const many = Array.from({ length: 6 }, (_, i) => line(`series ${i}`, [i, i + 1, i + 2]))
    const drawn = draw(chart(many))
    const marks = [1, 2, 3, 4, 5, 6].map((n) => {
      const group = drawn.querySelector(`.point.series-${n}`)
      const dash = drawn.querySelector(`.line.series-${n}`)?.getAttribute('stroke-dasharray')
      return { shape: group?.querySelector('path')?.getAttribute('d') ?? 'circle', dash }
    })
    expect(new Set(marks.map(({ shape }) => shape)).size).toBe(6)
    expect(new Set(marks.map(({ dash }) => dash)).size).toBe(6)
  })

  it('names lines at their ends where that fits, else in a legend, each once', () => {
    const apart = draw(chart([line('low', [1, 1, 1]), line('high', [1, 5, 9])]))
    const nameAt = (drawn: Element) =>
      drawn.querySelector('.series-name')?.getAttribute('transform')
    const close = draw(
      chart(Array.from({ length: 6 }, (_, i) => line(`series ${i}`, [1, 2, 3 + i / 100]))),
    )
    expect(nameAt(apart)).not.toBe(nameAt(close))
    for (const drawn of [apart, close]) {
      const names = [...drawn.querySelectorAll('.series-name')].map((name) => name.textContent)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('turns long names of categories to lines beside the chart', () => {
    const names = [
      'the same wording as before',
      'words never seen in training',
      'shuffled labels of all',
    ]
    const points = names.map((x, i) => ({ x, y: i + 1 }))
    const drawn = draw(chart([{ name: 'judge', kind: 'points', points }]), chartWidths.narrow)
    const ys = circlesOf(drawn).slice(0, 3)
    expect(ys.map(([x]) => x)).toEqual([...ys.map(([x]) => x)].sort((a, b) => a - b))
    expect(new Set(ys.map(([, y]) => y)).size).toBe(3)
    for (const name of names) expect(words(drawn)).toContain(name)
  })

  it('says powers of ten with a raised exponent', () => {
    const drawn = draw(chart([line('tiny', [1e-8, 1e-5, 1e-2])], { y: { label: 'p', log: true } }))
    expect(drawn.querySelector('tspan[font-size]')?.textContent).toMatch(/^−\d$/)
  })
})

describe('what cannot be drawn', () => {
  it('is said where it is all', () => {
    for (const series of [
      [],
      [line('none', [])],
      [line('bad', [Number.NaN, Number.POSITIVE_INFINITY])],
    ]) {
      const drawn = draw(chart(series))
      expect(drawn.localName).toBe('p')
      expect(drawn.textContent).toContain('nothing to draw')
    }
  })

  it('is counted where it is a part', () => {
    const figure = drawFigure(chart([line('mixed', [1, Number.NaN, 3])]), { document, Plot })
    expect(figure.textContent).toContain('One value is left out')
    const log = chart([line('mixed', [1, 0, -3])], { y: { label: 'p', log: true } })
    expect(drawFigure(log, { document, Plot }).textContent).toContain('2 values are left out')
  })

  it('goes with a word on intervals where there are some', () => {
    const noteOf = (series: Series) =>
      drawFigure(chart([series]), { document, Plot }).querySelector('.chart-note')?.textContent
    expect(noteOf(line('measured', [1, 2]))).toContain('95 % intervals')
    const exact = { ...line('exact', []), points: [{ x: 1, y: 1 }, { x: 2, y: 2 }] }
    expect(noteOf(exact)).toBeUndefined()
  })

  it('never makes a drawing with a number that is none', () => {
    const number = fc.oneof(fc.double(), fc.double({ min: -1e3, max: 1e3 }), fc.constant(0))
    const point = fc.record({ x: number, y: number, low: number, high: number })
    const series = fc.record({
      name: fc.string(),
      kind: fc.constantFrom('line' as const, 'points' as const, 'bars' as const, 'theory' as const),
      points: fc.array(point, { maxLength: 6 }),
    })
    const log = fc.constantFrom({}, { log: true as const })
    fc.assert(
      fc.property(fc.array(series, { maxLength: 3 }), log, log, (all, x, y) => {
        const drawn = draw(chart(all, { x: { label: 'x', ...x }, y: { label: 'y', ...y } }), 340)
        expect(drawn.outerHTML.replace(/<desc>.*<\/desc>|<text.*?<\/text>/gs, '')).not.toMatch(
          /NaN|Infinity/,
        )
      }),
      { numRuns: 150 },
    )
  })
})
