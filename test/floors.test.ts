import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

/** Floors from the ground up; folders of one floor do not know each other. */
const floors: readonly (readonly string[])[] = [
  ['src/core'],
  ['src/readers', 'src/experiments'],
  ['src/graph'],
  ['src/analysis'],
  ['src/outputs'],
  ['src/disk'],
  ['src/site', 'scripts'],
]

/** Packages that one folder alone may know; all others are free to any file, if from few. */
const doors: Readonly<Record<string, readonly string[]>> = {
  astro: ['src/site'],
  'gray-matter': ['src/readers'],
  yaml: ['src/readers'],
  jsdom: ['src/site'],
  mermaid: ['src/site'],
  fontkit: ['src/site'],
  sharp: ['src/site'],
  pagefind: ['src/site'],
  sigma: ['scripts/bench'],
  '@hpcc-js/wasm-graphviz': ['src/site'],
  feed: ['src/outputs'],
  sitemap: ['src/outputs'],
}
/** Folders that may touch the disk, the network, the clock and processes. */
const outside = ['src/site', 'src/disk', 'scripts']
const harmless = new Set(['node:assert', 'node:url', 'node:path'])
const mostDoors = 4

interface Import {
  readonly file: string
  readonly target: string
}

const sourceFiles = ['src', 'scripts']
  .filter((folder) => existsSync(path.join(root, folder)))
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name).replaceAll(path.sep, '/'),
    ),
  )
  .filter((name) => /\.(?:ts|mts|mjs|js|astro)$/.test(name))

const imports: readonly Import[] = sourceFiles.flatMap((file) => {
  const text = readFileSync(path.join(root, file), 'utf8')
  const found = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;=]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\(?\s*['"]([^'"]+)['"]/gm,
  )
  return [...found].map((match) => ({ file, target: match[1] ?? match[2] ?? '' }))
})

/** What measures stands above all that it measures. */
const isBench = (file: string): boolean => /^scripts\/bench(?:\.ts$|\/)/.test(file)

function folderOf(file: string): string | undefined {
  return floors.flat().find((folder) => file.startsWith(`${folder}/`))
}

function floorOf(file: string): number | undefined {
  const found = floors.findIndex((folders) => folders.some((each) => file.startsWith(`${each}/`)))
  return found === -1 ? undefined : found
}

function packageOf(target: string): string | undefined {
  if (target.startsWith('.') || /^(?:node|astro|virtual):/.test(target) || isBuiltin(target)) {
    return target.startsWith('astro:') ? 'astro' : undefined
  }
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

describe('imports', () => {
  it('are found at all', () => {
    expect(sourceFiles.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(sourceFiles.length)
  })

  it('go down the floors, and every file of src is on one', () => {
    const wrong = imports.flatMap(({ file, target }) => {
      if (!target.startsWith('.') || isBench(file)) return []
      const to = path.posix.join(path.posix.dirname(file), target)
      const [from, down] = [floorOf(file), floorOf(to)]
      if (from === undefined || down === undefined) return []
      const sideways = from === down && folderOf(file) !== folderOf(to)
      return down > from || sideways ? [`${file} imports ${to}`] : []
    })
    expect(wrong).toEqual([])
    const homeless = sourceFiles.filter(
      (file) => file.startsWith('src/') && floorOf(file) === undefined,
    )
    expect(homeless).toEqual([])
  })

  it('of packages with one door come from there', () => {
    const wrong = imports.flatMap(({ file, target }) => {
      const allowed = doors[packageOf(target) ?? '']
      if (allowed === undefined || allowed.some((folder) => file.startsWith(`${folder}/`)))
        return []
      return [`${file} imports ${target}, which belongs to ${allowed.join(', ')}`]
    })
    expect(wrong).toEqual([])
  })

  it('of any package come from few files', () => {
    const users = new Map<string, Set<string>>()
    for (const { file, target } of imports) {
      const name = packageOf(target)
      // Types of a syntax tree are words, not a dependency; astro is the language of its floor.
      if (name === undefined || ['astro', 'mdast', 'hast', 'unist'].includes(name)) continue
      users.set(name, (users.get(name) ?? new Set()).add(file))
    }
    // Schemas are written in zod, one file each.
    const wrong = [...users].filter(([name, files]) => name !== 'zod' && files.size > mostDoors)
    expect(wrong.map(([name, files]) => `${name}: ${[...files].join(', ')}`)).toEqual([])
  })

  it('of disk, network, clock and processes come from the outer floors alone', () => {
    const wrong = imports.flatMap(({ file, target }) => {
      if (!isBuiltin(target) || harmless.has(target)) return []
      return outside.some((folder) => file.startsWith(`${folder}/`)) ? [] : [`${file}: ${target}`]
    })
    expect(wrong).toEqual([])
  })

  it('are not needed for chance and the clock, which are kept out all the same', () => {
    const wrong = sourceFiles.filter(
      (file) =>
        !outside.some((folder) => file.startsWith(`${folder}/`)) &&
        /\b(?:Math\.random|Date\.now|performance\.now|fetch)\s*\(|\bnew Date\(\)/.test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
    )
    expect(wrong).toEqual([])
  })
})
