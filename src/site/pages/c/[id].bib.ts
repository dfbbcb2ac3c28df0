import { toBibtex } from '../../../outputs/cite/bibtex.ts'
import { citedAs, nodeFilePaths } from '../../model/node-files.ts'

export const getStaticPaths = nodeFilePaths

/** The present wording of a node as BibTeX. */
export const GET = citedAs('bib', toBibtex)
