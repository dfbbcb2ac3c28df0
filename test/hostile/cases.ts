/** A file that somebody might send to break, mislead or slow down a program that reads it. */
export interface Hostile {
  readonly name: string
  readonly path?: string
  readonly text: string
  /** Code and place (`line:column-line:column`) of problems that must be reported. */
  readonly has: readonly string[]
  /** Whether a document is still read; it is where only the body has problems. */
  readonly reads: boolean
}

const path = 'content/demo/some-claim.md'
const fields = 'kind: claim\ntitle: A claim\nstatement: A claim stands.\n'

function withFields(extra: string): string {
  return `---\n${fields}${extra}---\n\nText.\n`
}

function withBody(body: string): string {
  return `---\n${fields}---\n\n${body}\n`
}

function titled(title: string): string {
  return `---\nkind: claim\ntitle: ${JSON.stringify(title)}\nstatement: A claim stands.\n---\n\nText.\n`
}

function fenced(first: string, code: string, last = '---'): string {
  return `${first}\n${code}\n${last}\n\nText.\n`
}

const runs = '{ kind: globalThis.assayWasHacked = true }'

const fences: Hostile[] = [
  {
    name: '---js runs code in gray-matter',
    text: fenced('---js', runs),
    has: ['front-matter-language 1:1-1:6'],
    reads: false,
  },
  {
    name: '---javascript',
    text: fenced('---javascript', runs),
    has: ['front-matter-language 1:1-1:14'],
    reads: false,
  },
  {
    name: '--- js with a space',
    text: fenced('--- js', runs),
    has: ['front-matter-language 1:1-1:7'],
    reads: false,
  },
  {
    name: '---JS in capitals',
    text: fenced('---JS', runs),
    has: ['front-matter-language 1:1-1:6'],
    reads: false,
  },
  {
    name: '---coffee',
    text: fenced('---coffee', 'globalThis.assayWasHacked = true'),
    has: ['front-matter-language 1:1-1:10'],
    reads: false,
  },
  {
    name: '---json',
    text: fenced('---json', '{ "kind": "claim" }'),
    has: ['front-matter-language 1:1-1:8'],
    reads: false,
  },
  {
    name: '---toml',
    text: fenced('---toml', 'kind = "claim"'),
    has: ['front-matter-language 1:1-1:8'],
    reads: false,
  },
  {
    name: '+++ of TOML',
    text: fenced('+++', 'kind = "claim"', '+++'),
    has: ['missing-front-matter 1:1-1:4'],
    reads: false,
  },
  {
    name: '---constructor names a method of objects',
    text: fenced('---constructor', runs),
    has: ['front-matter-language 1:1-1:15'],
    reads: false,
  },
  {
    name: 'longer fence',
    text: fenced('----', fields),
    has: ['invalid-fence 1:1-1:5'],
    reads: false,
  },
  {
    name: 'longer closing fence',
    text: `---\n${fields}----\n\nText.\n`,
    has: ['invalid-fence 5:1-5:5', 'unclosed-front-matter 8:1-8:1'],
    reads: false,
  },
  {
    name: 'longer fence before the closing one',
    text: withFields('-----\n'),
    has: ['invalid-fence 5:1-5:6'],
    reads: false,
  },
  {
    name: 'closing fence with a language',
    text: withFields('---js\n'),
    has: ['invalid-fence 5:1-5:6'],
    reads: false,
  },
  {
    name: 'fence with trailing space',
    text: fenced('--- ', fields),
    has: ['invalid-fence 1:1-1:5'],
    reads: false,
  },
  {
    name: 'unclosed front matter',
    text: `---\n${fields}`,
    has: ['unclosed-front-matter 5:1-5:1'],
    reads: false,
  },
  { name: 'empty file', text: '', has: ['missing-front-matter 1:1-1:1'], reads: false },
  {
    name: 'blank line before the fence',
    text: `\n${withFields('')}`,
    has: ['missing-front-matter 1:1-1:1'],
    reads: false,
  },
  {
    name: 'byte order mark',
    text: `\ufeff${withFields('')}`,
    has: ['byte-order-mark 1:1-1:2'],
    reads: true,
  },
  {
    name: 'CRLF keeps places',
    text: withFields('suports: [a]\n').replaceAll('\n', '\r\n'),
    has: ['unknown-field 5:1-5:8'],
    reads: false,
  },
  {
    name: 'CR alone',
    text: withFields('').replace('A claim\n', 'A claim\r'),
    has: ['invalid-character 3:15-3:15'],
    reads: true,
  },
  { name: 'NUL', text: withBody('A \0 B'), has: ['invalid-character 7:3-7:4'], reads: true },
  {
    name: 'bytes that were not UTF-8',
    text: withBody('A \ufffd B'),
    has: ['invalid-character 7:3-7:4'],
    reads: true,
  },
  {
    name: 'half a surrogate pair',
    text: withBody('A \ud800 B'),
    has: ['invalid-character 7:3-7:4'],
    reads: true,
  },
  {
    name: 'terminal escape',
    text: withBody('A \u001b[31mred\u001b[0m B'),
    has: ['invalid-character 7:3-7:4', 'invalid-character 7:11-7:12'],
    reads: true,
  },
  {
    name: '300 kB scalar',
    text: titled('x'.repeat(300_000)),
    has: ['file-too-large 1:1-1:1'],
    reads: false,
  },
  {
    name: '40 kB scalar',
    text: titled('x'.repeat(40_000)),
    has: ['front-matter-too-large 1:1-1:4'],
    reads: false,
  },
  {
    name: '20 kB scalar',
    text: titled('x'.repeat(20_000)),
    has: ['too-long 3:8-3:20010'],
    reads: false,
  },
  {
    name: 'blank lines that cost gray-matter their square',
    text: withFields('\n'.repeat(30_000)),
    has: ['front-matter-too-large 1:1-1:4'],
    reads: false,
  },
]

const yaml: Hostile[] = [
  {
    name: 'alias bomb',
    text: withFields('a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n'),
    has: ['unsupported-yaml 5:4-5:6', 'unsupported-yaml 6:4-6:6'],
    reads: false,
  },
  {
    name: 'alias cycle',
    text: withFields('supports: &a [*a]\n'),
    has: ['unsupported-yaml 5:11-5:13', 'unsupported-yaml 5:15-5:17'],
    reads: false,
  },
  {
    name: 'alias of nothing',
    text: withFields('part: *gone\n'),
    has: ['unsupported-yaml 5:7-5:12'],
    reads: false,
  },
  {
    name: 'merge key',
    text: withFields('<<: { caveat: true }\n'),
    has: ['unsupported-yaml 5:1-5:3'],
    reads: false,
  },
  {
    name: '20,000 lists in a flow',
    text: withFields(`supports: ${'['.repeat(20_000)}\n`),
    has: ['nesting-too-deep 5:43-5:44'],
    reads: false,
  },
  {
    name: '10,000 closed lists in a flow',
    text: withFields(`supports: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`),
    has: ['nesting-too-deep 5:43-5:44'],
    reads: false,
  },
  {
    name: 'depth that quoted brackets hide',
    text: withFields(`supports: ${'["]", '.repeat(3_000)}\n`),
    has: ['nesting-too-deep 5:203-5:204'],
    reads: false,
  },
  {
    name: '5,000 maps in a flow',
    text: withFields(`part: ${'{ a: '.repeat(5_000)}\n`),
    has: ['nesting-too-deep 5:167-5:168'],
    reads: false,
  },
  {
    name: '15,000 lists in a block',
    text: withFields(`supports:\n  ${'- '.repeat(15_000)}a\n`),
    has: ['nesting-too-deep 6:1-6:30003'],
    reads: false,
  },
  {
    name: '20,000 lists in a block',
    text: withFields(`supports:\n  ${'- '.repeat(20_000)}a\n`),
    has: ['front-matter-too-large 1:1-1:4'],
    reads: false,
  },
  {
    name: 'explicit keys nested',
    text: withFields(`${'? '.repeat(10_000)}a\n`),
    has: ['nesting-too-deep 5:1-5:20001'],
    reads: false,
  },
  {
    name: 'lists by indentation',
    text: withFields(`part:\n${Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}-\n`).join('')}`),
    has: ['nesting-too-deep 71:1-71:66'],
    reads: false,
  },
  {
    name: '__proto__ as key',
    text: withFields('__proto__: { polluted: true }\n'),
    has: ['invalid-key 5:1-5:10'],
    reads: false,
  },
  {
    name: 'constructor as key',
    text: withFields('constructor: { prototype: { polluted: true } }\n'),
    has: ['invalid-key 5:1-5:12'],
    reads: false,
  },
  {
    name: '__proto__ as key within',
    text: withFields('experiment: { id: abc, __proto__: { preset: x } }\n'),
    has: ['invalid-key 5:24-5:33'],
    reads: false,
  },
  {
    name: '__proto__ written as an escape',
    text: withFields('"\\u005f_proto__": { polluted: true }\n'),
    has: ['invalid-key 5:1-5:17'],
    reads: false,
  },
  {
    name: '__proto__ and constructor as targets',
    text: withFields('supports: [__proto__, constructor]\n'),
    has: ['invalid-id 5:12-5:21', 'invalid-id 5:23-5:34'],
    reads: false,
  },
  {
    name: 'duplicate key',
    text: withFields('title: Another title\n'),
    has: ['duplicate-key 5:1-5:6'],
    reads: false,
  },
  {
    name: 'duplicate key by quotes',
    text: withFields('"title": Another title\n'),
    has: ['duplicate-key 5:1-5:8'],
    reads: false,
  },
  {
    name: 'tag of JavaScript',
    text: withFields("part: !!js/function 'function () { globalThis.assayWasHacked = true }'\n"),
    has: ['unsupported-yaml 5:7-5:20'],
    reads: false,
  },
  {
    name: 'custom tag',
    text: withFields('part: !include /etc/passwd\n'),
    has: ['unsupported-yaml 5:7-5:15'],
    reads: false,
  },
  {
    name: 'tag of a set',
    text: withFields('supports: !!set { a, b }\n'),
    has: ['unsupported-yaml 5:11-5:16'],
    reads: false,
  },
  {
    name: 'binary',
    text: withFields('part: !!binary aGVsbG8=\n'),
    has: ['unsupported-yaml 5:7-5:15'],
    reads: false,
  },
  {
    name: 'second document',
    text: withFields('...\ntitle: Another\n'),
    has: ['unsupported-yaml 6:1-6:1'],
    reads: false,
  },
  {
    name: 'directive',
    text: withFields('').replace('---\n', '---\n%YAML 1.1\n'),
    has: ['invalid-yaml 3:1-3:12'],
    reads: false,
  },
  {
    name: 'keys that are no texts',
    text: withFields('1: a\n[b]: c\n'),
    has: ['invalid-key 5:1-5:2', 'invalid-key 6:1-6:4'],
    reads: false,
  },
  {
    name: 'a list instead of fields',
    text: '---\n- kind: claim\n---\n\nText.\n',
    has: ['invalid-yaml 2:1-2:14'],
    reads: false,
  },
  {
    name: 'a text instead of fields',
    text: '---\nkind\n---\n\nText.\n',
    has: ['invalid-yaml 2:1-2:5'],
    reads: false,
  },
  {
    name: 'impossible date',
    text: withFields('withdrawn: { on: 2023-02-29, reason: Why. }\n'),
    has: ['invalid-date 5:18-5:28'],
    reads: false,
  },
  {
    name: 'date with a zone',
    text: withFields('withdrawn: { on: 2024-02-29T23:59:59+14:00, reason: Why. }\n'),
    has: ['invalid-date 5:18-5:43'],
    reads: false,
  },
  {
    name: 'year that is infinite',
    path: 'content/sources/doe2024.md',
    text: '---\ntype: book\ntitle: On\nauthor: [{ literal: Doe }]\nissued: .inf\nchecked: { how: unread, where: Nowhere. }\n---\n',
    has: ['invalid-date 5:9-5:13'],
    reads: false,
  },
  {
    name: 'ids that YAML makes something else of',
    text: withFields('supports: [12E4, no, ~, 0x1F, true]\n'),
    has: [
      'invalid-id 5:12-5:16',
      'invalid-id 5:18-5:20',
      'invalid-id 5:22-5:23',
      'invalid-id 5:25-5:29',
      'invalid-id 5:31-5:35',
    ],
    reads: false,
  },
  {
    name: 'traversal as an id',
    text: withFields('supports: [../../etc/passwd]\n'),
    has: ['invalid-id 5:12-5:28'],
    reads: false,
  },
  {
    name: 'percent-encoded traversal as an id',
    text: withFields('supports: ["%2e%2e%2fpasswd"]\n'),
    has: ['invalid-id 5:12-5:29'],
    reads: false,
  },
  {
    name: 'id that ends in a line end',
    text: withFields('supports: ["some-claim\\n"]\n'),
    has: ['invalid-id 5:12-5:26'],
    reads: false,
  },
  {
    name: 'homoglyph in an id',
    text: withFields('supports: [some-cl\u0430im]\n'),
    has: ['invalid-id 5:12-5:22', 'mixed-script 5:17-5:22'],
    reads: false,
  },
  {
    name: 'unknown experiment in a form that is none',
    text: withFields('experiment: { id: ../secret }\n'),
    has: ['invalid-id 5:19-5:28'],
    reads: false,
  },
  {
    name: 'not a number as weight',
    text: withFields('supports: [{ to: some-other, weight: .nan }]\n'),
    has: ['invalid-field 5:38-5:42'],
    reads: false,
  },
  {
    name: 'address that runs code',
    path: 'content/sources/doe2024.md',
    text: '---\ntype: book\ntitle: On\nauthor: [{ literal: Doe }]\nissued: 2024\nURL: javascript:alert(1)\nchecked: { how: unread, where: Nowhere. }\n---\n',
    has: ['invalid-field 6:6-6:25'],
    reads: false,
  },
  {
    name: 'address with a password',
    path: 'content/sources/doe2024.md',
    text: '---\ntype: book\ntitle: On\nauthor: [{ literal: Doe }]\nissued: 2024\nURL: https://bank.example:pay@evil.example/\nchecked: { how: unread, where: Nowhere. }\n---\n',
    has: ['invalid-field 6:6-6:44'],
    reads: false,
  },
  {
    name: 'slug of another page',
    text: withFields('slug: other-claim\n'),
    has: ['unknown-field 5:1-5:5'],
    reads: false,
  },
]

const titles: Hostile[] = [
  {
    name: 'title that closes a tag',
    text: titled('</title><script>alert(1)</script>'),
    has: [],
    reads: true,
  },
  {
    name: 'title that closes an attribute',
    text: titled('" onmouseover="alert(1)'),
    has: [],
    reads: true,
  },
  { name: 'title that closes JSON-LD', text: titled('</script><!-- "}]}'), has: [], reads: true },
  {
    name: 'title that closes XML',
    text: titled(']]></title>&xxe;<!DOCTYPE x>'),
    has: [],
    reads: true,
  },
  {
    name: 'title that is Mermaid',
    text: titled('"]; click n0 "javascript:alert(1)" %%{init}%%'),
    has: [],
    reads: true,
  },
  {
    name: 'title that is a workflow command',
    text: titled('::error file=a::x %0A::set-output'),
    has: [],
    reads: true,
  },
  {
    name: 'title with a terminal escape',
    text: titled('red \u001b[31m'),
    has: ['invalid-character 3:8-3:24'],
    reads: true,
  },
  {
    name: 'title with an escaped bidi control',
    text: titled('a \u202e b').replace('\u202e', '\\u202e'),
    has: ['hidden-character 3:8-3:20'],
    reads: true,
  },
  {
    name: 'title on two lines',
    text: titled('One\nTwo'),
    has: ['invalid-field 3:8-3:18'],
    reads: false,
  },
  {
    name: 'title of nothing but spaces',
    text: titled('   '),
    has: ['invalid-field 3:8-3:13'],
    reads: false,
  },
]

const characters: Hostile[] = [
  {
    name: 'bidi override',
    text: withBody('A \u202etxet\u202c B'),
    has: ['hidden-character 7:3-7:4', 'hidden-character 7:8-7:9'],
    reads: true,
  },
  {
    name: 'bidi isolate',
    text: withBody('A \u2066text\u2069 B'),
    has: ['hidden-character 7:3-7:4', 'hidden-character 7:8-7:9'],
    reads: true,
  },
  {
    name: 'bidi control as an entity',
    text: withBody('A &#x202e; B'),
    has: ['hidden-character 7:1-7:13'],
    reads: true,
  },
  {
    name: 'tag characters',
    text: withBody('A \u{e0049}\u{e0067} B'),
    has: ['hidden-character 7:3-7:5', 'hidden-character 7:5-7:7'],
    reads: true,
  },
  {
    name: 'zero-width space within a word',
    text: withBody('A wo\u200brd B'),
    has: ['hidden-character 7:5-7:6'],
    reads: true,
  },
  {
    name: 'soft hyphen within a word',
    text: withBody('A wo\u00adrd B'),
    has: ['hidden-character 7:5-7:6'],
    reads: true,
  },
  {
    name: 'private use',
    text: withBody('A \ue000 B'),
    has: ['hidden-character 7:3-7:4'],
    reads: true,
  },
  {
    name: 'variation selectors that carry text',
    text: withBody('A \u{1f600}\u{e0148}\u{e0149} B'),
    has: ['hidden-character 7:5-7:7', 'hidden-character 7:7-7:9'],
    reads: true,
  },
  {
    name: 'Cyrillic letter in a Latin word',
    text: withBody('A p\u0430ypal B'),
    has: ['mixed-script 7:3-7:9'],
    reads: true,
  },
  {
    name: 'Greek letter in a Latin word',
    text: withBody('A \u0391pple B'),
    has: ['mixed-script 7:3-7:8'],
    reads: true,
  },
  {
    name: 'Arabic passes',
    text: withBody('\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645 \u200fHTML\u200f'),
    has: [],
    reads: true,
  },
  {
    name: 'Persian with joiners passes',
    text: withBody('\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'),
    has: [],
    reads: true,
  },
  {
    name: 'Hebrew passes',
    text: withBody('\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd'),
    has: [],
    reads: true,
  },
  {
    name: 'CJK passes',
    text: withBody('\u4f60\u597d\u4e16\u754c\u3002\u3053\u3093\u306b\u3061\u306f\u3002\uc548\ub155'),
    has: [],
    reads: true,
  },
  {
    name: 'Devanagari with joiners passes',
    text: withBody('\u0915\u094d\u200d\u0937'),
    has: [],
    reads: true,
  },
  {
    name: 'joined emoji pass',
    text: withBody('\u{1f469}\u200d\u{1f469}\u200d\u{1f467} \u2764\ufe0f \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'),
    has: [],
    reads: true,
  },
  {
    name: 'Greek letters in formulas and whole words pass',
    text: withBody('The \u03c0 of \u0394x and \u03bb\u03cc\u03b3\u03bf\u03c2, caf\u00e9, na\u00efve.'),
    has: [],
    reads: true,
  },
]

const markup: Hostile[] = [
  {
    name: 'script',
    text: withBody('<script>alert(1)</script>'),
    has: ['raw-html 7:1-7:26'],
    reads: true,
  },
  {
    name: 'inline tags',
    text: withBody('a <img src=x onerror=alert(1)> b'),
    has: ['raw-html 7:3-7:31'],
    reads: true,
  },
  {
    name: 'comment',
    text: withBody('a <!-- hidden --> b'),
    has: ['raw-html 7:3-7:18'],
    reads: true,
  },
  {
    name: 'processing instruction',
    text: withBody('<?php evil() ?>'),
    has: ['raw-html 7:1-7:16'],
    reads: true,
  },
  { name: 'CDATA', text: withBody('<![CDATA[ evil ]]>'), has: ['raw-html 7:1-7:19'], reads: true },
  {
    name: 'declaration',
    text: withBody('<!DOCTYPE html>'),
    has: ['raw-html 7:1-7:16'],
    reads: true,
  },
  {
    name: 'frame in a table',
    text: withBody('| a |\n| - |\n| <iframe src=x> |'),
    has: ['raw-html 9:3-9:17'],
    reads: true,
  },
  {
    name: 'tag in a footnote',
    text: withBody('A[^a]\n\n[^a]: <svg onload=alert(1)>'),
    has: ['raw-html 9:7-9:28'],
    reads: true,
  },
  {
    name: 'HTML in code passes',
    text: withBody('`<script>` and\n\n```html\n<script>alert(1)</script>\n```'),
    has: [],
    reads: true,
  },
  {
    name: 'javascript: link',
    text: withBody('[a](javascript:alert(1))'),
    has: ['unsafe-link 7:1-7:25'],
    reads: true,
  },
  {
    name: 'javascript: in mixed case',
    text: withBody('[a](JaVaScRiPt:alert(1))'),
    has: ['unsafe-link 7:1-7:25'],
    reads: true,
  },
  {
    name: 'javascript: by entities',
    text: withBody('[a](&#106;avascript&colon;alert(1))'),
    has: ['unsafe-link 7:1-7:36'],
    reads: true,
  },
  {
    name: 'javascript: broken by a tab',
    text: withBody('[a](<java&Tab;script:alert(1)>)'),
    has: ['unsafe-link 7:1-7:32'],
    reads: true,
  },
  {
    name: 'javascript: after a control character',
    text: withBody('[a](<&#1;javascript:alert(1)>)'),
    has: ['unsafe-link 7:1-7:31'],
    reads: true,
  },
  {
    name: 'javascript: percent-encoded',
    text: withBody('[a](javascript%3aalert(1))'),
    has: ['unsafe-link 7:1-7:27'],
    reads: true,
  },
  {
    name: 'javascript: encoded twice',
    text: withBody('[a](java%2573cript:alert(1))'),
    has: ['unsafe-link 7:1-7:29'],
    reads: true,
  },
  {
    name: 'javascript: autolink',
    text: withBody('<javascript:alert(1)>'),
    has: ['unsafe-link 7:1-7:22'],
    reads: true,
  },
  {
    name: 'javascript: in a definition',
    text: withBody('[a][r]\n\n[r]: javascript:alert(1)'),
    has: ['unsafe-link 9:1-9:25'],
    reads: true,
  },
  {
    name: 'data: link',
    text: withBody('[a](data:text/html;base64,PHNjcmlwdD4=)'),
    has: ['unsafe-link 7:1-7:40'],
    reads: true,
  },
  {
    name: 'vbscript: link',
    text: withBody('[a](vbscript:msgbox(1))'),
    has: ['unsafe-link 7:1-7:24'],
    reads: true,
  },
  {
    name: 'file: link',
    text: withBody('[a](file:///etc/passwd)'),
    has: ['unsafe-link 7:1-7:24'],
    reads: true,
  },
  {
    name: 'protocol-relative link',
    text: withBody('[a](//evil.example/x)'),
    has: ['unsafe-link 7:1-7:22'],
    reads: true,
  },
  {
    name: 'backslash link',
    text: withBody('[a](\\\\\\\\evil.example)'),
    has: ['unsafe-link 7:1-7:22'],
    reads: true,
  },
  {
    name: 'link with a password',
    text: withBody('[a](https://bank.example@evil.example/)'),
    has: ['unsafe-link 7:1-7:40'],
    reads: true,
  },
  {
    name: 'link that climbs out',
    text: withBody('[a](../../package.json)'),
    has: ['link-outside-content 7:1-7:24'],
    reads: true,
  },
  {
    name: 'link that climbs out encoded',
    text: withBody('[a](%2e%2e/%2e%2e/package.json)'),
    has: ['link-outside-content 7:1-7:32'],
    reads: true,
  },
  {
    name: 'link that climbs out with an encoded slash',
    text: withBody('[a](..%2f..%2fpackage.json)'),
    has: ['unsafe-link 7:1-7:28'],
    reads: true,
  },
  {
    name: 'link from the root',
    text: withBody('[a](/c/some-claim/)'),
    has: ['link-outside-content 7:1-7:20'],
    reads: true,
  },
  {
    name: 'link with a malformed percent sign',
    text: withBody('[a](%E0%A4%A.md)'),
    has: ['malformed-link 7:1-7:17'],
    reads: true,
  },
  {
    name: 'remote image',
    text: withBody('![a](https://evil.example/pixel.gif)'),
    has: ['remote-image 7:1-7:37'],
    reads: true,
  },
  {
    name: 'protocol-relative image',
    text: withBody('![a](//evil.example/pixel.gif)'),
    has: ['remote-image 7:1-7:31'],
    reads: true,
  },
  {
    name: 'remote image by reference',
    text: withBody('![a][r]\n\n[r]: https://evil.example/pixel.gif'),
    has: ['remote-image 7:1-7:8'],
    reads: true,
  },
  {
    name: 'image of data',
    text: withBody('![a](data:image/svg+xml,<svg/onload=alert(1)>)'),
    has: ['unsafe-link 7:1-7:47'],
    reads: true,
  },
  {
    name: 'image with a malformed percent sign',
    text: withBody('![a](%zz.png)'),
    has: ['malformed-link 7:1-7:14'],
    reads: true,
  },
  {
    name: 'mermaid block is code',
    text: withBody('```mermaid\nclick A "javascript:alert(1)"\n```'),
    has: [],
    reads: true,
  },
  {
    name: 'formula that links',
    text: withBody('$\\frac{\\href{javascript:alert(1)}{x}$'),
    has: ['invalid-math 7:1-7:38'],
    reads: true,
  },
  {
    name: 'formula with an image',
    text: withBody('$\\includegraphics{https://evil.example/pixel.gif}$'),
    has: ['invalid-math 7:1-7:51'],
    reads: true,
  },
  {
    name: 'formula with a class',
    text: withBody('$\\htmlClass{site-header}{x}$'),
    has: ['invalid-math 7:1-7:29'],
    reads: true,
  },
  {
    name: 'formula that expands for ever',
    text: withBody('$\\def\\a{\\a\\a}\\a$'),
    has: ['invalid-math 7:1-7:17'],
    reads: true,
  },
  {
    name: 'formula nested deeply',
    text: withBody(`$${'{'.repeat(900)}x${'}'.repeat(900)}$`),
    has: [],
    reads: true,
  },
  {
    name: 'formula without end',
    text: withBody(`$${'x+'.repeat(1_900)}y$`),
    has: ['too-much-markup 7:1-7:3804'],
    reads: true,
  },
  {
    name: 'footnote without text',
    text: withBody('A claim.[^constructor]'),
    has: ['undefined-footnote 7:9-7:23'],
    reads: true,
  },
]

const explosions: Hostile[] = [
  {
    name: 'table whose cells are completed',
    text: withBody(`${'|a'.repeat(3_000)}\n${'|-'.repeat(3_000)}\n${'|\n'.repeat(3_000)}`),
    has: ['too-much-markup 7:1-7:6001'],
    reads: true,
  },
  {
    name: 'smaller table whose cells are completed',
    text: withBody(`${'|a'.repeat(300)}\n${'|-'.repeat(300)}\n${'|\n'.repeat(300)}`),
    has: ['table-too-large 7:1-16:2'],
    reads: true,
  },
  {
    name: 'table in a quotation',
    text: withBody(`> ${'a|'.repeat(300)}\n> ${'-|'.repeat(300)}\n${'> |\n'.repeat(300)}`),
    has: ['table-too-large 7:1-16:4'],
    reads: true,
  },
  {
    name: 'deep quotations',
    text: withBody(`${'> '.repeat(5_000)}a`),
    has: ['nesting-too-deep 7:1-7:10002'],
    reads: true,
  },
  {
    name: 'deep lists on a line',
    text: withBody(`${'- '.repeat(5_000)}a`),
    has: ['nesting-too-deep 7:1-7:10002'],
    reads: true,
  },
  {
    name: 'deep numbered lists',
    text: withBody(`${'1. '.repeat(5_000)}a`),
    has: ['nesting-too-deep 7:1-7:15002'],
    reads: true,
  },
  {
    name: 'deep lists by indentation',
    text: withBody(Array.from({ length: 200 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n')),
    has: ['nesting-too-deep 24:1-24:38'],
    reads: true,
  },
  {
    name: 'deep quotations of lists',
    text: withBody(`${'> - '.repeat(5_000)}a`),
    has: ['nesting-too-deep 7:1-7:20002'],
    reads: true,
  },
  {
    name: 'open brackets',
    text: withBody('['.repeat(50_000)),
    has: ['too-much-markup 7:1-7:50001'],
    reads: true,
  },
  {
    name: 'nested images',
    text: withBody(`${'!['.repeat(2_000)}a${'](b)'.repeat(2_000)}`),
    has: ['too-much-markup 7:1-7:12002'],
    reads: true,
  },
  {
    name: 'open emphasis',
    text: withBody('*a '.repeat(20_000)),
    has: ['too-much-markup 7:1-7:60001'],
    reads: true,
  },
  {
    name: 'emphasis that closes another',
    text: withBody('*a '.repeat(5_000) + 'b_ '.repeat(5_000)),
    has: ['too-much-markup 7:1-7:30001'],
    reads: true,
  },
  {
    name: 'runs of backticks',
    text: withBody(Array.from({ length: 300 }, (_, i) => '`'.repeat(i + 1)).join(' ')),
    has: ['too-much-markup 7:1-7:45450'],
    reads: true,
  },
  {
    name: 'less-than signs',
    text: withBody('<'.repeat(60_000)),
    has: ['too-much-markup 7:1-7:60001'],
    reads: true,
  },
  {
    name: 'open comments',
    text: withBody('a <!-- '.repeat(8_000)),
    has: ['too-much-markup 7:1-7:56001'],
    reads: true,
  },
  {
    name: 'lazy lines',
    text: withBody(`> a\n${'a\n'.repeat(20_000)}`),
    has: ['too-much-markup 7:1-407:2'],
    reads: true,
  },
  {
    name: 'address without end',
    text: withBody(`http://a.b/${'?!.,:'.repeat(10_000)}`),
    has: ['too-much-markup 7:1-7:50012'],
    reads: true,
  },
  {
    name: 'body of 100 kB',
    text: withBody('word '.repeat(20_000)),
    has: ['too-much-markup 6:1-6:1'],
    reads: true,
  },
  {
    name: '60 kB just within the limits',
    text: withBody(`${'![ '.repeat(248)}${'](b)'.repeat(248)}\n\n`.repeat(8)),
    has: ['unexpected-image 7:1-7:1737'],
    reads: true,
  },
]

const names: Hostile[] = [
  {
    name: 'name with a line end',
    path: 'content/demo/some\nclaim.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'name with quotes',
    path: 'content/demo/some"claim\'.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'name with backticks',
    path: 'content/demo/`some`-claim.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'name with a command',
    path: 'content/demo/$(touch hacked).md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'name like an option',
    path: 'content/demo/--force.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'name of another case',
    path: 'content/demo/Some-Claim.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'name with a homoglyph',
    path: 'content/demo/some-cl\u0430im.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'name percent-encoded',
    path: 'content/demo/..%2fclaim.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'name __proto__',
    path: 'content/demo/__proto__.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'name constructor',
    path: 'content/demo/constructor.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'source with the name of a route',
    path: 'content/sources/index.md',
    text: withFields(''),
    has: ['invalid-file-name 1:1-1:1'],
    reads: false,
  },
  {
    name: 'MDX',
    path: 'content/demo/some-claim.mdx',
    text: withFields(''),
    has: ['unexpected-file 1:1-1:1'],
    reads: false,
  },
  {
    name: 'HTML',
    path: 'content/demo/some-claim.html',
    text: '<script>alert(1)</script>',
    has: ['unexpected-file 1:1-1:1'],
    reads: false,
  },
  {
    name: 'traversal in a path',
    path: 'content/demo/../../package.json',
    text: '{}',
    has: ['unexpected-file 1:1-1:1'],
    reads: false,
  },
  {
    name: 'file too deep',
    path: 'content/demo/more/some-claim.md',
    text: withFields(''),
    has: ['unexpected-file 1:1-1:1'],
    reads: false,
  },
  {
    name: 'file outside content',
    path: 'src/some-claim.md',
    text: withFields(''),
    has: ['unexpected-file 1:1-1:1'],
    reads: false,
  },
  {
    name: 'result that is no JSON',
    path: 'content/results/some-run.json',
    text: '{"a": NaN}',
    has: ['invalid-json 1:7-1:8'],
    reads: false,
  },
]

export const defaultPath = path
export const hostileCases: readonly Hostile[] = [
  ...fences,
  ...yaml,
  ...titles,
  ...characters,
  ...markup,
  ...explosions,
  ...names,
]
