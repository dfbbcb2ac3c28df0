import path from 'node:path'
import fc from 'fast-check'
import { nodeKinds } from '../../../src/core/document.ts'
import { wordingHash } from '../../../src/core/wording.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import type { CitedNode } from '../../../src/outputs/cite/cited-node.ts'
import { hostile } from '../graph.ts'

const commit = '0123456789abcdef0123456789abcdef01234567'
const site = 'https://assay.example/assay'

/** A wording that is committed and archived, with what a test needs to be different. */
export function wording(given: Partial<CitedNode> = {}): CitedNode {
  const { id = 'reward-models-are-small', statement = 'A reward model is small.' } = given
  const hash = wordingHash(statement)
  return {
    id,
    kind: 'claim',
    title: 'Reward models are small',
    statement,
    map: 'Does alignment generalise further than capabilities?',
    hash,
    page: `${site}/c/${id}/`,
    url: `${site}/c/${id}/#v=${hash}`,
    since: { commit, on: '2026-11-20T10:00:00Z' },
    archived: `https://github.com/example/assay/blob/${commit}/content/alignment/${id}.md`,
    ...given,
  }
}

/** A wording of which nothing is known but what it says. */
export function unknown(given: Partial<CitedNode> = {}): CitedNode {
  const { since: _, archived: __, ...known } = wording(given)
  return known
}

const kb = assemble(readContent(path.resolve(import.meta.dirname, '../../../content')))

/** Every node of this repository, as it is written. */
export const realWordings: readonly CitedNode[] = [...kb.graph.nodes.values()].map(
  ({ id, kind, title, statement, map }) =>
    wording({ id, kind, title, statement, map: kb.maps.get(map)?.title ?? map }),
)

const texts = [
  hostile,
  String.raw`\ { } % # $ ~ ^ _ & < > | " ' ${'`'} \textbf{bold} \begin{x} $x^2_1$ \% \\`,
  '}, url = {https://evil.example}, note = {',
  '}}} @string{a = "b"} @comment{ % {{{',
  'ends in a backslash \\',
  '\\textbf{starts} with a command, LaTeX McGee, AI and 2D',
  '"quoted" “curly” ‘single’ it\'s -- and --- and \'\'twice\'\'',
  'TY  - JOUR\r\nER  - \r\n\r\nTY  - BOOK\nTI  - Another\u2028AU  - Mallory',
  'A value with ER  - in the middle  - of it  -   here',
  ']]></title></script><script>alert(1)</script><!-- --> &amp; &#60;b&#62; <i>i</i> <sc>x</sc>',
  '🦊 👩‍💻 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301 Ångström — naïve … ½ ﬁ ς 中文 かな 한국어',
  'שלום \u202eevil\u202c عربي \u2067isolated\u2069 \u200fmarked',
  'null\0 escape\u001b[31m bell\u0007 private\ue000\ue001\ue002\ue003 lone\ud800 none\ufffe\ufdd0',
  '=HYPERLINK("x") -leading +1 @cmd',
  '10.1000/182 https://x.example/a_b?c=%20&d=e#f DOI: 10.1/x pp. 3-5',
  'Who? What! Where… When.',
  `${'W'.repeat(118)} ${'i'.repeat(121)}`,
]

/** Wordings whose title, statement and map are meant to break a format. */
export const hostileWordings: readonly CitedNode[] = texts.map((text, i) =>
  wording({
    id: `hostile-${String(i)}`,
    kind: nodeKinds[i % nodeKinds.length] ?? 'claim',
    title: text,
    statement: `${text} is so`,
    map: text,
  }),
)

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(...String.raw`\ { } {{ }} % # $ ~ ^ _ & < > | " ' - -- ' '' @ , = ER TY - textbf{ \" \'e`.split(' ')),
  fc.constantFrom('  - ', '\r\n', '\n\nTY  - ', '`` ', '\\', '{}'),
)

/** A line of anything, with some letter in it. */
export const anyText: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 8 })
  .map((pieces) => `a${pieces.join('')}`)
