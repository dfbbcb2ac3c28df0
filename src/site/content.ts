import { createHash } from 'node:crypto'
import { check } from '../analysis/check.ts'
import { labelGrounded, type Label } from '../analysis/labels/labelling.ts'
import type { EdgeId, NodeId } from '../core/id.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import type { Problem } from '../core/problem.ts'
import { readContent } from '../disk/read-content.ts'
import { openReadCache } from '../disk/read-cache.ts'
import { assemble } from '../graph/assemble.ts'
import { computeStrengths, type Strengths } from './model/strengths.ts'
import { typeset } from './model/typeset.ts'
import { contentFolder } from './settings.ts'
import { staged } from './stages.ts'

/** All that pages are made from. */
export interface SiteContent {
  /** As pages word it. */
  readonly kb: KnowledgeBase
  /** As the files have it, for exports. */
  readonly written: KnowledgeBase
  readonly labels: ReadonlyMap<NodeId | EdgeId, Label>
  readonly strengths: Strengths
  /** Every problem of reading, joining and the rules. */
  readonly problems: readonly Problem[]
  /** Paths of the content files, sorted: a page is shown even for a file that cannot be read. */
  readonly paths: readonly string[]
}

const cache = openReadCache()
let held: { readonly digest: string; readonly content: SiteContent } | undefined

/**
 * The content as it is on disk: read once in a build, looked at anew for each page in development,
 * where only changed files are parsed again.
 */
export function siteContent(): SiteContent {
  if (held !== undefined && !import.meta.env.DEV) return held.content
  const files = readContent(contentFolder)
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.path}\0${file.text}\0`)
  const digest = hash.digest('hex')
  if (held?.digest === digest) return held.content
  const written = staged('reading content', () => assemble(files, cache.read))
  cache.save()
  const content = {
    kb: staged('typography', () => typeset(written)),
    written,
    labels: labelGrounded(written.graph),
    strengths: staged('strengths', () => computeStrengths(written.graph)),
    problems: staged('rules', () => check(written)),
    paths: files.map((file) => file.path),
  }
  held = { digest, content }
  return content
}
