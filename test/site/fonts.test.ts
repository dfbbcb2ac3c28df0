import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateFontFace, getMetricsForFamily, readMetrics } from 'fontaine'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/setup/run.mjs'

const packages = [
  '@fontsource-variable/source-serif-4/index.css',
  '@fontsource-variable/source-serif-4/wght-italic.css',
  '@fontsource-variable/source-sans-3/index.css',
]

type Metrics = Parameters<typeof generateFontFace>[0]

/** A cut of a font, and for which weights and style it stands in. */
interface Cut {
  readonly ours: string
  readonly weights: string
  readonly style: 'normal' | 'italic'
}

/** Fonts of the same widths, under their full names, first those whose names are the most common. */
interface StandIn {
  readonly name: string
  readonly family: string
  /** Of each cut its full names, and the mean width of its letters as a part of the font size. */
  readonly cuts: readonly (readonly [names: readonly string[], width: number])[]
}

const require = createRequire(import.meta.url)
const serif = (cut: string) =>
  require.resolve(`@expo-google-fonts/source-serif-4/${cut}/SourceSerif4_${cut}.ttf`)
const sans = (cut: string) =>
  require.resolve(`@expo-google-fonts/source-sans-3/${cut}/SourceSans3_${cut}.ttf`)

const serifCuts: readonly Cut[] = [
  { ours: serif('400Regular'), weights: '1 500', style: 'normal' },
  { ours: serif('600SemiBold'), weights: '501 1000', style: 'normal' },
  { ours: serif('400Regular_Italic'), weights: '1 1000', style: 'italic' },
]
const sansCuts: readonly Cut[] = [
  { ours: sans('400Regular'), weights: '1 500', style: 'normal' },
  { ours: sans('600SemiBold'), weights: '501 1000', style: 'normal' },
]

const named = (families: readonly string[], cut: string) =>
  families.map((family) => `${family}${cut}`)
const times = ['Times New Roman', 'Liberation Serif', 'Tinos', 'Nimbus Roman']
const arial = ['Arial', 'Helvetica', 'Liberation Sans', 'Arimo', 'Nimbus Sans']

/** Widths as @capsizecss/metrics 4.3.0 publishes them; of DejaVu 2.37 as `readMetrics` reads them. */
const serifs: readonly StandIn[] = [
  {
    name: 'Source Serif as Georgia',
    family: 'Georgia',
    cuts: [
      [['Georgia', 'Gelasio'], 913 / 2048],
      [['Georgia Bold', 'Gelasio Bold'], 1062 / 2048],
      [['Georgia Italic', 'Gelasio Italic'], 931 / 2048],
    ],
  },
  {
    name: 'Source Serif as Times',
    family: 'Times New Roman',
    cuts: [
      [times, 832 / 2048],
      [named(times, ' Bold'), 886 / 2048],
      [named(times, ' Italic'), 836 / 2048],
    ],
  },
  {
    name: 'Source Serif as Noto',
    family: 'Noto Serif',
    cuts: [
      [['Noto Serif', 'Noto Serif Regular'], 481 / 1000],
      [['Noto Serif Bold'], 512 / 1000],
      [['Noto Serif Italic'], 469 / 1000],
    ],
  },
  {
    name: 'Source Serif as DejaVu',
    family: 'DejaVu Serif',
    cuts: [
      [['DejaVu Serif'], 1058 / 2048],
      [['DejaVu Serif Bold'], 1168 / 2048],
      [['DejaVu Serif Italic'], 1058 / 2048],
    ],
  },
]
const sansSerifs: readonly StandIn[] = [
  {
    name: 'Source Sans as Arial',
    family: 'Arial',
    cuts: [
      [arial, 913 / 2048],
      [named(arial, ' Bold'), 983 / 2048],
    ],
  },
  {
    name: 'Source Sans as Roboto',
    family: 'Roboto',
    cuts: [
      [['Roboto', 'Roboto Regular'], 911 / 2048],
      [['Roboto Bold'], 926 / 2048],
    ],
  },
  {
    name: 'Source Sans as DejaVu',
    family: 'DejaVu Sans',
    cuts: [
      [['DejaVu Sans'], 1041 / 2048],
      [['DejaVu Sans Bold'], 1176 / 2048],
    ],
  },
]

async function metricsOf(file: string): Promise<Metrics> {
  const metrics = await readMetrics(pathToFileURL(file))
  if (metrics === null) throw new Error(`${file} cannot be read as a font.`)
  return metrics
}

/** The face under which fonts of one width stand in for a cut of ours. */
async function faceOf(cut: Cut, name: string, fonts: readonly string[], width: number) {
  const face = generateFontFace(await metricsOf(cut.ours), {
    name,
    font: fonts[0] ?? '',
    metrics: { ascent: 0, descent: 0, lineGap: 0, unitsPerEm: 1, xWidthAvg: width },
    'font-weight': cut.weights,
    'font-style': cut.style,
  })
  const sources = fonts.map((font) => `local('${font}')`).join(', ')
  return face.replace(/src: .*;/, `src: ${sources};`).replaceAll('"', "'")
}

async function standIns(): Promise<readonly string[]> {
  const faces: string[] = []
  for (const [cuts, fonts] of [[serifCuts, serifs] as const, [sansCuts, sansSerifs] as const]) {
    for (const { name, cuts: theirs } of fonts) {
      for (const [at, [names, width]] of theirs.entries()) {
        faces.push(await faceOf(cuts[at] as Cut, name, names, width))
      }
    }
  }
  return faces
}

/** The faces of a package, with addresses that do not depend on where the style sheet stands. */
function facesOf(sheet: string): readonly string[] {
  const folder = path.posix.dirname(sheet)
  const faces = readFileSync(require.resolve(sheet), 'utf8').match(/@font-face \{[^}]*\}/g) ?? []
  return faces.map((face) => {
    const placed = face.replace('url(./', `url(${folder}/`)
    // What nearly every line is set in is preloaded, and never taken in later.
    return placed.includes('-latin-wght-normal.')
      ? placed.replace('font-display: swap', 'font-display: optional')
      : placed
  })
}

const head = `/*
 * Our fonts, and fonts of a reader's own system that stand in for them, stretched to the same widths and
 * heights. A page asks for the two files of Latin upright ahead of all else (Page.astro); where they are
 * late all the same, it keeps its stand-ins and nothing moves under a reader's eyes. The next page has them.
 *
 * Made from the metrics of the fonts: \`npx vitest run test/site/fonts.test.ts -u\` writes this file.
 */`

async function styleSheet(): Promise<string> {
  const faces = [...packages.flatMap(facesOf), ...(await standIns())]
  return `${[head, ...faces].map((part) => part.trim()).join('\n\n')}\n`
}

describe('the faces of the site', () => {
  it('are those of the packages, and stand-ins as wide and as high as the metrics say', async () => {
    const file = path.join(root, 'src/site/fonts/faces.css')
    await expect(await styleSheet()).toMatchFileSnapshot(file)
  })

  it.each([...serifs, ...sansSerifs].filter(({ family }) => !family.startsWith('DejaVu')))(
    'are as wide as is published: $family',
    async ({ family, cuts }) => {
      const published = await getMetricsForFamily(family)
      expect(cuts[0]?.[1]).toBe((published?.xWidthAvg ?? NaN) / (published?.unitsPerEm ?? NaN))
    },
  )

  it('are named by the families of the site, ours first', () => {
    const tokens = readFileSync(path.join(root, 'src/site/styles/tokens.css'), 'utf8')
    for (const [variable, ours, standIns] of [
      ['serif', 'Source Serif 4 Variable', serifs],
      ['sans', 'Source Sans 3 Variable', sansSerifs],
    ] as const) {
      const families = new RegExp(`--${variable}:([^;]*);`).exec(tokens)?.[1] ?? ''
      const inOrder = [...families.matchAll(/'([^']+)'/g)].map((match) => match[1])
      expect(inOrder).toEqual([ours, ...standIns.map(({ name }) => name)])
    }
  })
})
