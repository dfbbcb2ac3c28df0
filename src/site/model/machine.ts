import type { NodeId } from '../../core/id.ts'
import type { Addresses } from '../../outputs/machine/addresses.ts'
import type { MachineContent } from '../../outputs/machine/node-file.ts'
import type { NodeFile } from '../../outputs/machine/node-schema.ts'
import { siteContent, type SiteContent } from '../content.ts'
import {
  absolute,
  cardUrl,
  contentUrl,
  embedUrl,
  historyUrl,
  isPublished,
  linkUrl,
  mapUrl,
  nodeFileUrl,
  nodeUrl,
  pinnedUrl,
  sourceUrl,
  url,
} from '../urls.ts'
import { citedNode } from './cited.ts'
import { wordingNow } from './history.ts'
import { modifiedOf } from './modified.ts'
import { nodeFileForms } from './node-files.ts'
import { strengthOf } from './strengths.ts'

/** The content as the files for machines need it. */
export function machineContent(): MachineContent {
  const content = siteContent()
  return {
    kb: content.written,
    labels: content.labels,
    addresses,
    wordingOf: wordingNow,
    citedOf: citedNode,
    modifiedOf,
    strengthOf: (id) => shownStrength(content, id),
  }
}

/** Where things of this site are. */
export const addresses: Addresses = {
  home: absolute(url('/')),
  page: (id) => absolute(nodeUrl(id)),
  pinned: (id, hash) => absolute(pinnedUrl(id, hash)),
  map: (id, part) => absolute(mapUrl(id)) + (part === undefined ? '' : `#${part}`),
  source: (id) => absolute(sourceUrl(id)),
  forms: (id) => ({
    ...Object.fromEntries(nodeFileForms.map((form) => [form, absolute(nodeFileUrl(id, form))])),
    history: absolute(historyUrl(id)),
    link: absolute(linkUrl(id)),
    embed: absolute(embedUrl(id)),
    ...(isPublished
      ? { card: absolute(cardUrl(id)), oembed: absolute(url(`/c/${id}/oembed.json`)) }
      : {}),
  }),
  schema: (file) => absolute(url(`/schemas/${file}`)),
  content: (path, fragment) => {
    const address = contentUrl(path, fragment)
    return address === undefined ? undefined : absolute(address)
  },
}

function shownStrength(content: SiteContent, id: NodeId): NodeFile['strength'] {
  const strength = strengthOf(content, id)
  if (strength === undefined) return undefined
  const { value, lowest, highest, dependsOnFormula } = strength
  return { ...(value === undefined ? {} : { value }), lowest, highest, dependsOnFormula }
}
