import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parse as parseYaml } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { ArgumentNode } from '../../../src/core/document.ts'
import type { NodeId } from '../../../src/core/id.ts'
import type { KnowledgeBase } from '../../../src/core/knowledge-base.ts'
import { fileStart } from '../../../src/core/place.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { bodyMarkdown } from '../../../src/outputs/machine/body-markdown.ts'
import { toNodeFile } from '../../../src/outputs/machine/node-file.ts'
import { toNodeMarkdown } from '../../../src/outputs/machine/node-markdown.ts'
import { kbOf, node, source } from '../graph.ts'
import { hostileTitles, machineContent } from './sample.ts'

const place = source('x').place

function markdownOf(id: string, kb: KnowledgeBase): string {
  const content = machineContent(kb)
  const found = kb.graph.nodes.get(id as NodeId)
  if (found === undefined) throw new Error(`There is no ${id}.`)
  return toNodeMarkdown(found, toNodeFile(found, content), content)
}

const words = { includeHtml: false }

interface ReadBack {
  readonly fields: Record<string, unknown>
  readonly headings: readonly string[]
  readonly addresses: readonly string[]
  readonly text: string
  /** What has no place in a file of ours: HTML other than empty comments, images, code blocks … */
  readonly strange: readonly string[]
}

/** A node's Markdown as two parsers that nobody here wrote read it. */
function readBack(markdown: string): ReadBack {
  const [, head = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(markdown) ?? []
  const tree = unified().use(remarkParse).use(remarkGfm).parse(body) as Root
  const headings: string[] = []
  const addresses: string[] = []
  const strange: string[] = []
  visit(tree, (each) => {
    if (each.type === 'heading') headings.push(`${each.depth} ${toString(each, words)}`)
    if (each.type === 'link') addresses.push(each.url)
    if (each.type === 'html' && each.value !== '<!-- -->') strange.push(each.value)
    if (/^(?:image|imageReference|linkReference|definition|code|table|delete|footnote.*|thematicBreak)$/.test(each.type)) {
      strange.push(each.type)
    }
  })
  return { fields: parseYaml(head), headings, addresses, text: toString(tree, words), strange }
}

const own = /^https:\/\/assay\.example\/assay\//

/** A stranger's text as it is shown: on one line, what cannot be seen spelled out. */
function shown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\p{Co}\p{Cs}\u2028\u2029]|(?![\u200c-\u200f])\p{Cf}/gu, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
      return `⟨U+${code.padStart(4, '0')}⟩`
    })
}

describe('toNodeMarkdown', () => {
  it('says what the node is, how it stands and what bears on it', () => {
    const kb = kbOf(
      [
        node('wave', 'claim'),
        node('slits', 'evidence', [{ kind: 'supports', to: 'wave', because: 'It fits.' }], {
          sources: [{ id: 'young', at: 'p. 2', quote: 'I see', place }],
        }),
        node('click', 'counterargument', [{ kind: 'undercuts', to: { from: 'slits', to: 'wave' } }]),
        node('ray', 'counterargument', [{ kind: 'rebuts', to: 'wave' }]),
      ],
      { sources: new Map([[source('young').id, source('young')]]) },
    )
    expect(markdownOf('wave', kb)).toMatchInlineSnapshot(`
      "---
      id: wave
      title: "Title of wave"
      kind: claim
      map: light
      label: "open objection"
      wording: "405ae45f"
      modified: "2026-05-03T10:00:00Z"
      url: "https://assay.example/assay/c/wave/#v=405ae45f"
      ---

      # Title of wave

      > Statement of wave.

      Claim in [Light](https://assay.example/assay/maps/light/). In this map: open objection. Strength 0.12 on a scale from 0 to 1, which is no probability.

      Body.

      ## What supports it

      - [Title of slits](https://assay.example/assay/c/slits/) (evidence, no open objection): Statement of slits. Why: It fits. This step is undercut by [Title of click](https://assay.example/assay/c/click/).

      ## What challenges it

      - [Title of ray](https://assay.example/assay/c/ray/) (objection, no open objection): Statement of ray.

      ## To cite it

      Assay contributors (2026-05-03). [Title of wave](https://assay.example/assay/c/wave/#v=405ae45f): “Statement of wave.” Claim, version \`405ae45f\`, in *Light*, Assay. Commit \`0123456789ab\`.
      "
    `)
    expect(readBack(markdownOf('slits', kb)).headings).toEqual([
      '1 Title of slits',
      '2 Which steps from it are doubted',
      '2 What it bears on',
      '2 Sources',
      '2 To cite it',
    ])
    expect(markdownOf('slits', kb)).toContain('“I see”')
  })

  it('says of what is withdrawn when, why and what took its place', () => {
    const kb = kbOf([
      node('wave', 'claim'),
      node('old', 'claim', [], {
        withdrawn: { on: '2026-01-02', reason: 'Said twice.', see: [], mergedInto: { id: 'wave', place } },
      }),
      node('gone', 'claim', [], {
        withdrawn: { on: '2026-01-03', reason: 'Wrong.', see: [{ id: 'wave', place }] },
      }),
    ])
    expect(markdownOf('gone', kb)).toContain('**Withdrawn** on 2026-01-03: Wrong.')
    expect(markdownOf('gone', kb)).toContain('- See instead: [Title of wave](')
    const text = markdownOf('old', kb)
    expect(text).toContain(
      '**Merged** into “[Title of wave](https://assay.example/assay/c/wave/)” on 2026-01-02: Said twice.',
    )
    expect(text).not.toContain('Strength')
    expect(readBack(text).fields).toMatchObject({ withdrawn: '2026-01-02' })
    expect(readBack(text).fields).not.toHaveProperty('label')
  })

  it.each(hostileTitles.map((text) => [JSON.stringify(text).slice(0, 60), text]))(
    'shows %s and lets it do nothing',
    (_, text) => {
      const kb = kbOf(
        [
          node('wave', 'claim', [], { title: text, statement: text }),
          node('slits', 'evidence', [{ kind: 'supports', to: 'wave', because: text }], {
            title: text,
            statement: text,
            sources: [{ id: 'young', at: text, quote: text, place }],
          }),
          node('old', 'claim', [], {
            title: text,
            withdrawn: { on: '2026-01-02', reason: text, see: [{ id: 'wave', place }] },
          }),
        ],
        { sources: new Map([[source('young').id, source('young')]]) },
      )
      for (const id of ['wave', 'slits', 'old']) {
        const read = readBack(markdownOf(id, kb))
        expect(read.fields).toMatchObject({ id, map: 'light' })
        expect(read.strange).toEqual([])
        expect(read.headings[0]).toBe(`1 ${shown(text)}`)
        expect(read.headings.slice(1).filter((heading) => !/^2 (?:What|Which|Sources|To cite)/.test(heading))).toEqual([])
        expect(read.addresses.filter((address) => !own.test(address))).toEqual([])
      }
      expect(readBack(markdownOf('slits', kb)).text).toContain(`Why: ${shown(text)}`)
    },
  )

  it('gives back titles in the YAML of its head', () => {
    for (const text of hostileTitles.filter((each) => each.isWellFormed())) {
      const kb = kbOf([node('wave', 'claim', [], { title: text })])
      expect(readBack(markdownOf('wave', kb)).fields).toMatchObject({ title: text })
    }
  })

  it('links to pages of the site and to the sources alone, for every real node', () => {
    const kb = assemble(readContent('content'))
    for (const each of kb.graph.nodes.values()) {
      const read = readBack(markdownOf(each.id, kb))
      expect(read.strange.filter((type) => type !== 'table')).toEqual([])
      expect(read.headings[0]).toBe(`1 ${each.title}`)
      expect(read.addresses.filter((address) => !/^https?:\/\//.test(address))).toEqual([])
      expect(read.text).toContain(each.statement)
    }
  })
})

describe('bodyMarkdown', () => {
  function bodyOf(markdown: string): string {
    const document: ArgumentNode = node('wave', 'claim', [], {
      body: { markdown, line: 5 },
      place: fileStart('content/light/wave.md'),
    })
    return bodyMarkdown(document, machineContent(kbOf([])).addresses.content)
  }

  it('leads links to content files to pages, and leaves other text as it is', () => {
    expect(bodyOf('See [*it*](ray.md#part "why") and <https://a.example>, `[x](ray.md)`.\n')).toBe(
      'See [*it*](https://assay.example/assay/c/ray/#part "why") and <https://a.example>, `[x](ray.md)`.',
    )
    expect(bodyOf('A [note][1].\n\n[1]: <ray.md>\n')).toBe(
      'A [note][1].\n\n[1]: https://assay.example/assay/c/ray/',
    )
  })

  it('makes text of links that lead nowhere, and of what is unsafe', () => {
    expect(bodyOf('[x](javascript:alert(1)) [y](../../x.md) [z_](/etc) ![i](i.png)')).toBe(
      'x y z\\_ i',
    )
    expect(bodyOf('[a](java&#115;cript:x) <javascript:alert(1)>')).not.toMatch(/\]\(|<java/)
  })

  it('puts headings below its own and takes HTML for text', () => {
    expect(bodyOf('# One\n\nTwo [l](ray.md)\n---\n\n###### Six\n')).toBe(
      '### One\n\n#### Two [l](https://assay.example/assay/c/ray/)\n\n###### Six',
    )
    expect(bodyOf('a <b onclick=x>b</b>\n\n<script>\nalert(1)\n</script>\n')).toBe(
      'a &lt;b onclick=x>b&lt;/b>\n\n&lt;script>\nalert(1)\n&lt;/script>',
    )
  })
})
