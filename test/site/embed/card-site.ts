import { wordingHash } from '../../../src/core/wording.ts'
import { commit, git, mapFile, nodeFile, write } from '../../scripts/folder.ts'
import type { Build } from '../built.ts'
import { buildSmall } from '../small-site.ts'

/** The wordings that the statement of `wave` had, the oldest first, the present one last. */
const statements = ['Light is a wave.', 'Light is a wave in a field.'] as const
/** Their hashes. */
export const [formerHash, presentHash] = statements.map(wordingHash) as [string, string]

/** Nodes whose titles and statements are meant to do harm, or are hard to fit, by their ids. */
export const hostile: Readonly<Record<string, readonly [title: string, statement: string]>> = {
  markup: [
    '</script><script>alert(1)</script><!--',
    '</style></main><img src=x onerror=alert(1)> & {{braces}} {x} ]]> `code` $x$ #1 @someone [a](b)',
  ],
  attributes: ['" onload="alert(1)" x="', `' onmouseover='alert(1)' \\" \`\${1}\``],
  'looks-like-entities': ['&lt;b&gt; &amp;amp; &copy', '&'.repeat(240)],
  'turned-round': ['a\u202etxt.exe\u2066 b', 'It goes \u202e on and \u2067 on, with no end.'],
  'right-to-left': ['לדעת אינו לרצות (2024)', 'מערכת יכולה להבין מה אנשים מעריכים בלי להיות מונעת מכך.'],
  'one-long-word': ['W'.repeat(60), 'M'.repeat(240)],
  'many-words': ['Words and words and words, sixty characters of them, and so', 'words on light '.repeat(16)],
  pictures: ['👩‍👩‍👧 🏳️‍🌈', '🏳️‍🌈'.repeat(40)],
  'not-to-be-seen': ['bell \u0007', 'A statement with \u0001 and \u001b[31m in it.'],
}

const because = 'It tells them apart.'

function files(statement: string): Record<string, string> {
  const nodes = Object.entries(hostile).map(([id, [title, said]]) => [
    `content/light/${id}.md`,
    nodeFile({ title, statement: said }),
  ])
  return {
    ...Object.fromEntries(nodes),
    'content/light/index.md': mapFile,
    'content/light/wave.md': nodeFile({ title: 'Waves', statement }),
    'content/light/slit.md': nodeFile({
      kind: 'evidence',
      title: 'A slit',
      supports: [{ to: 'wave', because }],
    }),
    'content/light/stream.md': nodeFile({
      kind: 'counterargument',
      title: 'A stream',
      statement: 'Light is a stream.',
      rebuts: [{ to: 'wave', because }],
    }),
    'content/light/why-so.md': nodeFile({ kind: 'question', title: 'Why?', statement: 'Why is it?' }),
    'content/light/gone.md': nodeFile({
      title: 'Gone',
      statement: 'Light stands still.',
      withdrawn: { on: '2026-05-03', reason: 'It <b>moves</b>. '.repeat(29), see: ['wave', 'slit'] },
    }),
    'content/light/merged.md': nodeFile({
      title: 'Merged',
      statement: 'Light is wavy.',
      withdrawn: { on: '2026-05-03', reason: 'Said twice.', 'merged-into': 'wave' },
    }),
  }
}

/** Builds a small map as published at `https://assay.example/assay/`, for the tests of a file. */
export function buildCards(): Build {
  return buildSmall(
    (folder) => {
      git(folder, 'init', '--quiet')
      for (const statement of statements) {
        write(folder, files(statement))
        commit(folder)
      }
    },
    { site: 'https://assay.example' },
  )
}
