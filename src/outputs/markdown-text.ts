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

/** Parts a text for whoever looks for something in what Markdown has become. */
const parting = '<!-- -->'

// GitHub looks there for mentions, issues, emoji, formulas, addresses and commits. Marks that can
// begin none of these stay, since a text is also pasted where Markdown is not read.
function escape(text: string): string {
  return text
    .replace(/[\da-f]{7,}/gi, (digits) => digits.replace(/.{6}(?=.)/g, '$&\n'))
    .replace(/[^\p{L}\p{N} .,;?%'’/+:\n]|(?<![\p{L}\p{N}]):|:(?! |$)/gu, (character) =>
      /[\p{M}\p{Emoji}⟨⟩…“”‘–—-]/u.test(character) && !/[#*]/.test(character)
        ? character
        : `&#${character.codePointAt(0)};`,
    )
    .replace(/&#(?:64|35|36);|&#58;(?=\S)/g, `$&${parting}`)
    .replace(/\b(www|gh|ghsa|cve)(?=[.-])/gi, `$1${parting}`)
    .replaceAll('\n', parting)
}
