const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

// What publishers write into titles; any other `<` is a sign of the text.
const tag =
  /<\/?(?:i|b|u|em|strong|sub|sup|sc|scp|tt|span|p|br|title|(?:mml|jats):[a-z-]{1,20})(?:\s[^<>]{0,500})?\/?>/gi

/**
 * Text of a record on one line: without tags, entities as their characters, without characters that
 * cannot be seen, one space where there were several.
 */
export function cleanText(written: string): string {
  return decode(decode(written).replace(tag, ''))
    .replace(tag, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (all, ...found) => {
    const [decimal, hex, name] = found as (string | undefined)[]
    if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? all) : all
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** The text of a string or number, or of the first in a list of them, clean; else undefined. */
export function textOf(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value
  if (typeof one !== 'string' && typeof one !== 'number') return undefined
  const text = cleanText(String(one))
  return text === '' ? undefined : text
}
