/** How grave a problem is: the graph would be wrong, the argument is incomplete, worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** The wording of one problem: noun phrases that follow "Unexpected" and "expected". */
export interface Words {
  readonly actual: string
  readonly expected: string
  readonly nearest?: string | undefined
}

/** One kind of problem; its code is the key under which it stands and never changes. */
export interface CatalogueEntry<Details> {
  /** The condition in a few words, as the title of its page. */
  readonly title: string
  readonly severity: Severity
  readonly words: (details: Details) => Words
  /** One sentence for somebody new, printed under the message. */
  readonly hint?: string
  /** Why it matters and how to mend it: the text of its page, in plain sentences. */
  readonly about: string
}

/** Declares an entry so that its details are checked wherever a problem of its code is made. */
export function entry<Details = Record<never, never>>(
  given: CatalogueEntry<Details>,
): CatalogueEntry<Details> {
  return given
}

const longest = 60

/** A stranger's text in which what cannot be seen, or moves other characters, is its code. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, (c) => {
    const code = c.codePointAt(0) ?? 0
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** Text of a stranger as it may stand in a message: visible, on one line, in backticks, cut. */
export function shown(text: string): string {
  const points = [...visible(text).replaceAll('`', 'ˋ')]
  const isLong = points.length > longest
  return `\`${isLong ? `${points.slice(0, longest - 1).join('')}…` : points.join('')}\``
}
