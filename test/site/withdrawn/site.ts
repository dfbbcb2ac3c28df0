import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { buildSite } from '../../../scripts/build.ts'
import { write } from '../../scripts/folder.ts'
import type { Build } from '../built.ts'
import { files } from './content.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'assay-withdrawn-'))

/** The site of that content, under a base path and with a host. */
export const withdrawnBuild: Build = {
  base: '/assay/',
  out: path.join(folder, 'out'),
  site: 'https://assay.example',
}

/** Builds it before the tests of the file that calls this, and removes it after them. */
export function buildWithdrawn(): void {
  beforeAll(async () => {
    write(folder, files)
    const { base, out, site } = withdrawnBuild
    const content = path.join(folder, 'content')
    const built = await buildSite({ base, out, site, content, cache: path.join(folder, 'cache') })
    if (!built.ok) throw new Error(built.text)
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
}
