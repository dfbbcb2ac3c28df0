import { entry, shown } from './entry.ts'

/** Problems of references from one file to another, other than relations. */
export const referenceProblems = {
  'missing-thesis': entry<{
    map: string
    field: 'thesis' | 'rival' | 'head' | 'map'
    id: string
    withdrawn: boolean
    nearest?: string | undefined
  }>({
    title: 'Map without its thesis',
    severity: 'error',
    words: ({ map, field, id, withdrawn, nearest }) =>
      field === 'map'
        ? {
            actual: `file of ${shown(map)}, a map without a thesis`,
            expected: `the file ${shown(`content/${map}/index.md`)}`,
          }
        : {
            actual: `${withdrawn ? 'withdrawn' : 'unknown'} node ${shown(id)} as ${shown(field)}`,
            expected: 'the id of a node that is part of the argument',
            nearest,
          },
    about:
      'A map is an argument about one thesis, and its pages start from the thesis, the rival and the head of each part. Each of these must be the id of a node that exists and was not withdrawn. A folder of nodes needs an `index.md` that names its thesis.',
  }),
  'unknown-part': entry<{ part: string; map: string; nearest?: string | undefined }>({
    title: 'Part that the map does not have',
    severity: 'error',
    words: ({ part, map, nearest }) => ({
      actual: `unknown part ${shown(part)}`,
      expected: `a part of the map ${shown(map)}`,
      nearest,
    }),
    hint: 'The parts of a map stand in its `index.md`.',
    about:
      'The index of a map lists its parts, and a node that names another would be missing from the map. Correct the spelling, or leave `part` out: then the node belongs where what it bears on belongs.',
  }),
  'unknown-experiment': entry<{ id: string; nearest?: string | undefined }>({
    title: 'Experiment without a published result',
    severity: 'error',
    words: ({ id, nearest }) => ({
      actual: `unknown experiment ${shown(id)}`,
      expected: 'the id of an experiment with a published result',
      nearest,
    }),
    hint: 'The result of an experiment is `content/results/<id>.json`.',
    about:
      'Evidence that rests on an experiment of this site names it by the id under which its result is published. Look for a slip in the spelling, or run the experiment so that its result is there.',
  }),
  'unknown-preset': entry<{ preset: string; id: string; nearest?: string | undefined }>({
    title: 'Preset without a published run',
    severity: 'error',
    words: ({ preset, id, nearest }) => ({
      actual: `unknown preset ${shown(preset)}`,
      expected: `a preset that is published for ${shown(id)}`,
      nearest,
    }),
    hint: 'The presets are `published`, `quick` and `attack`; where none is named, it is `published`.',
    about:
      'Evidence rests on one published run of an experiment, and the result has no run of this preset. Look for a slip in the spelling. “Attack” is the run with the settings most hostile to the claim.',
  }),
  'unknown-measure': entry<{ measure: string; id: string; nearest?: string | undefined }>({
    title: 'Measure that the result does not have',
    severity: 'error',
    words: ({ measure, id, nearest }) => ({
      actual: `unknown measure ${shown(measure)}`,
      expected: `a measure of the result ${shown(id)}`,
      nearest,
    }),
    hint: 'The measures of a result stand in `content/results/<id>.json`, each with `label` and `value`.',
    about:
      'What evidence expects of an experiment is said of one of its measures, by name, and the published run has none of this name. Look for a slip in the spelling.',
  }),
  'unmet-expectation': entry<{ measure: string; value: string; expected: string }>({
    title: 'Result that is not what the evidence says',
    severity: 'error',
    words: ({ measure, value, expected }) => ({
      actual: `${value} as ${shown(measure)}`,
      expected,
    }),
    hint: 'Read the statement again before you change the bound: what came out may be the news.',
    about:
      'The evidence says what its experiment has to show for the statement to hold, and the published result shows something else. Either the statement is no longer true, and must be changed or withdrawn, or the bound was drawn too narrowly for what the statement says.',
  }),
  'unknown-mention': entry<{ href: string; nearest?: string | undefined }>({
    title: 'Link to a file that does not exist',
    severity: 'error',
    words: ({ href, nearest }) => ({
      actual: `link to missing file ${shown(href)}`,
      expected: 'a file that exists under `content/`',
      nearest,
    }),
    hint: 'Nodes of the same map are linked as `[text](its-id.md)`, sources as `[text](../sources/its-id.md)`.',
    about:
      'The link leads nowhere, on GitHub as on the site. Look for a slip in the spelling; nodes of the same map are linked by file name, and files of another folder start with `../` and the name of that folder.',
  }),
  'unknown-source': entry<{ id: string; nearest?: string | undefined }>({
    title: 'Source that does not exist',
    severity: 'error',
    words: ({ id, nearest }) => ({
      actual: `unknown source ${shown(id)}`,
      expected: 'the id of a file in `content/sources/`',
      nearest,
    }),
    hint: 'A source’s id is its file name without `.md`.',
    about:
      'A source is cited by the name of its file in `content/sources/`, and there is none with this name. Look for a slip in the spelling, or add a file for the source: who wrote it, what it is called, when and where it came out, and how far you read it.',
  }),
  'outline-sentence-uncarried': entry<{ label: string }>({
    title: 'Sentence of the outline that no node carries',
    severity: 'warning',
    words: ({ label }) => ({
      actual: `sentence ${shown(label)} without a node that carries it`,
      expected: 'at least one link to a node below it',
    }),
    about:
      'The outline shows that everything the essay asserts has its place in the map. Nothing carries this sentence yet. List the node that says it, or add one.',
  }),
  'outline-unknown-node': entry<{ id: string; nearest?: string | undefined }>({
    title: 'Outline names a node that does not exist',
    severity: 'error',
    words: ({ id, nearest }) => ({
      actual: `unknown node ${shown(id)} in the outline`,
      expected: 'the id of an existing node',
      nearest,
    }),
    about:
      'The outline says which nodes carry each sentence of the essay, and no file has this id. Look for a slip in the spelling, or add the node first.',
  }),
  'stale-figure': entry<{ text: string; expected: string; nearest?: string | undefined }>({
    title: 'Figure that does not agree with its result',
    severity: 'error',
    words: ({ text, expected, nearest }) => ({
      actual: `figure ${shown(text)}`,
      expected,
      nearest,
    }),
    hint: 'The number is compared at the precision at which it is written.',
    about:
      'This number is bound to the published result of an experiment and differs from it, most often because the experiment was run again. Write the number that the result has now, and read the sentence around it again: it may no longer be true. The part of the link after `#` says which entry of the result is meant.',
  }),
  'unbound-figure': entry<{ text: string }>({
    title: 'Figure that is not bound to its result',
    severity: 'warning',
    words: ({ text }) => ({
      actual: `figure ${shown(text)}`,
      expected: 'a link to the entry of the result that it comes from',
    }),
    hint: 'Write `[1.11 ± 0.02](../results/name.json#/measure)`, a setting as `[300](../results/name.json#/settings/pairs)`; small counts can be words.',
    about:
      'In evidence that rests on an experiment every number comes from a run, and a number typed by hand stays behind when the run changes. Link it to the measure or the setting it is, so that it can be compared and kept true. Years and numbers in links, in code and in formulas are left alone.',
  }),
  'withdrawn-see-unknown': entry<{ id: string; nearest?: string | undefined }>({
    title: 'Withdrawn in favour of a node that does not exist',
    severity: 'error',
    words: ({ id, nearest }) => ({
      actual: `unknown node ${shown(id)} under \`see\``,
      expected: 'the id of an existing node',
      nearest,
    }),
    about:
      'Whoever follows an old link to a withdrawn node is sent on to the nodes under `see`, and no file has this id. Look for a slip in the spelling, or leave `see` out if nothing takes its place.',
  }),
  'merged-into-unknown': entry<{ id: string; nearest?: string | undefined }>({
    title: 'Merged into a node that does not exist',
    severity: 'error',
    words: ({ id, nearest }) => ({
      actual: `unknown node ${shown(id)} under \`merged-into\``,
      expected: 'the id of an existing node',
      nearest,
    }),
    about:
      'The address of a merged node leads to the node under `merged-into`, and no file has this id, so every link to it would break. Look for a slip in the spelling. Where nothing says what the node said, leave `merged-into` out and name what comes near it under `see`.',
  }),
  'merge-in-a-circle': entry<{ cycle: readonly string[] }>({
    title: 'Nodes that were merged in a circle',
    severity: 'error',
    words: ({ cycle }) =>
      cycle.length === 1
        ? { actual: `merge of ${shown(cycle[0] ?? '')} into itself`, expected: 'another node' }
        : {
            actual: `circle of merges ${[...cycle, cycle[0] ?? ''].map(shown).join(' → ')}`,
            expected: 'merges that end at a node of the argument',
          },
    about:
      'The address of a merged node leads to the node that it was merged into, and from there on, until it comes to one that was not merged. In a circle it never does. One of these nodes has to stay in the argument: take its `withdrawn` away, or point its `merged-into` at a node outside the circle.',
  }),
  'merged-into-withdrawn': entry<{ id: string; on: string; nearest?: string | undefined }>({
    title: 'Merged into a node that had been withdrawn',
    severity: 'warning',
    words: ({ id, on, nearest }) => ({
      actual: `merge into ${shown(id)}, which was withdrawn on ${on}`,
      expected: 'a node that was part of the argument',
      nearest,
    }),
    hint: 'The page of a withdrawn node says why it was withdrawn and what takes its place.',
    about:
      'A merge says that another node goes on saying what this one said, but that one had left the argument before. Point `merged-into` at a node that stands. Where there is none, leave it out and name the withdrawn node under `see`, so that readers learn what became of both.',
  }),
  'published-id-vanished': entry<{
    id: string
    type: 'node' | 'source'
    nearest?: string | undefined
  }>({
    title: 'Published id that is no longer there',
    severity: 'error',
    words: ({ id, type, nearest }) => ({
      actual: `removal of the published id ${shown(id)}`,
      expected: `its file to stay${type === 'node' ? ' and say that it is withdrawn' : ''}`,
      nearest,
    }),
    hint: 'Put the file back; a node leaves the argument by the lines `withdrawn:`, `  on: 2026-01-31`, `  reason: Why it left the argument.`, `  see: [the-id-that-takes-its-place]` in its front matter, with `  merged-into: the-id` where another node says the same.',
    about:
      'People link to nodes and cite them, so an id that was published stays for ever, even when the node was wrong or has a better name now. Put the file back under its old name and add, if it is a node, `withdrawn` with the day, the reason and what takes its place. The node then leaves the argument, and its page explains why or, where it was merged, leads on.',
  }),
}
