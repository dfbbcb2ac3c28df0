import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { afterAll, expect, it } from 'vitest'
import { buildSite } from '../../scripts/build.ts'
import { root } from '../../scripts/setup/run.mjs'
import { filesOf, publishedBuild } from './built.ts'

// Astro keeps intermediate files beside an output inside the repository, else in one place for all.
const folder = path.join(root, '.cache', `twin-${process.pid}`)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it(
  'is built to the same bytes again, with nothing kept from before',
  async () => {
    const twin = { ...publishedBuild, out: path.join(folder, 'dist') }
    const { ok, text } = await buildSite({ ...twin, cache: path.join(folder, 'cache') })
    expect(ok, text).toBe(true)
    expect(filesOf(twin)).toEqual(filesOf(publishedBuild))
    const different = filesOf(twin).filter((file) => {
      const [a, b] = [twin, publishedBuild].map((build) => readFileSync(path.join(build.out, file)))
      return !a?.equals(b as Buffer)
    })
    expect(different).toEqual([])
  },
  15 * 60_000,
)
