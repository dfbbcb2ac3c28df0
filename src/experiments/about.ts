/** The words of an experiment's page. No number that a run comes to stands here. */
export interface About {
  readonly title: string
  /** The claim that is tested: the id of its node. */
  readonly claim: string
  readonly question: string
  /** What would count against the claim, in a sentence that was written before the run. */
  readonly against: string
  /** The model in a paragraph for a reader who will not open the source. */
  readonly model: string
  /** How the verdict follows from the measures. */
  readonly rule: string
  /** What the toy leaves out or builds in, a sentence each. */
  readonly limits: readonly string[]
  /** Ids in `content/sources/` that the model or its comparison rests on. */
  readonly sources: readonly string[]
}

/** Our code against a value that nobody here chose. */
export interface KnownCase {
  readonly label: string
  readonly expected: number
  /** How far from `expected` our value may be. */
  readonly tolerance: number
  /** Works out our value. */
  ours(): number
}
export interface KnownAnswer {
  /** `ka-…` */
  readonly id: string
  /** What is known, in a sentence. */
  readonly statement: string
  /** Who says so: author and year, or "identity". */
  readonly source: string
  readonly cases: readonly KnownCase[]
}
