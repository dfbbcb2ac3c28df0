import { isId, nearest, type MapId, type NodeId, type SourceId } from '../core/id.ts'
import { fileStart } from '../core/place.ts'
import { problem, type Checked } from '../core/problem.ts'
import { reviewsPath } from '../core/review.ts'

/** What the place of a file in `content/` says about it. */
export type FileClass =
  | { readonly type: 'node'; readonly map: MapId; readonly id: NodeId }
  | { readonly type: 'source'; readonly id: SourceId }
  | { readonly type: 'map'; readonly id: MapId }
  | { readonly type: 'outline'; readonly map: MapId }
  | { readonly type: 'result'; readonly id: string }
  | { readonly type: 'reviews' }

const notMaps: ReadonlySet<string> = new Set(['sources', 'results'])

/**
 * What a path says a file is. No value and no problem: a file that is there for people only
 * (`content/README.md`).
 */
export function classifyPath(path: string): Checked<FileClass> {
  if (path === 'content/README.md') return { problems: [] }
  if (path === reviewsPath) return known({ type: 'reviews' })
  const [root, folder, name, ...deeper] = path.split('/')
  if (root !== 'content' || folder === undefined || name === undefined || deeper.length > 0) {
    return unexpected(path)
  }
  const extension = folder === 'results' ? '.json' : '.md'
  if (!name.endsWith(extension)) return unexpected(path)
  const id = name.slice(0, -extension.length)
  if (folder === 'results') return isId(id) ? known({ type: 'result', id }) : misnamed(path)
  if (folder === 'sources') {
    return isId(id) ? known({ type: 'source', id: id as SourceId }) : misnamed(path)
  }
  if (!isId(folder)) return misnamed(path)
  const map = folder as MapId
  if (id === 'index') return known({ type: 'map', id: map })
  if (id === 'outline') return known({ type: 'outline', map })
  return isId(id) ? known({ type: 'node', map, id: id as NodeId }) : misnamed(path)
}

/** What a file with a wrong name was most likely meant to be, so that its content can be read. */
export function likelyType(path: string): 'node' | 'source' | undefined {
  const [, folder = '', name = '', ...deeper] = path.split('/')
  if (deeper.length > 0 || folder === 'results' || !/\.(?:md|mdx|markdown)$/i.test(name)) {
    return undefined
  }
  if (folder === 'sources') return /^(?:index|readme)\./i.test(name) ? undefined : 'source'
  return 'node'
}

/** The id nearest to a text: lower-case, words joined by hyphens; undefined where there is none. */
export function slug(text: string): string | undefined {
  const id = text
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 64)
    .replace(/-+$/, '')
  return isId(id) ? id : undefined
}

function known(value: FileClass): Checked<FileClass> {
  return { value, problems: [] }
}

function misnamed(path: string): Checked<FileClass> {
  return {
    problems: [
      problem('invalid-file-name', fileStart(path), {
        name: path.split('/').slice(1).join('/'),
        nearest: suggestion(path),
      }),
    ],
  }
}

function unexpected(path: string): Checked<FileClass> {
  const details = { path, nearest: suggestion(path) }
  return { problems: [problem('unexpected-file', fileStart(path), details)] }
}

const extensions = ['.md', '.json', '.mdx', '.markdown', '.txt', '.yaml', '.yml']

function suggestion(path: string): string | undefined {
  if (/^content\/reviews?\.[a-z]+$/i.test(path)) return reviewsPath
  const parts = path.split('/')
  if (parts[0] !== 'content' || parts.length < 3) return undefined
  const folder = parts[1] ?? ''
  const name = parts.at(-1) ?? ''
  if (name.includes('%') || /^readme\b/i.test(name)) return undefined
  const stem = name.replace(/\.[A-Za-z]{1,8}$/, '')
  const given = name.slice(stem.length).toLowerCase()
  if (given !== '' && !extensions.includes(given) && nearest(given, extensions) === undefined) {
    return undefined
  }
  const isMap = !notMaps.has(folder)
  const ofMap = isMap && (stem === 'index' || stem === 'outline')
  const id = ofMap ? stem : slug(stem)
  const place = isMap ? slug(folder) : folder
  if (id === undefined || place === undefined) return undefined
  return `content/${place}/${id}${folder === 'results' ? '.json' : '.md'}`
}
