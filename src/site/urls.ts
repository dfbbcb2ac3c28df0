import { resultFields } from '../core/experiment-result.ts'
import { siteAddress } from '../core/site-address.ts'
import { pinOf } from '../core/wording.ts'
import { isExperimentId } from '../experiments/registry.ts'
import { branch, repository } from './settings.ts'

const fields: ReadonlySet<string> = new Set(resultFields)
const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/** A path of the site under the base path it is published at. */
export function url(path: string): string {
  return `${base}${path}`
}

/** Whether the host of the site is known, without which a link cannot be pasted elsewhere. */
export const isPublished: boolean = import.meta.env.SITE !== undefined

/** A path of the site, base path included, with the host in front where `ASSAY_SITE` gives it. */
export function absolute(path: string): string {
  return siteAddress({ site: import.meta.env.SITE }) + path
}

/** The page of a node. */
export function nodeUrl(id: string): string {
  return url(`/c/${id}/`)
}

/** The page of a node with one wording pinned. */
export function pinnedUrl(id: string, hash: string): string {
  return `${nodeUrl(id)}#${pinOf(hash)}`
}

/** The page of a node's past. */
export function historyUrl(id: string): string {
  return url(`/c/${id}/history/`)
}

/** The page of why a node matters and what it rests on. */
export function whyUrl(id: string): string {
  return url(`/c/${id}/why/`)
}

/** The page of all ways to link to a node, quote it, embed it and cite it. */
export function linkUrl(id: string): string {
  return url(`/c/${id}/link/`)
}

/** A node as a card for the frame of another page. */
export function embedUrl(id: string): string {
  return url(`/embed/${id}/`)
}

/** A file of a node for other programs: `json`, `md`, `bib`, `ris` or `csl.json`. */
export function nodeFileUrl(id: string, form: string): string {
  return url(`/c/${id}.${form}`)
}

/** The picture of a node that is shown where its link is pasted. */
export function cardUrl(id: string): string {
  return url(`/c/${id}/card.png`)
}

/** A file of the repository at a commit, if the repository's address is set: it never changes. */
export function commitFileUrl(commit: string, path: string): string | undefined {
  if (repository === undefined) return undefined
  return `${repository}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** A commit of the repository, if the repository's address is set. */
export function commitUrl(commit: string): string | undefined {
  return repository === undefined ? undefined : `${repository}/commit/${commit}`
}

/** The page of a source. */
export function sourceUrl(id: string): string {
  return url(`/sources/${id}/`)
}

/** The page of a map. */
export function mapUrl(id: string): string {
  return url(`/maps/${id}/`)
}

/** The explorer of the whole graph; with an id, that node in the middle of it. */
export function explorerUrl(focus?: string): string {
  return url(focus === undefined ? '/map/' : `/map/#focus=${focus}`)
}

/** The page of an experiment; with a fragment that points into its result, the measure there. */
export function experimentUrl(id: string, pointer = ''): string {
  const measure = /^\/(?:presets\/(\w+)\/measures\/)?(\w+)(?:\/|$)/.exec(pointer)
  const [, preset, name] = measure ?? []
  const isMeasure = name !== undefined && !fields.has(name)
  const hash = isMeasure ? `#${[preset, name].filter(Boolean).join('-')}` : ''
  return url(`/experiments/${id}/${hash}`)
}

/** Where a file or folder of the repository can be read, if the repository's address is set. */
export function sourceCodeUrl(path: string): string | undefined {
  return repository === undefined ? undefined : `${repository}/tree/${branch}/${path}`
}

/** The page of a problem code. */
export function problemUrl(code: string): string {
  return url(`/problems/${code}/`)
}

/** Where a file of the repository is edited in the browser, if the repository's address is set. */
export function editUrl(path: string): string | undefined {
  if (repository === undefined) return undefined
  return `${repository}/edit/${branch}/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** The page that a link from one content file to another means; undefined where there is none. */
export function contentUrl(path: string, fragment: string): string | undefined {
  const result = /^content\/results\/([^/]+)\.json$/.exec(path)?.[1]
  if (result !== undefined) {
    return isExperimentId(result) ? experimentUrl(result, fragment) : undefined
  }
  const match = /^content\/([^/]+)\/([^/]+)\.md$/.exec(path)
  if (match === null) return undefined
  const [, folder = '', name = ''] = match
  const hash = fragment === '' ? '' : `#${fragment}`
  if (folder === 'sources') return sourceUrl(name) + hash
  if (name === 'index') return mapUrl(folder) + hash
  if (name === 'outline') return url('/essay/') + hash
  return nodeUrl(name) + hash
}
