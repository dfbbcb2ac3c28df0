import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesOf, pagesOf, type Build, type Page } from '../built.ts'

/** The page of a node as built, with the item of CSL-JSON beside it. */
export interface CitedPage {
  readonly id: string
  readonly page: Page
  readonly csl: Readonly<Record<string, unknown>>
}

/** Every page of a node in a build. */
export function citedPages(build: Build): readonly CitedPage[] {
  return pagesOf(build).flatMap((page) => {
    const id = /^c\/([^/]+)\/index\.html$/.exec(page.file)?.[1]
    if (id === undefined) return []
    const [csl] = JSON.parse(readBuilt(build, `c/${id}.csl.json`)) as CitedPage['csl'][]
    return [{ id, page, csl: csl ?? {} }]
  })
}

/** The text of a file of a build. */
export function readBuilt(build: Build, file: string): string {
  return readFileSync(path.join(build.out, file), 'utf8')
}

/** The ids of nodes that have a file of this form. */
export function idsWith(build: Build, form: string): readonly string[] {
  return filesOf(build).flatMap((file) => {
    const [, id] = /^c\/([^/]+)\.(?:bib|ris|csl\.json)$/.exec(file) ?? []
    return id !== undefined && file === `c/${id}.${form}` ? [id] : []
  })
}

/** The day of an item of CSL-JSON, `YYYY-MM-DD`. */
export function dayOf({ issued }: CitedPage['csl']): string | undefined {
  const { 'date-parts': parts } = (issued ?? {}) as { 'date-parts'?: number[][] }
  return parts?.[0]?.map((part) => String(part).padStart(2, '0')).join('-')
}
