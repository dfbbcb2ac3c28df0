import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { buildSite } from '../../scripts/build.ts'
import { filesOf, rootBuild } from './built.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'assay-twin-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it(
  'is built to the same bytes again, with nothing kept from before',
  async () => {
    const twin = { base: '/', out: path.join(folder, 'dist') }
    const { ok, text } = await buildSite({ ...twin, cache: path.join(folder, 'cache') })
    expect(ok, text).toBe(true)
    expect(filesOf(twin)).toEqual(filesOf(rootBuild))
    const different = filesOf(twin).filter((file) => {
      const [a, b] = [twin, rootBuild].map((build) => readFileSync(path.join(build.out, file)))
      return !a?.equals(b as Buffer)
    })
    expect(different).toEqual([])
  },
  15 * 60_000,
)
