import { entry, shown } from './entry.ts'

/** Problems of a file as a whole: its name, its bytes, its fence and its YAML. */
export const fileProblems = {
  'invalid-file-name': entry<{ name: string; nearest?: string | undefined }>({
    title: 'File name is not an id',
    severity: 'error',
    words: ({ name, nearest }) => ({
      actual: `file name ${shown(name)}`,
      expected: 'an id in lower-case kebab with its extension',
      nearest,
    }),
    hint: 'A node’s id is its file name without `.md`: 3 to 64 characters, `a` to `z`, digits and single hyphens, starting with a letter.',
    about:
      'The file name is the permanent address of a node, so it has to survive every file system, URL and chat window. Rename the file before it is published; afterwards its name is for ever. A few names, such as `index` and `constructor`, are taken.',
  }),
  'unexpected-file': entry<{ path: string; nearest?: string | undefined }>({
    title: 'File where none is read',
    severity: 'error',
    words: ({ path, nearest }) => ({
      actual: `file ${shown(path)}`,
      expected: 'a file of a map, of `content/sources/` or of `content/results/`',
      nearest,
    }),
    hint: 'A node is `content/<map>/<id>.md`, a source `content/sources/<id>.md`, a result `content/results/<id>.json`.',
    about:
      'Every file under `content/` is read, so one that is nowhere expected would be silently missing from the site. Move it to the folder of its map, give it the extension `.md`, or keep it outside `content/`.',
  }),
  'file-too-large': entry<{ size: number; limit: number }>({
    title: 'File is too large',
    severity: 'error',
    words: ({ size, limit }) => ({
      actual: `file of ${thousands(size)} characters`,
      expected: `at most ${thousands(limit)}`,
    }),
    about:
      'A node is a page or so of text. A file this large was most likely put here by mistake, and it is not read. Keep data outside `content/` and cite it as a source.',
  }),
  'byte-order-mark': entry({
    title: 'Byte order mark at the start',
    severity: 'warning',
    words: () => ({ actual: 'byte order mark', expected: '`---` as the first characters' }),
    hint: 'Save the file as UTF-8 without a byte order mark.',
    about:
      'Some editors put an invisible character before the first line, and other programs then do not find the front matter. The file is read without it; save it as “UTF-8” rather than “UTF-8 with BOM”.',
  }),
  'invalid-character': entry<{ character: string }>({
    title: 'Character that text cannot have',
    severity: 'error',
    words: ({ character }) => ({
      actual: `character ${character === '\ufffd' ? '`⟨U+FFFD⟩`' : shown(character)}`,
      expected: 'text in UTF-8 without control characters',
    }),
    hint: 'U+FFFD stands where bytes were not UTF-8; the file may have been saved in another encoding.',
    about:
      'Control characters, half surrogates and the replacement character are signs of a file that was damaged or saved in another encoding. Type the character again and save the file as UTF-8.',
  }),
  'missing-front-matter': entry<{ line: string }>({
    title: 'File does not start with front matter',
    severity: 'error',
    words: ({ line }) => ({
      actual: line === '' ? 'empty first line' : `first line ${shown(line)}`,
      expected: 'the fence `---`',
    }),
    hint: 'Every file starts with a line `---`, then fields such as `title: …`, then again `---`.',
    about:
      'The front matter between two lines of exactly three hyphens says what a file is. Without it the file cannot take part in the map. Copy the first lines of another file of its kind and change them.',
  }),
  'front-matter-language': entry<{ language: string }>({
    title: 'Front matter in another language',
    severity: 'error',
    words: ({ language }) => ({
      actual: `front matter in ${shown(language)}`,
      expected: 'YAML after the fence `---`',
    }),
    about:
      'Some programs read a word after the first fence as the language of the front matter and may even run it. Here front matter is YAML only, and nothing is run. Remove the word and write the fields as YAML.',
  }),
  'invalid-fence': entry<{ fence: string }>({
    title: 'Line that is nearly a fence',
    severity: 'error',
    words: ({ fence }) => ({
      actual: `line ${shown(fence)}`,
      expected: 'a fence of exactly three hyphens',
      nearest: '---',
    }),
    hint: 'Nothing may follow the three hyphens, not even a space.',
    about:
      'Programs disagree on whether such a line ends the front matter, so that one file could mean two things. Write exactly `---`, or begin the line with something else.',
  }),
  'unclosed-front-matter': entry({
    title: 'Front matter is not closed',
    severity: 'error',
    words: () => ({
      actual: 'end of the file',
      expected: 'the fence `---` after the front matter',
    }),
    about:
      'The front matter ends at the next line of exactly three hyphens, and there is none. Add a line `---` after the last field.',
  }),
  'front-matter-too-large': entry<{ size: string; limit: string }>({
    title: 'Front matter is too large',
    severity: 'error',
    words: ({ size, limit }) => ({
      actual: `front matter of ${size}`,
      expected: `at most ${limit}`,
    }),
    about:
      'Front matter names a file’s fields in a few dozen lines. Move what is longer into the body below the second `---`.',
  }),
  'invalid-yaml': entry<{ text: string; expected: string }>({
    title: 'Front matter is not YAML',
    severity: 'error',
    words: ({ text, expected }) => ({
      actual: text.trim() === '' ? 'front matter' : `front matter at ${shown(text.trim())}`,
      expected,
    }),
    hint: 'A field is `name: value`, with a space after the colon; what belongs to it is indented by spaces.',
    about:
      'The front matter cannot be read as YAML from this place on. Most often a text with a colon or a `#` needs double quotes around it, a line is indented one space too many or too few, or a tab stands where spaces belong.',
  }),
  'unsupported-yaml': entry<{ feature: string; text: string }>({
    title: 'YAML that is not allowed here',
    severity: 'error',
    words: ({ feature, text }) => ({
      actual: `${feature} ${shown(text)}`,
      expected: 'the value written out as plain YAML',
    }),
    hint: 'A text that starts with `&`, `*` or `!` needs quotes around it.',
    about:
      'Anchors, aliases, merge keys, tags and several documents make YAML that is hard to review and can grow without bound. Write the value out where it is needed, or put quotes around a text that only looks like one of these.',
  }),
  'duplicate-key': entry<{ key: string }>({
    title: 'Field is given twice',
    severity: 'error',
    words: ({ key }) => ({
      actual: `second field ${shown(key)}`,
      expected: 'each field once',
    }),
    hint: 'Join the two: a field such as `supports` takes a list.',
    about:
      'Programs disagree on which of two equal fields counts, so neither can be trusted. Join them into one or remove one.',
  }),
  'invalid-key': entry<{ key: string }>({
    title: 'Name of a field is not allowed',
    severity: 'error',
    words: ({ key }) => ({
      actual: `field name ${shown(key)}`,
      expected: 'the name of a field as plain text',
    }),
    about:
      'The name of a field is a word such as `title`. Numbers, lists and names that JavaScript keeps to itself, such as `__proto__`, are not names of fields.',
  }),
  'nesting-too-deep': entry<{ what: string; limit: number }>({
    title: 'Nesting is too deep',
    severity: 'error',
    words: ({ what, limit }) => ({
      actual: `nesting of ${what}`,
      expected: `at most ${String(limit)} levels`,
    }),
    about:
      'Text nested this deeply cannot be read by anyone and may exhaust the programs that try. Write it flatter.',
  }),
  'invalid-json': entry<{ error: string; text: string }>({
    title: 'Result is not JSON',
    severity: 'error',
    words: ({ error, text }) => ({
      actual: text === '' ? 'end of the file' : `text ${shown(text)}`,
      expected: `JSON without the error ${shown(error)}`,
    }),
    hint: 'Results are written by the experiments; run them again rather than edit the file.',
    about:
      'The file of a result cannot be read as JSON, so figures that are bound to it cannot be checked. Run the experiment again to write it anew.',
  }),
  'invalid-result': entry<{ field: string; text: string; expected: string }>({
    title: 'Result that no experiment wrote',
    severity: 'error',
    words: ({ field, text, expected }) => ({
      actual: `${text === '' ? 'nothing' : shown(text)}${field === '' ? '' : ` as ${shown(field)}`}`,
      expected,
    }),
    hint: 'Results are written by `npm run experiments`; run them again rather than edit the file.',
    about:
      'The file of a result has fields for the run (its settings, seed, version and digest), its verdict, and beside them its measures. Here one is missing or of the wrong kind, so the page of the experiment cannot be made from it. Run the experiment again to write the file anew.',
  }),
}

function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
