import type {
  Claim,
  CreativeWork,
  Dataset,
  Organization,
  Question,
  Thing,
  WebSite,
  WithContext,
} from 'schema-dts'
import type { CitedNode } from './cited-node.ts'
import {
  citedAuthor,
  citedDay,
  citedLanguage,
  citedSite,
  citedText,
  contentLicence,
  kindWord,
} from './cited-words.ts'
import { isAbsolute } from './page-tags.ts'

const context = 'https://schema.org'
const author: Organization = { '@type': 'Organization', name: citedAuthor }
const common = { author, inLanguage: citedLanguage, license: contentLicence }

/** What a page says of its node beside the wording. */
export interface NodePage {
  /** The address of the map's page. */
  readonly map: string
  /** The day of the last change, `YYYY-MM-DD`, where it is known. */
  readonly modified?: string
}

/**
 * A node for search engines and other readers of schema.org: a question is a `Question`, all else a
 * `Claim`, as schema.org has neither evidence nor counterargument; `genre` says which. Addresses of
 * this site are left out where they have no host.
 */
export function nodeJsonLd(node: CitedNode, page: NodePage): WithContext<Claim | Question> {
  const day = citedDay(node)
  return {
    '@context': context,
    '@type': node.kind === 'question' ? 'Question' : 'Claim',
    ...(isAbsolute(node.url) ? { url: node.url } : {}),
    name: citedText(node.title),
    text: citedText(node.statement),
    genre: kindWord(node.kind),
    version: node.hash,
    ...common,
    ...(day === undefined ? {} : { datePublished: day }),
    ...(page.modified === undefined ? {} : { dateModified: page.modified }),
    isPartOf: {
      '@type': 'CreativeWork',
      name: citedText(node.map),
      ...(isAbsolute(page.map) ? { url: page.map } : {}),
    },
    ...(node.archived === undefined ? {} : { archivedAt: node.archived }),
    ...(node.withdrawn === undefined ? {} : { creativeWorkStatus: 'Withdrawn' }),
  }
}

/** A map and the essay that it is a reading of. */
export interface MapPage {
  readonly title: string
  readonly question: string
  /** The address of its page. */
  readonly url: string
  readonly essay?: {
    readonly title: string
    /** Names as they are written: "Beren Millidge". */
    readonly authors: readonly string[]
    readonly url?: string
  }
}

/** A map for readers of schema.org. */
export function mapJsonLd(map: MapPage): WithContext<CreativeWork> {
  const { essay } = map
  return {
    '@context': context,
    '@type': 'CreativeWork',
    name: citedText(map.title),
    abstract: citedText(map.question),
    ...(isAbsolute(map.url) ? { url: map.url } : {}),
    ...common,
    ...(essay === undefined
      ? {}
      : {
          isBasedOn: {
            '@type': 'CreativeWork',
            name: citedText(essay.title),
            author: essay.authors.map((name) => ({ '@type': 'Person', name: citedText(name) })),
            ...(essay.url === undefined ? {} : { url: essay.url }),
          },
        }),
  }
}

/** The site and its data as a whole. */
export interface SiteData {
  /** The address of its first page, with the host. */
  readonly url: string
  readonly description: string
  /** Files that have all of it: addresses with the host, and their media types. */
  readonly files: readonly { readonly url: string; readonly type: string }[]
}

/** The site for readers of schema.org. */
export function siteJsonLd(site: SiteData): WithContext<WebSite> {
  return {
    '@context': context,
    '@type': 'WebSite',
    name: citedSite,
    url: site.url,
    description: site.description,
    ...common,
  }
}

/** All of the content as a set of data, which is how Google's Dataset Search finds it. */
export function datasetJsonLd(site: SiteData): WithContext<Dataset> {
  return {
    '@context': context,
    '@type': 'Dataset',
    name: `${citedSite}: all maps`,
    url: site.url,
    description: site.description,
    ...common,
    distribution: site.files.map(({ url, type }) => ({
      '@type': 'DataDownload',
      contentUrl: url,
      encodingFormat: type,
    })),
  }
}

/** JSON as the text of a `<script>` that nothing in it can end. */
export function scriptJson(value: WithContext<Thing>): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
