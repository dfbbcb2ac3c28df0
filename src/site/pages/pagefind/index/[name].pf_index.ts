import { indexRoute } from '../../../search/index-route.ts'

export const { getStaticPaths, GET } = indexRoute('index', 'pf_index')
