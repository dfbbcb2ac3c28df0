import type { Moment } from './history.ts'

/** A commit and what it changed in the files of nodes. */
export interface PastCommit extends Moment {
  readonly changed: readonly PastFile[]
}

/** The file of a node as a commit left it. */
export interface PastFile {
  /** As `readContent` gives it: `content/<map>/<id>.md`. */
  readonly path: string
  /** Absent where the commit removed it. */
  readonly text?: string
}
