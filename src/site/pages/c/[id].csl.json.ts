import { toCslJson } from '../../../outputs/cite/csl-item.ts'
import { citedAs, nodeFilePaths } from '../../model/node-files.ts'

export const getStaticPaths = nodeFilePaths

/** The present wording of a node as CSL-JSON. */
export const GET = citedAs('csl.json', toCslJson)
