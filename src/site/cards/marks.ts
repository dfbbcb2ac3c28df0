import type { Label } from '../../analysis/labels/labelling.ts'
import type { NodeKind } from '../../core/document.ts'

/** How a node stands: its label, or that it was withdrawn. */
export type Standing = Label | 'withdrawn'

/** A small figure beside a word; its drawing for a font size of 1, standing on the line. */
export interface Mark {
  readonly colour: string
  readonly width: number
  readonly svg: string
}

/** The colours of the light theme, as in `tokens.css`. */
export const colours = {
  paper: '#fdfdfb',
  ink: '#1f2328',
  soft: '#4a4f56',
  muted: '#62676e',
  rule: '#dcdad2',
  claim: '#12396f',
  evidence: '#0b7a54',
  counter: '#92210f',
  question: '#855f9e',
  in: '#16705f',
  out: '#7f1d0a',
  undecided: '#826a24',
} as const

/** The shapes of kinds, as in `marks.css`. */
export const kindMarks: Readonly<Record<NodeKind, Mark>> = {
  claim: mark(colours.claim, 0.78, '<rect y="-.74" width=".78" height=".78" rx=".14"/>'),
  evidence: mark(colours.evidence, 1, '<rect y="-.68" width="1" height=".72" rx=".36"/>'),
  counterargument: mark(
    colours.counter,
    0.92,
    polygon(0.92, 0.86, '25 0 75 0 100 50 75 100 25 100 0 50'),
  ),
  question: mark(colours.question, 1, polygon(1, 0.74, '0 100 22 0 78 0 100 100')),
}

/** The shapes of labels, as in `marks.css`. */
export const standingMarks: Readonly<Record<Standing, Mark>> = {
  in: mark(colours.in, 0.9, polygon(0.9, 0.78, '0 55 14 40 38 63 86 8 100 22 39 93')),
  out: mark(colours.out, 0.78, polygon(0.78, 0.78, '0 0 100 22 22 56 22 100 0 100')),
  undecided: mark(
    colours.undecided,
    1.1,
    polygon(1.1, 0.78, '0 10 45 50 0 90') + polygon(1.1, 0.78, '100 10 55 50 100 90'),
  ),
  withdrawn: mark(
    colours.muted,
    0.78,
    `<rect x=".07" y="-.67" width=".64" height=".64" fill="none" stroke="${colours.muted}" ` +
      'stroke-width=".12" stroke-dasharray=".2 .12"/>',
  ),
}

function mark(colour: string, width: number, svg: string): Mark {
  return { colour, width, svg }
}

/** A polygon whose corners are given in hundredths of its box, which stands on the line. */
function polygon(width: number, height: number, corners: string): string {
  const numbers = corners.split(' ').map(Number)
  const points = numbers.map((number, i) =>
    (i % 2 === 0 ? (number / 100) * width : (number / 100) * height - height + 0.04).toFixed(3),
  )
  return `<polygon points="${points.join(' ')}"/>`
}
