import { wordingHash } from '../../../src/core/wording.ts'
import { commit, git, mapFile, nodeFile, write } from '../../scripts/folder.ts'
import type { Build } from '../built.ts'
import { buildSmall } from '../small-site.ts'

/** The wordings that the statement of `wave` had, the oldest first, the present one last. */
export const statements = [
  'Light is a wave.',
  'Light is a wave in <b>something</b>, said "Huygens" & others.',
  'Light is a wave in a field, said "Huygens" & others.',
] as const

/** Their hashes. */
export const hashes = statements.map(wordingHash)

/** Text with all that makes quoting hard: it says the same twice, and has formulas, notes and lists. */
const body = `
The rings of Newton show it. A wave bends around an edge. Nobody doubts that today, and the rings of
Newton show it as well as the fringes of Young do, which “agree” with them—at 50% & more, in all of
these cases, whatever the *colour of the light* and the [size of the slit](slit.md) may be.

A wave bends around an edge. The width is $w = \\lambda / d$ for a slit of width $d$, as measured.[^1]

- A wave bends around an edge.
- One item, with a comma - and a dash.
- Café, naïve, e.g. 1.11 ± 0.02, don’t.

| colour | bends |
| --- | --- |
| red | most |
| violet | least |

$$E = h \\nu$$

Last words, שלום and 🌊 among them, end it. [label](https://example.org) *stars* and \`code\`.

[^1]: By Young, in a note of his.
`

function files(statement: string): Record<string, string> {
  const wave = nodeFile({ title: 'Waves, "rings" & <b>ripples</b> [1]', statement })
  const front = wave.slice(0, wave.indexOf('\n---\n') + 5)
  const because = 'It tells them apart.'
  return {
    'content/light/index.md': mapFile,
    'content/light/wave.md': front + body,
    'content/light/slit.md': nodeFile({ title: 'The slit', supports: [{ to: 'wave', because }] }),
    'content/light/stream.md': nodeFile({
      kind: 'counterargument',
      title: 'A stream @octocat',
      statement: 'Light is a stream of <script>alert(1)</script> *bodies*.',
      rebuts: [{ to: 'wave', because }],
    }),
    'content/light/why.md': nodeFile({ kind: 'question', title: 'Why?', statement: 'Why is light?' }),
    'content/light/gone.md': nodeFile({
      title: 'Gone',
      statement: 'Light stands still.',
      withdrawn: { on: '2026-05-03', reason: 'It moves.', see: ['wave'] },
    }),
  }
}

/** Writes the content of a small map into a folder, in three commits if it is to have a past. */
export function writeWaves(folder: string): void {
  git(folder, 'init', '--quiet')
  for (const statement of statements) {
    write(folder, files(statement))
    commit(folder)
  }
}

/** Builds the small map for the tests of the file that calls this. */
export function buildWaves(): Build {
  return buildSmall(writeWaves)
}
