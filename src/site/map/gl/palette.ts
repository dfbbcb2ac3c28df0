/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

/** The colours of the page in which a map is drawn, as its style sheet has them now. */
export interface Palette {
  readonly paper: Rgb
  readonly ink: Rgb
  readonly focus: Rgb
  /** Of what has no label, no strength or no colour of its own. */
  readonly none: Rgb
  /** By position in `kindNames`, `labelNames` and `relationNames`. */
  readonly kinds: readonly Rgb[]
  readonly labels: readonly Rgb[]
  readonly relations: readonly Rgb[]
  /** The colours of no strength at all and of full strength. */
  readonly weak: Rgb
  readonly strong: Rgb
  /** The face of labels, a list of families. */
  readonly sans: string
}

/** The palette of the style sheet that holds for an element, in the colour scheme of the moment. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const colour = (name: string): Rgb => parseColour(style.getPropertyValue(name).trim())
  const none = colour('--muted')
  return {
    paper: colour('--paper'),
    ink: colour('--ink'),
    focus: colour('--focus'),
    none,
    kinds: ['--claim', '--evidence', '--counter', '--question'].map(colour),
    labels: ['--label-in', '--label-out', '--label-undecided'].map(colour),
    relations: [
      colour('--supports'),
      colour('--rebuts'),
      colour('--undercuts'),
      none,
      colour('--question'),
    ],
    weak: colour('--rule'),
    strong: colour('--claim'),
    sans: style.getPropertyValue('--sans').trim() || 'sans-serif',
  }
}

/**
 * A colour as style sheets write it: `#rgb`, `#rrggbb` or `rgb(…)`.
 *
 * @throws SyntaxError for anything else.
 */
export function parseColour(text: string): Rgb {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1]
  if (hex !== undefined) {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
    const value = Number.parseInt(digits, 16)
    return [value >> 16, (value >> 8) & 255, value & 255]
  }
  const parts = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/i.exec(text)
  if (parts === null) throw new SyntaxError(`Expected a colour, not ${JSON.stringify(text)}`)
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])]
}

/** The colour that far from one to another, 0 to 1. */
export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => Math.round(from[i] + (to[i] - from[i]) * share)
  return [at(0), at(1), at(2)]
}

export function toCss([red, green, blue]: Rgb, alpha = 1): string {
  return `rgb(${red} ${green} ${blue} / ${alpha})`
}

/** A colour with its alpha as four bytes in the order of memory, as graphics read them. */
export function pack([red, green, blue]: Rgb, alpha: number): number {
  return ((Math.round(255 * alpha) << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

export function unpack(colour: number): Rgb {
  return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]
}
