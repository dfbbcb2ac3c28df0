import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll } from 'vitest'
import { buildSite } from '../../scripts/build.ts'
import { root } from '../../scripts/setup/run.mjs'
import type { Build } from './built.ts'

/**
 * A site of a small map, built before the tests of the file that calls this and removed after them,
 * under a base path and, unless `site` is undefined, with a host. `fill` writes `content/` into a
 * folder that stands in no repository; `heard` is given what the build printed.
 */
export function buildSmall(
  fill: (folder: string) => void,
  { site, heard }: { readonly site?: string; readonly heard?: (text: string) => void } = {},
): Build {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'assay-small-'))
  // Astro keeps intermediate files beside an output inside the repository, else in one place for all.
  const made = path.join(root, '.cache', `${path.basename(folder)}-${process.pid}`)
  const build = {
    base: '/assay/',
    out: path.join(made, 'dist'),
    ...(site === undefined ? {} : { site }),
  }
  beforeAll(async () => {
    fill(folder)
    const content = path.join(folder, 'content')
    const { ok, text } = await buildSite({ ...build, content, cache: path.join(folder, 'cache') })
    if (!ok) throw new Error(`The small map was not built:\n${text.slice(-2000)}`)
    heard?.(text)
  }, 300_000)
  afterAll(() => {
    for (const each of [folder, made]) rmSync(each, { recursive: true, force: true })
  })
  return build
}
