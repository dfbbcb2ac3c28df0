import type { ArgumentNode } from '../../core/document.ts'
import type { SiteContent } from '../content.ts'
import { grouped } from './grouped.ts'

const mentioning = grouped<SiteContent, ArgumentNode>((content) =>
  [...content.kb.graph.nodes.values()].map((node) => ({
    keys: node.mentions.map(({ path }) => path),
    value: node,
  })),
)

/** The nodes whose text links to a content file, in order of id, without those in `except`. */
export function mentionedBy(
  content: SiteContent,
  path: string,
  except: ReadonlySet<string>,
): readonly ArgumentNode[] {
  return mentioning(content, path).filter((node) => !except.has(node.id))
}
