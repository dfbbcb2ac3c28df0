// Everything that means something to one of the passes a Mermaid text goes through: the lexer,
// comments and directives, Markdown, HTML, icons (`fa:`), KaTeX (`$$`), line breaks (`\n`) and the
// marks `ﬂ°…¶ß` with which Mermaid itself replaces entities. `:` also keeps the pass that trims
// `style …:…#…;` lines off our entities.
const SPECIAL = /["#&<>`%;:|\\$*_~ﬂ¶\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ue000-\uf8ff]/gu

// What starts a Markdown list: older Mermaid read every label as Markdown.
const LIST_MARK = /^(\d+)?([-+.)])(?= )/u

// Line ends, tabs and control characters; a no-break space and its like are text.
const BLANKS = /[ \p{Cc}\u2028\u2029\ufeff]+/gu

const NOT_TEXT = /[\p{Cs}\p{Noncharacter_Code_Point}\u{f0000}-\u{10ffff}]/gu

/**
 * Writes any text so that Mermaid shows it as it is, between the double quotes of a label, in a
 * link's title and after `accTitle:`. Ordinary blanks, line ends and control characters become
 * single spaces, none at the ends; lone surrogates, noncharacters and the private-use planes
 * become U+FFFD. All else comes back from the drawing character by character.
 */
export function escapeLabel(text: string): string {
  return text
    .replace(BLANKS, ' ')
    .replace(/^ | $/g, '')
    .replace(NOT_TEXT, '\ufffd')
    .replace(SPECIAL, entity)
    .replace(LIST_MARK, (_, digits = '', mark = '') => `${digits}${entity(mark)}`)
}

function entity(character: string): string {
  return `#${character.codePointAt(0)};`
}
