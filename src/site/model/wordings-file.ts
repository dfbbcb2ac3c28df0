/**
 * `/c/<id>/wordings.json`: the earlier wordings of a node, for the script of its page. There is one
 * only for a node whose statement was worded otherwise before.
 */
export interface WordingsFile {
  readonly version: 1
  readonly id: string
  readonly now: {
    /** As `wordingHash` gives it for `statement`. */
    readonly hash: string
    /** As the file has it. */
    readonly statement: string
    /** When it came, as `YYYY-MM-DDThh:mm:ssZ`; absent where that is not known. */
    readonly since?: string
  }
  /** The oldest first; the present one is not among them. */
  readonly wordings: readonly EarlierWording[]
}

/** A wording that is no longer that of a node. */
export interface EarlierWording {
  readonly hash: string
  /** As the file had it. */
  readonly statement: string
  /** When it came last, and the full name of the commit; absent where that is not known. */
  readonly on?: string
  readonly commit?: string
  /** When it was replaced last; absent where that is not committed yet. */
  readonly until?: string
  /**
   * How to get from it to the present one: text in order, with typographic quotation marks. Without
   * the runs that came it is this wording, without those that went the present one, but for spaces
   * around them.
   */
  readonly diff: readonly WordChange[]
}

/** A run of text that went (-1), stayed (0) or came (1). */
export type WordChange = readonly [op: -1 | 0 | 1, text: string]
