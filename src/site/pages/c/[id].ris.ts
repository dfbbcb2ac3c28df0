import { toRis } from '../../../outputs/cite/ris.ts'
import { citedAs, nodeFilePaths } from '../../model/node-files.ts'

export const getStaticPaths = nodeFilePaths

/** The present wording of a node as RIS. */
export const GET = citedAs('ris', toRis)
