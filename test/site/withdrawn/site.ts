import { write } from '../../scripts/folder.ts'
import type { Build } from '../built.ts'
import { buildSmall } from '../small-site.ts'
import { files } from './content.ts'

/** Builds the site of that content, under a base path and with a host, for the tests of a file. */
export function buildWithdrawn(): Build {
  return buildSmall((folder) => write(folder, files), { site: 'https://assay.example' })
}
