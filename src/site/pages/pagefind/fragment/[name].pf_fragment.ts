import { indexRoute } from '../../../search/index-route.ts'

export const { getStaticPaths, GET } = indexRoute('fragment', 'pf_fragment')
