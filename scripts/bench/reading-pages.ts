import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** A page of a built site, and of what kind it is. */
export interface KindOfPage {
  readonly kind: string
  /** Relative to the site. */
  readonly path: string
  /** Whether it is one of those that readers arrive at: the first page or a node's. */
  readonly entrance: boolean
}

const single = ['map', 'search', 'read', 'essay', 'questions', 'sources', 'health']

/** The pages whose reading is measured: the first page, five nodes, and one of each other kind. */
export function pagesToRead(out: string): readonly KindOfPage[] {
  const others = single.map((name) => ({ kind: name, path: `${name}/`, entrance: false }))
  const experiments = foldersIn(out, 'experiments').slice(0, 1)
  return [
    { kind: 'home', path: '', entrance: true },
    ...nodesToRead(out),
    ...experiments.map((id) => ({ kind: 'experiment', path: `experiments/${id}/`, entrance: false })),
    ...others,
  ].filter((page) => existsSync(path.join(out, page.path, 'index.html')))
}

function nodesToRead(out: string): readonly KindOfPage[] {
  const nodes = foldersIn(out, 'c')
    .map((id) => ({ path: `c/${id}/`, html: readFileSync(path.join(out, 'c', id, 'index.html'), 'utf8') }))
    .map((node) => ({ ...node, bytes: gzipSync(node.html).length }))
    .sort((a, b) => a.bytes - b.bytes)
  const has = (mark: string) => nodes.find(({ html }) => html.includes(mark))
  const found = {
    'node, smallest': nodes[0],
    'node, heaviest': nodes.at(-1),
    'node with an experiment': has('data-live'),
    'node with math': has('<math'),
    'node withdrawn': has('<span class="gone">Withdrawn'),
    'node in the middle': nodes[Math.floor(nodes.length / 2)],
  }
  return Object.entries(found).flatMap(([kind, node]) =>
    node === undefined ? [] : [{ kind, path: node.path, entrance: true }],
  )
}

function foldersIn(out: string, folder: string): readonly string[] {
  return readdirSync(path.join(out, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(out, folder, entry.name, 'index.html')))
    .map((entry) => entry.name)
    .sort()
}

/**
 * One page of every kind: each at the top, one of each folder, one of each that a node has beside its
 * own, and the heaviest node. Cards for frames are left out: they are no pages to arrive at.
 */
export function pagesOfAllKinds(out: string): readonly string[] {
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html') && !file.startsWith('embed/'))
    .sort()
  const firsts = new Map<string, string>()
  for (const page of pages) {
    const [folder = '', , ...rest] = page.split('/')
    // Beside a node stand pages with names of their own; the stops of a route are all of one kind.
    const deeper = folder === 'c' ? rest : rest.map(() => '*')
    const key = rest.length === 0 ? page : [folder, '*', ...deeper].join('/')
    if (!firsts.has(key)) firsts.set(key, page)
  }
  const chosen = [...firsts.values()].map((page) => page.replace(/index\.html$/, ''))
  return [...new Set([...chosen, ...nodesToRead(out).map((node) => node.path)])].sort()
}
