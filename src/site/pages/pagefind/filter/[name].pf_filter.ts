import { indexRoute } from '../../../search/index-route.ts'

export const { getStaticPaths, GET } = indexRoute('filter', 'pf_filter')
