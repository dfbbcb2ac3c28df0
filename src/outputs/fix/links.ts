import type { SourceFile } from '../../core/document.ts'
import type { Problem, ProblemCode } from '../../core/problem.ts'
import { offsetAt, replacing, type Edit } from './edit.ts'
import type { Meant } from './known.ts'

/** The problems of a link in a body to a file of the content that is not there. */
export const linkProblems: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unknown-mention',
  'outline-unknown-node',
  'link-outside-content',
])

/** Paths by the name of the file without its extension, for each folder and for all. */
export interface KnownFiles {
  readonly inFolder: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Only names that one file alone has. */
  readonly anywhere: ReadonlyMap<string, string>
}

/** Addresses of links that lead nowhere, where it is clear which file is meant. */
export function linkEdits(
  { path: file, text }: SourceFile,
  problems: readonly Problem[],
  known: KnownFiles,
  meant: Meant,
): readonly Edit[] {
  return problems.flatMap((mends) => {
    if (!linkProblems.has(mends.code)) return []
    const from = offsetAt(text, mends.place.start)
    const found = findAddress(text.slice(from, offsetAt(text, mends.place.end)))
    if (found === undefined) return []
    const [address = '', tail = ''] = splitTail(found.address)
    const path = meantFile(address, file, known, meant)
    if (path === undefined) return []
    const better = `${relative(path, file)}${tail}`
    return [replacing(file, from + found.start, found.address, better, mends)]
  })
}

const inLink = /\]\(<?([^\s()<>]+)>?(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?\)$/
const inDefinition = /^\[[^\]\n]+\]:[ \t]*<?([^\s<>]+)/

function findAddress(link: string): { start: number; address: string } | undefined {
  const match = inLink.exec(link) ?? inDefinition.exec(link)
  const address = match?.[1]
  if (match === null || address === undefined) return undefined
  return { start: match.index + match[0].indexOf(address, 2), address }
}

function splitTail(address: string): readonly [string, string] {
  const at = address.search(/[?#]/)
  return at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at)]
}

function meantFile(
  address: string,
  from: string,
  { inFolder, anywhere }: KnownFiles,
  meant: Meant,
): string | undefined {
  const folder = /(?:^|\/)([^/.]+)\/[^/]+$/.exec(address)?.[1] ?? from.split('/')[1] ?? ''
  const near = inFolder.get(folder) ?? new Map<string, string>()
  const name = meant(address, new Set(near.keys()))
  const file = name === undefined ? undefined : near.get(name)
  if (file !== undefined) return file
  const elsewhere = meant(address, new Set(anywhere.keys()))
  return elsewhere === undefined ? undefined : anywhere.get(elsewhere)
}

/** All files of the content by name. */
export function knownFiles(paths: Iterable<string>): KnownFiles {
  const inFolder = new Map<string, Map<string, string>>()
  const anywhere = new Map<string, string>()
  const twice = new Set<string>()
  for (const path of paths) {
    const [, folder = '', name] = /^content\/([^/]+)\/([^/]+)\.(?:md|json)$/.exec(path) ?? []
    if (name === undefined) continue
    const files = inFolder.get(folder) ?? new Map<string, string>()
    inFolder.set(folder, files.set(name, path))
    if (anywhere.has(name)) twice.add(name)
    anywhere.set(name, path)
  }
  for (const name of twice) anywhere.delete(name)
  return { inFolder, anywhere }
}

function relative(path: string, from: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  return path.startsWith(folder) ? path.slice(folder.length) : `../${path.replace(/^content\//, '')}`
}
