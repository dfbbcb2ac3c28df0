import { visible } from '../core/catalogue/entry.ts'

/**
 * A stranger's text as Markdown that GitHub shows as it is: no mark-up, links, mentions of people or
 * references to issues; what stands between backticks becomes code.
 */
export function toMarkdownText(text: string): string {
  return visible(text)
    .split(/(`[^`]*`)/)
    .map((part) => {
      const code = /^`([^`]*)`$/.exec(part)?.[1]
      return code === undefined ? escape(part) : `<code>${escape(code)}</code>`
    })
    .join('')
}

// GitHub looks for mentions in what Markdown has become, so a comment has to part them.
function escape(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} .,’/+]/gu, (character) =>
      /[\p{M}\p{Emoji}⟨⟩…“”‘–—-]/u.test(character) && !/[#*]/.test(character)
        ? character
        : `&#${character.codePointAt(0)};`,
    )
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replaceAll('&#35;', '&#35;<!-- -->')
    .replace(/\b(www|gh)(?=[.-])/gi, '$1<!-- -->')
}
