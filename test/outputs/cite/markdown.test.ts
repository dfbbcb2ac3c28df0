import type { Link, Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { toString } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { visible } from '../../../src/core/catalogue/entry.ts'
import { citedText } from '../../../src/outputs/cite/cited-words.ts'
import { toCitationMarkdown } from '../../../src/outputs/cite/markdown.ts'
import { hostileWordings, realWordings, unknown, wording } from './wordings.ts'

function parse(markdown: string): Nodes {
  return fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
}

function linksIn(tree: Nodes): readonly Link[] {
  if (tree.type === 'link') return [tree]
  return 'children' in tree ? tree.children.flatMap(linksIn) : []
}

/** What a reader sees of it: comments that part words are not shown, `<code>` shows its content. */
function shown(tree: Nodes): string {
  if (tree.type === 'html') return ''
  return 'children' in tree ? tree.children.map(shown).join('') : toString(tree)
}

describe('toCitationMarkdown', () => {
  it('is one paragraph with two links, to what is pinned and to what is archived', () => {
    for (const each of [...realWordings, ...hostileWordings]) {
      const tree = parse(toCitationMarkdown(each))
      expect('children' in tree && tree.children.map(({ type }) => type)).toEqual(['paragraph'])
      expect(linksIn(tree).map(({ url }) => url)).toEqual([each.url, each.archived])
      const [title] = linksIn(tree)
      const words = visible(citedText(each.title)).replace(/`([^`]*)`/g, '$1')
      expect(shown(title as Link)).toBe(words)
      const text = shown(tree)
      expect(text).toContain(visible(citedText(each.statement)).replace(/`([^`]*)`/g, '$1'))
      for (const part of ['2026-11-20', each.hash, '0123456789ab']) expect(text).toContain(part)
    }
  })

  it('has no element of HTML but code and comments', () => {
    for (const each of hostileWordings) {
      const rest = toCitationMarkdown(each).replace(/<!-- -->|<\/?code>|<https?:[^<>\s]*>/g, '')
      expect(rest).not.toMatch(/[<>]/)
    }
  })

  it('says what is not known', () => {
    expect(toCitationMarkdown(unknown())).toMatch(
      /^Assay contributors \(n\.d\.\)\. .* The commit of this wording is not known\.$/,
    )
    const { archived: _, ...committed } = wording()
    expect(toCitationMarkdown(committed)).toContain(
      'Commit `0123456789abcdef0123456789abcdef01234567`; no public archive of it is known.',
    )
  })
})
