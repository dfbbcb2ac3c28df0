/**
 * A text as the content of an Argdown statement: every character that means something to Argdown has
 * a backslash before it, so that its parser gives the text back. What starts a line needs none: a
 * statement comes after its title. Line ends become spaces and lone surrogates U+FFFD.
 */
export function argdownText(text: string): string {
  return onOneLine(text).replace(special, '\\$&')
}

/** Whether a text comes back from Argdown as it is. */
export function isArgdownText(text: string): boolean {
  return onOneLine(text) === text
}

/**
 * A text in Argdown’s metadata: a double-quoted YAML scalar. To Argdown’s lexer braces end metadata,
 * `===` starts front matter and `]:` ends a title even there, so they and what cannot be seen are
 * written as their codes.
 */
export function argdownScalar(text: string): string {
  return JSON.stringify(text).replace(/[{}\p{C}\p{Zl}\p{Zp}]|={2,}|\](?=:)/gu, (found) =>
    Array.from({ length: found.length }, (_, at) => unit(found.charCodeAt(at))).join(''),
  )
}

// In order: always; a comment; `.name.` and `:name:`, which may become a sign; runs that start front
// matter; control characters that swallow blanks; tabs and the blanks at the start.
const special =
  /[\\@#*_[\]<>{}\t]|\/(?=[/*])|\.(?=\S*?\.)|:(?=\S*?:)|=(?==)|(?<==)=|[,.:;/()-](?=[ \t]{2}|\t)|^ /g

function onOneLine(text: string): string {
  return text.replace(/\r\n?|\n/g, ' ').toWellFormed()
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}
