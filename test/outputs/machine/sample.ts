import type { Moment } from '../../../src/analysis/history/history.ts'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import type { NodeId } from '../../../src/core/id.ts'
import type { KnowledgeBase } from '../../../src/core/knowledge-base.ts'
import { wordingHash } from '../../../src/core/wording.ts'
import type { MachineContent } from '../../../src/outputs/machine/node-file.ts'

const site = 'https://assay.example/assay'

export const moment: Moment = {
  commit: '0123456789abcdef0123456789abcdef01234567',
  on: '2026-05-03T10:00:00Z',
}

/** Text of strangers: each is legal in a content file, or in one that has errors. */
export const hostileTitles: readonly string[] = [
  ']]>',
  'twice ]]> and ]]> again ]]',
  '<script>alert(1)</script>',
  '&amp; & &lt; &#60; &copy',
  'NUL \0 and \u0007 and \u001b',
  '\ufffe and \uffff and \ufdd0',
  'lone \ud800 and \udc00',
  '\u202eturned\u202c and \u2066kept\u2069',
  '👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 é e\u0301',
  'عنوان من اليمين إلى اليسار',
  'x'.repeat(240),
  '<!-- --> <![CDATA[ ]]> <?xml?>',
  '[a](https://evil.example) ![b](c) <https://evil.example> https://evil.example www.evil.example a@evil.example',
  '# heading',
  '- item',
  '12. item',
  '> quotation',
  '```js',
  '| a | b |',
  '$a$ ~b~ *c* _d_ `e` \\f',
  '[^1] [x]: https://evil.example',
  '---',
  '===',
  '=SUM(A1)',
  '"quoted" \'quoted\'',
]

/** Content for machines around a knowledge base, its addresses those of a made-up site. */
export function machineContent(kb: KnowledgeBase, known: Moment | 'unknown' = moment): MachineContent {
  const modified = known === 'unknown' ? undefined : known
  const page = (id: string) => `${site}/c/${id}/`
  const hashOf = (id: NodeId) => wordingHash(kb.graph.nodes.get(id)?.statement ?? '')
  return {
    kb,
    labels: labelGrounded(kb.graph),
    addresses: {
      home: `${site}/`,
      page,
      pinned: (id, hash) => `${page(id)}#v=${hash}`,
      map: (id, part) => `${site}/maps/${id}/${part === undefined ? '' : `#${part}`}`,
      source: (id) => `${site}/sources/${id}/`,
      forms: (id) => ({ json: `${site}/c/${id}.json`, md: `${site}/c/${id}.md` }),
      schema: (file) => `${site}/schemas/${file}`,
      content: (path, fragment) => {
        const name = /^content\/light\/([a-z-]+)\.md$/.exec(path)?.[1]
        return name === undefined ? undefined : `${page(name)}${fragment === '' ? '' : `#${fragment}`}`
      },
    },
    wordingOf: (id) => ({
      hash: hashOf(id),
      statement: kb.graph.nodes.get(id)?.statement ?? '',
      ...(modified === undefined ? {} : { since: modified }),
    }),
    citedOf: (id) => {
      const node = kb.graph.nodes.get(id)
      if (node === undefined) throw new RangeError(`Expected \`id\` to be a node: ${id}`)
      const { kind, title, statement, map } = node
      return {
        id,
        kind,
        title,
        statement,
        map: kb.maps.get(map)?.title ?? map,
        hash: hashOf(id),
        page: page(id),
        url: `${page(id)}#v=${hashOf(id)}`,
        ...(modified === undefined ? {} : { since: modified }),
      }
    },
    modifiedOf: () => modified,
    strengthOf: (id) =>
      kb.graph.nodes.get(id)?.kind === 'question'
        ? undefined
        : { value: 0.123456789, lowest: 0.1, highest: Number.NaN, dependsOnFormula: false },
  }
}
