import type { Schema } from 'hast-util-sanitize'

const mathElements = [
  'math', 'semantics', 'annotation', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mfrac',
  'msqrt', 'mroot', 'mstyle', 'mpadded', 'mphantom', 'msub', 'msup', 'msubsup', 'munder', 'mover',
  'munderover', 'mmultiscripts', 'mprescripts', 'mtable', 'mtr', 'mtd', 'menclose', 'merror',
]

// No colours: what is set for one scheme, light or dark, may be unreadable in the other.
const mathAttributes = [
  'accent', 'accentunder', 'columnalign', 'columnlines', 'columnspacing', 'depth', 'displaystyle',
  'fence', 'form', 'height', 'largeop', 'linethickness', 'lspace', 'mathsize', 'mathvariant', 'maxsize', 'minsize', 'movablelimits', 'notation', 'rowlines',
  'rowspacing', 'rspace', 'scriptlevel', 'separator', 'stretchy', 'symmetric', 'voffset', 'width',
]

const textElements = [
  'p', 'h3', 'h4', 'h5', 'h6', 'a', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol',
  'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'hr', 'br', 'img', 'sup', 'section', 'div',
]

const cell: NonNullable<Schema['attributes']>[string] = [['align', 'left', 'center', 'right']]

/**
 * All that a body may contain; whatever is not named here goes. No `style`, no event handlers, no
 * ids but those of footnotes, no addresses but of the web and mail.
 */
export const bodySchema: Schema = {
  strip: ['script', 'style'],
  clobber: [],
  clobberPrefix: '',
  tagNames: [...textElements, ...mathElements],
  ancestors: {
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
    ...Object.fromEntries(mathElements.slice(1).map((name) => [name, ['math']])),
  },
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
  attributes: {
    ...Object.fromEntries(mathElements.map((name) => [name, mathAttributes])),
    math: ['xmlns', ['display', 'block', 'inline']],
    annotation: [['encoding', 'application/x-tex']],
    a: [
      'href', 'id', 'title', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef',
      'dataFootnoteBackref', ['rel', 'external', 'noopener'],
      ['className', 'data-footnote-backref'],
    ],
    code: [['className', /^language-[\w+-]+$/, 'math-error']],
    div: [['className', 'table-wrap', 'math-display'], ['tabIndex', 0], ['role', 'region', 'group'], 'ariaLabel'],
    h3: ['id'],
    img: ['src', 'alt', 'title'],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: cell,
    th: [...cell, ['scope', 'col']],
    ul: [['className', 'contains-task-list']],
  },
}
