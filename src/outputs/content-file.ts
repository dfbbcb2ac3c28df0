/** A value of front matter. */
export type Plain =
  | string
  | number
  | boolean
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined }

/**
 * A content file from its front matter and body. Reading it back gives the same values: text stands
 * in double quotes with what cannot be seen escaped, but for ids. Fields that are undefined are left
 * out. `comments` stand as lines of YAML comments above the fields. No line end is added to `body`.
 */
export function writeContentFile(
  fields: Readonly<Record<string, Plain | undefined>>,
  body: string,
  comments: readonly string[] = [],
): string {
  const notes = comments.flatMap((comment) => comment.split(/\r\n?|\n/)).map((line) => `# ${line}`)
  return ['---', ...notes, ...writeFields(fields, ''), '---', body].join('\n')
}

function writeFields(fields: Readonly<Record<string, Plain | undefined>>, indent: string): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return []
    if (isScalar(value)) return [`${indent}${scalar(key)}: ${scalar(value)}`]
    const inner = isList(value)
      ? value.flatMap((item) => writeItem(item, `${indent}  `))
      : writeFields(value, `${indent}  `)
    if (inner.length > 0) return [`${indent}${scalar(key)}:`, ...inner]
    return [`${indent}${scalar(key)}: ${isList(value) ? '[]' : '{}'}`]
  })
}

function writeItem(item: Plain, indent: string): string[] {
  if (isScalar(item)) return [`${indent}- ${scalar(item)}`]
  if (isList(item)) throw new TypeError('Expected no list to be an item of a list')
  const [first = '{}', ...rest] = writeFields(item, `${indent}  `)
  return [`${indent}- ${first.trimStart()}`, ...rest]
}

function isScalar(value: Plain): value is string | number | boolean {
  return typeof value !== 'object'
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}

const plainText = /^(?!(?:null|true|false)$)[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  return plainText.test(value) ? value : quote(value)
}

function quote(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Co}\u2028\u2029\ufffe\uffff]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    const digits = code.toString(16)
    return code > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`
  })
}
