import { entry, shown } from './entry.ts'

/** Problems in the body of a file, and of characters anywhere in it. */
export const markdownProblems = {
  'raw-html': entry<{ html: string }>({
    title: 'Raw HTML in a body',
    severity: 'error',
    words: ({ html }) => ({ actual: `HTML ${shown(html)}`, expected: 'Markdown' }),
    hint: 'Write `\\<` for a literal less-than sign, or put code between backticks.',
    about:
      'Bodies are CommonMark with tables, footnotes and math. HTML is not published, so it would be silently missing; write it as Markdown instead.',
  }),
  'unsafe-link': entry<{ href: string }>({
    title: 'Link that may do harm',
    severity: 'error',
    words: ({ href }) => ({
      actual: `link to ${shown(href)}`,
      expected: 'a relative link to a file or an address with `https:`, `http:` or `mailto:`',
    }),
    about:
      'Addresses such as `javascript:` or `data:` can run code in a reader’s browser, and addresses with hidden or encoded parts can lead elsewhere than they seem to. Write the plain address, without a user name in it.',
  }),
  'malformed-link': entry<{ href: string; expected: string }>({
    title: 'Link that cannot be followed',
    severity: 'error',
    words: ({ href, expected }) => ({
      actual: href === '' ? 'empty link' : `link to ${shown(href)}`,
      expected,
    }),
    hint: 'A link to another file is written `[text](its-id.md)`.',
    about:
      'The address is not one that a browser or this program can follow: it is empty, or it has a `%` that is not followed by two hexadecimal digits. Write `%25` for a literal `%`.',
  }),
  'link-outside-content': entry<{ href: string; nearest?: string | undefined }>({
    title: 'Link that leaves the content',
    severity: 'error',
    words: ({ href, nearest }) => ({
      actual: `link to ${shown(href)}`,
      expected: 'a relative link to a file under `content/`',
      nearest,
    }),
    hint: 'Files of the same map are linked by name alone: `[text](its-id.md)`.',
    about:
      'Relative links lead from file to file under `content/`, so that they work on GitHub and on the site alike. A path from the root or one that climbs out of `content/` works on one of them at most.',
  }),
  'remote-image': entry<{ href: string }>({
    title: 'Image from elsewhere',
    severity: 'error',
    words: ({ href }) => ({ actual: `image from ${shown(href)}`, expected: 'text or a link' }),
    hint: 'Link to the image instead: remove the exclamation mark.',
    about:
      'Pages of the site ask nothing of other servers, so that nobody learns who reads what and no page breaks when a server goes. Link to the picture, or say what it shows.',
  }),
  'unexpected-image': entry<{ href: string }>({
    title: 'Image that is not there',
    severity: 'error',
    words: ({ href }) => ({ actual: `image ${shown(href)}`, expected: 'text, a table or math' }),
    about:
      'There are no images under `content/`, so the picture would be missing from the page. Say in words, a table or a formula what it shows, or link to it.',
  }),
  'figure-without-number': entry<{ text: string }>({
    title: 'Link to a result without a number',
    severity: 'error',
    words: ({ text }) => ({
      actual: `link text ${shown(text)}`,
      expected: 'the number that stands in the result',
    }),
    hint: 'A bound figure is written `[1.11 ± 0.02](../results/name.json#/measure)`.',
    about:
      'A link with a pointer into a result binds a number in the text to the number in the result, so that the two are compared. Put the number between the brackets, or drop the part after `#` to link to the result as a whole.',
  }),
  'invalid-math': entry<{ math: string; error: string }>({
    title: 'Formula that cannot be set',
    severity: 'error',
    words: ({ math, error }) => ({
      actual: `formula ${shown(math)}`,
      expected: `math without the error ${shown(error)}`,
    }),
    hint: 'Write `\\$` for a literal dollar sign.',
    about:
      'What stands between dollar signs is a formula in the language of KaTeX, and this one cannot be set. Mend the formula, or put a backslash before a dollar sign that means money.',
  }),
  'undefined-footnote': entry<{ label: string; nearest?: string | undefined }>({
    title: 'Footnote without its text',
    severity: 'error',
    words: ({ label, nearest }) => ({
      actual: `reference to footnote ${shown(label)}`,
      expected: 'the label of a footnote with a text',
      nearest,
    }),
    hint: 'A footnote’s text is a paragraph of its own: `[^label]: the text`.',
    about:
      'The reference would be printed as it stands, brackets and all. Add a paragraph that starts with the label in brackets and a colon, or correct the label.',
  }),
  'unused-footnote': entry<{ label: string }>({
    title: 'Footnote that nothing refers to',
    severity: 'warning',
    words: ({ label }) => ({
      actual: `footnote ${shown(label)} without a reference`,
      expected: `\`[^${label.replace(/[^\w-]/g, '')}]\` in the text`,
    }),
    about:
      'A footnote is printed only where the text refers to it, so this one would be silently missing. Put its label, in brackets and with a caret, where it belongs, or remove the footnote.',
  }),
  'hidden-character': entry<{ character: string }>({
    title: 'Character that cannot be seen',
    severity: 'error',
    words: ({ character }) => ({
      actual: `hidden character ${shown(character)}`,
      expected: 'text that reads as it looks',
    }),
    hint: 'Such characters often come with text copied from elsewhere; delete it and type the words again.',
    about:
      'Characters that cannot be seen can turn the order of words around, hide instructions, or make two words look the same. Right-to-left scripts and joined emoji need none of those reported here. Delete the character.',
  }),
  'mixed-script': entry<{ word: string; character: string; script: string }>({
    title: 'Word in two alphabets',
    severity: 'warning',
    words: ({ word, character, script }) => ({
      actual: `${script} letter ${shown(character)} in ${shown(word)}`,
      expected: 'letters of one alphabet in a word',
    }),
    about:
      'Some Greek and Cyrillic letters look like Latin ones. A word that mixes them cannot be found by searching and may pass itself off as another. Type the letter again; write formulas as math.',
  }),
  'body-length': entry<{ words: number; least: number; most: number }>({
    title: 'Body of unusual length',
    severity: 'info',
    words: ({ words, least, most }) => ({
      actual: `body of ${String(words)} ${words === 1 ? 'word' : 'words'}`,
      expected: `${String(least)} to ${String(most)}`,
    }),
    about:
      'A body says what is claimed, why it bears on its target and what it does not show; that takes a paragraph or two. A longer one often holds two claims that could be argued with better if each had a file.',
  }),
  'too-much-markup': entry<{ markup: string; limit: number }>({
    title: 'More markup than can be read',
    severity: 'error',
    words: ({ markup, limit }) => ({
      actual: markup,
      expected: `at most ${String(limit)}`,
    }),
    about:
      'Text with this much markup takes programs very long to read and is no use to people, so the body is not read at all. Write it shorter, put blank lines between its paragraphs, or cite a source that has the rest.',
  }),
  'table-too-large': entry<{ cells: number; limit: number }>({
    title: 'Table is too large',
    severity: 'error',
    words: ({ cells, limit }) => ({
      actual: `table of ${String(cells)} cells`,
      expected: `at most ${String(limit)}`,
    }),
    hint: 'Every row is filled up to as many cells as the header has.',
    about:
      'Each row of a table is filled up to the width of its header, so a small text can make a huge page, and the body is not read. Give the numbers that the argument needs and cite the source for the rest.',
  }),
  'outline-format': entry<{ actual: string; expected: string }>({
    title: 'Outline in another form',
    severity: 'error',
    words: ({ actual, expected }) => ({ actual, expected }),
    hint: 'Each assertion is an item `- **S1a** One sentence.` with a nested list of links to the nodes that carry it.',
    about:
      'The outline shows the essay sentence by sentence beside the nodes that carry it, so its form is fixed. Write headings of the second level, below them lists of labelled sentences, below each sentence a list with one link an item.',
  }),
}
