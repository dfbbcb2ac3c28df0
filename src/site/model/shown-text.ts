/** Text with its invisible characters spelled out, as `⟨U+202E⟩`; line ends and tabs stay. */
export function shownText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (c) => {
    if (c === '\n' || c === '\t') return c
    return `⟨U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}
