import process from 'node:process'

/** The folder of content that the site is made from. */
export const contentFolder = process.env['ASSAY_CONTENT'] ?? 'content'

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repositoryName } = process.env

/**
 * The address of the repository, for links to edit a page: what `ASSAY_REPOSITORY` says, else the
 * repository in which a GitHub workflow runs, else none, and pages name the file without a link.
 */
export const repository: string | undefined =
  process.env['ASSAY_REPOSITORY'] ??
  (server && repositoryName ? `${server}/${repositoryName}` : undefined)

/** The branch that edits start from. */
export const branch = process.env['ASSAY_BRANCH'] ?? 'main'
