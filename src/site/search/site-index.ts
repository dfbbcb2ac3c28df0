import { siteContent, type SiteContent } from '../content.ts'
import { experimentsOf } from '../model/experiments.ts'
import { indexFiles } from './index-files.ts'
import { recordsOf, type SearchRecord } from './records.ts'

type Files = ReadonlyMap<string, Uint8Array>

let held: { readonly content: SiteContent; readonly files: Promise<Files> } | undefined

/** What can be found on the site. */
export async function siteRecords(): Promise<readonly SearchRecord[]> {
  const content = siteContent()
  return recordsOf({ ...content, experiments: await experimentsOf(content) })
}

/** The files of the site's index by path, made once for one state of the content. */
export function siteIndex(): Promise<Files> {
  const content = siteContent()
  if (held?.content !== content) held = { content, files: siteRecords().then(indexFiles) }
  return held.files
}
