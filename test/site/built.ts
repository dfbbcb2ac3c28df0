import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { root } from '../../scripts/setup/run.mjs'

export type Document = DefaultTreeAdapterTypes.Document
export type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/** A site as built, and the path it is to be published under. */
export interface Build {
  readonly base: string
  readonly out: string
  /** Its host, if it was told. */
  readonly site?: string
}

/** The two builds that `npm test` makes first. */
export const builds: readonly Build[] = [
  { base: '/', out: path.join(root, 'dist') },
  {
    base: '/assay/',
    out: path.join(root, '.cache/dist-under-base'),
    site: 'https://assay.example',
  },
]

/** The build that does not know its host. */
export const rootBuild = builds[0] as Build
/** The build that does, and stands under a base path. */
export const publishedBuild = builds[1] as Build

/** A built page. */
export interface Page {
  /** Its file, relative to the build. */
  readonly file: string
  /** Its path on the server, base path included. */
  readonly path: string
  readonly html: string
  readonly document: Document
}

/** Files of a build, relative to it, sorted. */
export function filesOf(build: Build): readonly string[] {
  if (!existsSync(build.out)) {
    throw new Error(`There is no site in ${build.out}: \`npm test\` builds it before the tests.`)
  }
  return readdirSync(build.out, { recursive: true })
    .map(String)
    .filter((file) => statSync(path.join(build.out, file)).isFile())
    .map((file) => file.split(path.sep).join('/'))
    .sort()
}

/** Every page of a build. */
export function pagesOf(build: Build): readonly Page[] {
  return filesOf(build)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(path.join(build.out, file), 'utf8')
      return {
        file,
        path: build.base + file.replace(/index\.html$/, ''),
        html,
        document: parse(html),
      }
    })
}

/** The elements below a node in the order of the document, templates included. */
export function* elements(parent: Parent): Generator<Element> {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue
    yield node
    yield* elements(node)
    if ('content' in node) yield* elements(node.content as Parent)
  }
}

/** The value of an attribute, of any namespace. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** The text directly inside an element: of a script, a style or a title. */
export function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

/** The elements of these names. */
export function named(document: Document, ...names: readonly string[]): readonly Element[] {
  return [...elements(document)].filter((element) => names.includes(element.tagName))
}

const loading: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  audio: ['src'],
  video: ['src', 'poster'],
  track: ['src'],
  input: ['src'],
  image: ['href'],
  use: ['href'],
  feImage: ['href'],
}
const loadingLinks =
  /\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b/

/** The addresses that a browser fetches by itself when it shows a page. */
export function resourcesOf(page: Page): readonly string[] {
  return [...elements(page.document)].flatMap((element) => {
    const found = (loading[element.tagName] ?? []).flatMap((name) => {
      const value = attribute(element, name)
      if (value === undefined) return []
      return name === 'srcset'
        ? value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '')
        : [value]
    })
    if (element.tagName === 'link' && loadingLinks.test(attribute(element, 'rel') ?? '')) {
      found.push(attribute(element, 'href') ?? '')
    }
    if (element.tagName === 'style') found.push(...cssResources(textOf(element)))
    const style = attribute(element, 'style')
    return style === undefined ? found : [...found, ...cssResources(style)]
  })
}

/** The addresses that a style sheet fetches. */
export function cssResources(css: string): readonly string[] {
  const urls = [...css.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g)].map((match) => match[2] ?? '')
  const imports = [...css.matchAll(/@import\s+(["'])(.*?)\1/g)].map((match) => match[2] ?? '')
  return [...urls, ...imports].filter((url) => !url.startsWith('#') && !url.startsWith('data:'))
}

/** The file of a build that a path on the server means; undefined where there is none. */
export function fileAt(build: Build, serverPath: string): string | undefined {
  if (!serverPath.startsWith(build.base)) return undefined
  const inside = decodeURIComponent(serverPath.slice(build.base.length))
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside
  const full = path.join(build.out, file)
  return existsSync(full) && statSync(full).isFile() ? file : undefined
}
