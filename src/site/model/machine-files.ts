import type { NamedFile } from '../../outputs/machine/llms-text.ts'
import { siteContent } from '../content.ts'
import { absolute, mapUrl, url } from '../urls.ts'
import { feedUrl, siteFeeds } from './feeds.ts'

/** A file of the site by its path. */
function named(title: string, path: string, about: string): NamedFile {
  return { title, address: absolute(url(path)), about }
}

/** The files that have all of the content, and what describes them. */
export function dataFiles(): readonly NamedFile[] {
  return [
    named('The whole map as JSON', '/knowledge-base.json', 'maps, nodes, relations, sources, outlines'),
    named('Its schema', '/knowledge-base.schema.json', 'JSON Schema, draft 2020-12'),
    named('Index of nodes as JSON', '/c/index.json', 'every node in brief, with its addresses'),
    named('The map’s health as JSON', '/health.json', 'counts, what waits for somebody, verdicts, changes by month'),
    named('Schema of the index', '/schemas/index-v1.schema.json', 'JSON Schema, draft 2020-12'),
    named(
      'Schema of one node',
      '/schemas/claim-v1.schema.json',
      'of /c/<id>.json, which has a node and all that bears on it',
    ),
  ]
}

/** What a program can do without. */
export function optionalFiles(): readonly NamedFile[] {
  const maps = [...siteContent().written.maps.values()]
  return [
    named('How to read this', '/about/', 'kinds, relations, labels and strengths in full'),
    named('For programs', '/machines/', 'every file there is, with examples'),
    named('The essay', '/essay/', 'its assertions in order, each with the nodes that carry it'),
    named('Open questions', '/questions/', 'what the map leaves open'),
    named('The map’s health', '/health/', 'what the map holds and lacks, and where to help'),
    named('Sources', '/sources/', 'every source and how far it was read'),
    ...maps.map(({ id, title, question }) => ({
      title,
      address: absolute(mapUrl(id)),
      about: question,
    })),
    ...siteFeeds().map(({ name, title, description }) => ({
      title: `${title} (Atom feed)`,
      address: absolute(feedUrl(name, 'atom.xml')),
      about: description,
    })),
  ]
}
