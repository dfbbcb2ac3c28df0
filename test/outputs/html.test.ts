import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { toHtml } from '../../src/outputs/html.ts'
import { parseBody } from '../../src/readers/markdown.ts'
import { fileStart } from '../../src/core/place.ts'
import { hostile } from './graph.ts'

const file = 'content/light/wave.md'

function root(markdown: string) {
  return parseBody({ place: fileStart(file), body: { markdown, line: 1 } })
}

function html(markdown: string, idPrefix = ''): string {
  return toHtml(root(markdown), {
    idPrefix,
    from: file,
    resolve: (path, fragment) =>
      path.includes('unknown') ? undefined : `/at/${path}${fragment === '' ? '' : `#${fragment}`}`,
  })
}

function page(markdown: string, idPrefix = ''): Document {
  return new JSDOM(`<!doctype html><body>${html(markdown, idPrefix)}`).window.document
}

describe('links', () => {
  it.each([
    ['[a](slits.md)', '/at/content/light/slits.md'],
    ['[a](../sources/young.md#page-2)', '/at/content/sources/young.md#page-2'],
    ['[a](./../light/a%20b.md)', '/at/content/light/a b.md'],
    ['[a](#here)', '/at/content/light/wave.md#here'],
    ['[a][r]\n\n[r]: slits.md', '/at/content/light/slits.md'],
    ['[a](../results/x.json#/peak~1Gold)', '/at/content/results/x.json#/peak~1Gold'],
  ])('resolves %s', (markdown, href) => {
    expect(page(markdown).querySelector('a')?.getAttribute('href')).toBe(href)
  })

  it('puts words after those that something is to be said of, as text', () => {
    const aside = (path: string) => (path.endsWith('/old.md') ? 'gone <b>&' : undefined)
    const options = { from: file, resolve: (path: string) => `/at/${path}`, aside }
    const markdown = '[a](old.md), [b](slits.md), [c](old.md#x)! ![d](old.md) [e](https://old.md)'
    expect(toHtml(root(markdown), options)).toMatch(
      /old\.md">a<\/a> \(gone &#x3C;b>&#x26;\), <a[^>]*>b<\/a>, <a[^>]*>c<\/a> \(gone &#x3C;b>&#x26;\)! <img[^>]*> <a[^>]*>e<\/a><\/p>/,
    )
  })

  it('marks links that leave the site', () => {
    expect(html('[a](https://example.org/?a=1&b=2)')).toBe(
      '<p><a href="https://example.org/?a=1&#x26;b=2" rel="external noopener">a</a></p>',
    )
    expect(page('See www.example.org.').querySelector('a')?.rel).toBe('external noopener')
  })

  it.each([
    '[*a*](unknown.md)',
    '[*a*](javascript:alert(1))',
    '[*a*](JaVaScRiPt&colon;alert(1))',
    '[*a*](data:text/html,x)',
    '[*a*](//evil.example)',
    '[*a*](/etc/passwd)',
    '[*a*](\\\\evil.example)',
    '[*a*](../../../x.md)',
    '[*a*](%E0%A4%A.md)',
  ])('leaves only the words of %s', (markdown) => {
    expect(html(markdown)).toBe('<p><em>a</em></p>')
  })

  it('shows no image from elsewhere', () => {
    expect(html('![a *b*](https://example.org/x.png)')).toBe('<p>a b</p>')
  })
})

describe('structure', () => {
  it('keeps the first two levels of headings for the page', () => {
    const levels = [...page('# a\n\n## b\n\n#### c\n\n###### d').querySelectorAll('*')]
      .map(({ localName }) => localName)
      .filter((name) => /^h\d$/.test(name))
    expect(levels).toEqual(['h3', 'h4', 'h6', 'h6'])
  })

  it('lets a table be scrolled by the keyboard', () => {
    const table = '| a | b |\n|:-:|--:|\n| 1 | [x](slits.md) |'
    const wrap = page(`${table}\n\n---\n\n${table}`).querySelectorAll('.table-wrap')
    expect([...wrap].map((each) => each.getAttribute('aria-label'))).toEqual(['Table 1', 'Table 2'])
    expect(wrap[0]?.getAttribute('tabindex')).toBe('0')
    expect(wrap[0]?.getAttribute('role')).toBe('region')
    expect(wrap[0]?.querySelector('table th[scope=col][align=center]')?.textContent).toBe('a')
    expect(wrap[0]?.querySelector('td a')?.getAttribute('href')).toContain('slits')
  })

  it('joins every footnote to its references and back, with ids that are unique', () => {
    const notes = 'A[^1] b[^1] c[^1-2] d[^a"b].\n\n[^1]: One.\n\n[^1-2]: Two.\n\n[^a"b]: Three.'
    const document = page(notes, 'x-')
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => id.startsWith('x-'))).toBe(true)
    const links = [...document.querySelectorAll('a')]
    expect(links).toHaveLength(8)
    for (const link of links) {
      expect(document.getElementById(link.hash.slice(1)), link.outerHTML).not.toBeNull()
      const about = link.getAttribute('aria-describedby')
      if (about !== null) expect(document.getElementById(about)).not.toBeNull()
    }
  })

  it('does not change the body it is given, and gives equal bytes', () => {
    const body = root('A[^x] $a$ [l](slits.md)\n\n[^x]: Note.\n\n| a |\n|---|\n| b |')
    const before = JSON.stringify(body)
    const options = { from: file, resolve: () => '/x/' }
    expect(toHtml(body, options)).toBe(toHtml(body, options))
    expect(JSON.stringify(body)).toBe(before)
  })

  it('leaves a diagram of a contributor a code block', () => {
    expect(html('```mermaid\nflowchart LR\n```')).toContain('<pre><code class="language-mermaid">')
  })
})

describe('math', () => {
  it('becomes MathML without styles', () => {
    const formula = page('$\\frac{a_1}{\\sqrt{2}}$').querySelector('math')
    expect(formula?.querySelector('mfrac msqrt mn')?.textContent).toBe('2')
    expect(formula?.querySelector('annotation')?.textContent).toBe('\\frac{a_1}{\\sqrt{2}}')
    const many = '$$\n\\boxed{\\textcolor{red}{x}} \\begin{matrix} a & b \\end{matrix} \\rule{1em}{2em}\n$$'
    expect(html(many).replace(/<annotation.*<.annotation>/, '')).not.toMatch(/ style=|color|class="katex/)
    expect(page(many).querySelector('.math-display > math[display=block] mtable')).not.toBeNull()
  })

  it('shows what cannot be drawn as it is written', () => {
    expect(html('$\\frac{$')).toBe('<p><code class="math-error">\\frac{</code></p>')
  })

  it.each(['\\href{javascript:alert(1)}{x}', '\\htmlStyle{color:red}{x}', '\\includegraphics{https://e.org/x.png}', '\\url{javascript:x}', '\\def\\a{\\a\\a}\\a'])(
    'is not a way out: %s',
    (tex) => {
      const document = page(`$${tex}$`)
      expect(document.querySelectorAll('a, img, [style], [href], [src]')).toHaveLength(0)
    },
  )
})

it('survives formulas of any depth', () => {
  const value = '{'.repeat(50_000)
  const body = parseBody({ place: fileStart(file), body: { markdown: '$x$', line: 1 } })
  const paragraph = body.children[0]
  if (paragraph?.type === 'paragraph') {
    paragraph.children = [
      { type: 'inlineMath', value, data: { hName: 'code', hProperties: { className: ['math-inline'] }, hChildren: [{ type: 'text', value }] } },
    ]
  }
  expect(toHtml(body, { from: file, resolve: () => undefined })).toContain('math-error')
})

const allowed =
  /^(p|h[3-6]|a|em|strong|del|code|pre|blockquote|[uo]l|li|table|thead|tbody|t[rhd]|[hb]r|img|sup|section|div|html|head|body|math|semantics|annotation|m[a-z]+)$/

function findUnsafe(markdown: string): string[] {
  return [...page(markdown).querySelectorAll('*')].flatMap((element) => {
    const attributes = [...element.attributes].filter(
      ({ name, value }) =>
        /^(style|on|srcset|srcdoc|action|form|xlink)/i.test(name) ||
        (/^(href|src)$/.test(name) && !/^(https?:|mailto:|\/at\/|#)/i.test(value)),
    )
    const isBad = !allowed.test(element.localName) || attributes.length > 0
    return isBad ? [element.outerHTML] : []
  })
}

describe('safety', () => {
  it('passes no raw HTML', () => {
    const raw = '<script>alert(1)</script>\n\n<b onclick="x()">b</b>\n\n<svg><style>*{}</style></svg>\n\n<!-- c -->'
    expect(html(raw)).not.toMatch(/<(?!\/?p>)/)
    expect(findUnsafe(hostile)).toEqual([])
  })

  it('holds for any text', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('<script>', '<img src=x onerror=y>', '](javascript:x)', '![', '[', '](', ')', '$', '$$\n', '`', '```math\n', '| a |\n|--|\n', '[^1]', '\n\n[^1]: ', '<a href="x">', '&colon;', '\\href{javascript:x}{y}', '\n', '> ', '- [ ] ', 'https://', '<javascript:x>', '<http://x>'),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        expect(findUnsafe(parts.join(''))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
