import type { AnalysisFigures } from './analysis.ts'
import { duration, targetTable, toTable, type Target } from './table.ts'
import type { ViewFigures } from './views.ts'

/** What analysis takes, as text. */
export function tellAnalysis({ works, gradients }: AnalysisFigures): string {
  const rows = works.map(({ work, size, milliseconds, plain }) => [
    work,
    size,
    duration(milliseconds),
    plain === undefined ? '' : duration(plain),
    plain === undefined ? '' : (plain / milliseconds).toFixed(1),
  ])
  const slopes = gradients.map(({ circumstances, forward, backward }) => [
    circumstances,
    duration(forward),
    duration(backward),
    (backward / forward).toFixed(2),
  ])
  const bounded = works.flatMap(({ work, size, milliseconds, bound }): readonly Target[] =>
    bound === undefined
      ? []
      : [[`${work}, ${size}, ${bound} ms`, duration(milliseconds), milliseconds <= bound]],
  )
  const ratios = gradients.map(
    ({ circumstances, forward, backward }): Target => [
      `gradient no slower than strengths, ${circumstances}`,
      (backward / forward).toFixed(2),
      backward <= forward,
    ],
  )
  return [
    'Analysis, medians after a warm-up in this process. “Plain” is a yardstick of this bench: the',
    'same result by objects and maps; of removal, by a whole evaluation for each node.',
    '',
    toTable([['work', 'nodes / edges', 'time', 'plain', 'plain to ours'], ...rows]),
    '',
    toTable([['all nodes at once', 'strengths', 'gradient', 'ratio'], ...slopes]),
    '',
    targetTable('analysis', [...bounded, ...ratios]),
  ].join('\n')
}

/** What a reader's own view takes, as text. */
export function tellViews({ paints, loads }: ViewFigures): string {
  const rows = paints.map(({ map, middle, longest, opening }) => [
    map,
    duration(middle),
    duration(longest),
    duration(opening),
  ])
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  return [
    'A reader’s own view in Chromium: from a key on a slider until the frame after the one with',
    'the new strength, while cruxes are looked for; from the first touch to the first question',
    '',
    toTable([['map', 'median', 'longest', 'opening'], ...rows]),
    '',
    targetTable('views', [
      ...paints.map(
        ({ map, middle, bound }): Target => [
          `new strength painted, ${map}, ${bound} ms`,
          duration(middle),
          middle <= bound,
        ],
      ),
      ...loads.map(
        ({ what, bytes, bound }): Target => [
          `gzip from the first touch, ${what}, ${bound / 1000} kB`,
          kilobytes(bytes),
          bytes <= bound,
        ],
      ),
    ]),
  ].join('\n')
}
