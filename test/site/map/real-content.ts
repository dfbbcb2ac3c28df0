import path from 'node:path'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import type { SourceFile } from '../../../src/core/document.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import type { SiteContent } from '../../../src/site/content.ts'
import { computeStrengths } from '../../../src/site/model/strengths.ts'
import { typeset } from '../../../src/site/model/typeset.ts'
import { readDocument } from '../../../src/readers/read-document.ts'
import { root } from '../../../scripts/setup/run.mjs'

/** What pages are made from, of these files. */
export function contentFrom(files: readonly SourceFile[]): SiteContent {
  const written = assemble(files, readDocument)
  return {
    kb: typeset(written),
    written,
    labels: labelGrounded(written.graph),
    strengths: computeStrengths(written.graph),
    problems: [],
    paths: [],
  }
}

/** The content of the repository. */
export function realContent(): SiteContent {
  return contentFrom(readContent(path.join(root, 'content')))
}
