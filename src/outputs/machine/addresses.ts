/**
 * Where things of the site are: addresses with the host in front where it is known, else paths from
 * the root of the host, base path included.
 */
export interface Addresses {
  /** The first page. */
  readonly home: string
  /** The page of a node. */
  readonly page: (id: string) => string
  /** The page of a node with one wording pinned. */
  readonly pinned: (id: string, hash: string) => string
  /** The page of a map, at one of its parts where that is given. */
  readonly map: (id: string, part?: string) => string
  /** The page of a source. */
  readonly source: (id: string) => string
  /** Every form in which a node is given, by its name: `json`, `md`, `embed` … */
  readonly forms: (id: string) => Readonly<Record<string, string>>
  /** A schema of the site, by its file: `claim-v1.schema.json`. */
  readonly schema: (file: string) => string
  /** The page that a link to a content file means; undefined where there is none. */
  readonly content: (path: string, fragment: string) => string | undefined
}
