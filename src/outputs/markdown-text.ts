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

// GitHub looks for mentions, emoji, addresses, commits and formulas in what Markdown has become, so
// a comment has to part them, and an element a dollar sign.
function escape(text: string): string {
  return text
    .replace(/\b([\da-f]{4})(?=[\da-f]{3,60}\b)/gi, `$1${part}`)
    .split(part)
    .map((piece) => escapeMarks(piece))
    .join(parting)
}

/** Stands for the comment until all else is escaped; no text that is `visible` has it. */
const part = '\u0000'
const parting = '<!-- -->'

function escapeMarks(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} .,’/+]/gu, (character) =>
      /[\p{M}\p{Emoji}⟨⟩…“”‘–—-]/u.test(character) && !/[#*]/.test(character)
        ? character
        : `&#${character.codePointAt(0)};`,
    )
    .replace(/&#(?:64|35|58);/g, (entity, at, all: string) => {
      const next = all[(at as number) + entity.length]
      return entity === '&#58;' && (next === undefined || next === ' ') ? entity : entity + parting
    })
    .replaceAll('&#36;', '<span>&#36;</span>')
    .replace(/\b(www|gh|ghsa|cve)(?=[.-])/gi, `$1${parting}`)
}
