/** What a link in a body turns out to be. */
export type LinkClass =
  | { readonly type: 'address' }
  | { readonly type: 'fragment' }
  | { readonly type: 'file'; readonly path: string; readonly fragment: string }
  | { readonly type: 'unsafe' }
  | { readonly type: 'malformed'; readonly expected: string }
  | { readonly type: 'outside' }

const allowedSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto'])
const invisible = /[\0-\x1f\x7f-\x9f\ufffd\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u
const scheme = /^\s*([a-z][a-z0-9+.-]*)\s*:/i

/**
 * Says what an address in the file at `from` leads to. `href` is as remark gives it: entities and
 * escapes are resolved, percent signs are not.
 */
export function classifyLink(href: string, from: string): LinkClass {
  if (invisible.test(href) || href.includes('\\')) return { type: 'unsafe' }
  const named = scheme.exec(href)?.[1]?.toLowerCase()
  if (named !== undefined) return classifyAddress(href, named)
  if (href.startsWith('//')) return { type: 'unsafe' }
  const decoded = decode(href)
  if (decoded === undefined) {
    return { type: 'malformed', expected: 'two hexadecimal digits after `%`' }
  }
  if (isDisguised(href, decoded)) return { type: 'unsafe' }
  if (href.startsWith('#')) return { type: 'fragment' }
  if (href === '' || href.startsWith('?')) {
    return { type: 'malformed', expected: 'the address of a file or page' }
  }
  return resolve(href, from)
}

function classifyAddress(href: string, named: string): LinkClass {
  if (!allowedSchemes.has(named)) return { type: 'unsafe' }
  if (/\s/.test(href)) return { type: 'malformed', expected: 'an address without spaces' }
  if (named === 'mailto') return { type: 'address' }
  const url = URL.parse(href)
  if (url === null || !/^https?:\/\/[^/]/i.test(href)) {
    return { type: 'malformed', expected: 'an address such as `https://example.org/page`' }
  }
  return url.username === '' && url.password === '' ? { type: 'address' } : { type: 'unsafe' }
}

// Encoded slashes, colons and the like have no use in the path of a file but to hide something.
function isDisguised(href: string, decoded: string): boolean {
  const path = href.split('#', 1)[0] ?? ''
  return (
    scheme.test(decoded) ||
    decoded.startsWith('//') ||
    invisible.test(decoded) ||
    decoded.includes('\\') ||
    /%(?:2f|5c|3a|25)/i.test(path)
  )
}

function resolve(href: string, from: string): LinkClass {
  const [before = '', fragment = ''] = splitOnce(href, '#')
  const [path = ''] = splitOnce(before, '?')
  if (path.startsWith('/')) return { type: 'outside' }
  const parts = from.split('/').slice(0, -1)
  for (const part of (decode(path) ?? '').split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return { type: 'outside' }
    } else if (part !== '.' && part !== '') {
      parts.push(part)
    }
  }
  if (parts[0] !== 'content' || parts.length < 2) return { type: 'outside' }
  return { type: 'file', path: parts.join('/'), fragment: decode(fragment) ?? '' }
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function decode(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
