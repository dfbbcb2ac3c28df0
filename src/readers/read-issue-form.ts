/** The answers of an issue form, or a sentence why they cannot be told apart. */
export type FormAnswers =
  | { readonly answers: ReadonlyMap<string, string> }
  | { readonly problem: string }

/**
 * Reads what GitHub makes of a filled-in issue form: a heading `### label` before each answer, in
 * the order of the form. A question without an answer has no entry; line ends of answers are LF.
 * Total: a text in which a heading of the form is missing, stands twice or stands elsewhere, as one
 * can write it into an answer, is not guessed at.
 */
export function readIssueForm(text: string, labels: readonly string[]): FormAnswers {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const known = new Set(labels)
  const headings = lines.flatMap((line, at) => {
    const label = /^### (.*?)\s*$/.exec(line)?.[1]
    return label !== undefined && known.has(label) ? [{ label, at }] : []
  })
  const found = headings.map(({ label }) => label)
  const problem = differenceOf(found, labels)
  if (problem !== undefined) return { problem }
  const answers = new Map<string, string>()
  for (const [index, { label, at }] of headings.entries()) {
    const answer = lines.slice(at + 1, headings[index + 1]?.at).join('\n').trim()
    if (answer !== '' && answer !== '_No response_') answers.set(label, answer)
  }
  return { answers }
}

function differenceOf(found: readonly string[], labels: readonly string[]): string | undefined {
  const missing = labels.find((label) => !found.includes(label))
  if (missing !== undefined) return `Unexpected lack of the heading “${missing}” of the form.`
  const twice = found.find((label, at) => found.indexOf(label) !== at)
  if (twice !== undefined) {
    return `Unexpected second heading “${twice}”, expected it once, above its answer.`
  }
  if (found.every((label, at) => label === labels[at])) return undefined
  return 'Unexpected order of the headings, expected that of the form.'
}

/** Whether a box of a form, the text of which begins so, is ticked. */
export function isTicked(answer: string | undefined, beginning: string): boolean {
  return (answer ?? '').split('\n').some((line) => {
    const text = /^- \[[xX]\] (.*)$/.exec(line)?.[1]
    return text?.startsWith(beginning) === true
  })
}
