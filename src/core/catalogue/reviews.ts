import { entry, shown } from './entry.ts'

/** Problems of reviews: of their file, and of relations whose wording has changed since. */
export const reviewProblems = {
  'invalid-review': entry<{ part: 'line' | 'edge' | 'wording'; text: string }>({
    title: 'Line that is no review',
    severity: 'error',
    words: ({ part, text }) => {
      const found = text === '' ? 'nothing' : shown(text)
      if (part === 'edge') {
        return { actual: `${found} as an edge`, expected: 'its id, `from>to` or `from>a>b`' }
      }
      return part === 'wording'
        ? { actual: `${found} after the tab`, expected: '12 hexadecimal digits' }
        : { actual: found, expected: 'an edge, a tab and 12 hexadecimal digits' }
    },
    hint: 'The lines are written by `npm run review -- <id>`; `npm run review -- --tidy` leaves out those that cannot be read.',
    about:
      'Each line of `content/reviews.tsv` says of one relation how it was worded when somebody last judged it. This line cannot be read, most often because a merge left its marks or somebody typed it. Remove it and let `npm run review -- <id>` write it anew; a relation without a line was simply never reviewed.',
  }),
  'untidy-reviews': entry<{ edge: string; how: 'second' | 'order' }>({
    title: 'Reviews out of order',
    severity: 'info',
    words: ({ edge, how }) => ({
      actual: how === 'second' ? `second line of ${shown(edge)}` : `${shown(edge)} out of order`,
      expected: how === 'second' ? 'one line an edge' : 'lines in order of their edges',
    }),
    hint: '`npm run review -- --tidy` puts the lines in order.',
    about:
      'Where two people review at the same time, the merge keeps the lines of both, and then some stand twice or out of order. That does no harm: of several lines of one relation the one that fits its present wording counts. `npm run review -- --tidy` sorts the file and leaves one line for each relation.',
  }),
  'unknown-review': entry<{ edge: string; nearest?: string | undefined }>({
    title: 'Review of a relation that does not exist',
    severity: 'info',
    words: ({ edge, nearest }) => ({
      actual: `review of ${shown(edge)}`,
      expected: 'a relation that is part of the argument',
      nearest,
    }),
    hint: '`npm run review -- --tidy` leaves such lines out.',
    about:
      'The relation of this line was removed, or a node at one of its ends was withdrawn. The line does no harm and counts for nothing. `npm run review -- --tidy` leaves it out.',
  }),
  'suspect-relation': entry<{ kind: string; target: string }>({
    title: 'Relation judged against an earlier wording',
    severity: 'warning',
    words: ({ kind, target }) => ({
      actual: `change of what the ${shown(kind)} of ${shown(target)} was judged by`,
      expected: 'a review of the present wording',
    }),
    hint: 'Read both statements and the reason again; `npm run review -- <id>` shows them and records that they still fit.',
    about:
      'Somebody judged that the one node bears on the other as these sentences stood then: the statements at both ends and the reason under `because`. One of them has changed since, so the judgement may no longer hold. Read them again: change the relation where it no longer fits, else record the review with `npm run review -- <id>`. In the browser nothing needs to be done; whoever merges the change reviews it.',
  }),
  'removed-review': entry<{ edge: string }>({
    title: 'Review that was removed',
    severity: 'warning',
    words: ({ edge }) => ({
      actual: `removal of the review of ${shown(edge)}`,
      expected: 'its line to stay while the relation exists',
    }),
    hint: 'Put the line back; after a change of wording `npm run review -- <id>` writes it anew.',
    about:
      'Without its line in `content/reviews.tsv` a relation counts as never reviewed, so a later change of its wording would go unseen. Put the line back. If the wording has changed, the relation is then reported as one to judge again, and `npm run review -- <id>` records that somebody did.',
  }),
  'resurrected-id': entry<{ id: string; on: string }>({
    title: 'Withdrawn node that is back',
    severity: 'warning',
    words: ({ id, on }) => ({
      actual: `return of ${shown(id)}, which was withdrawn on ${on}`,
      expected: 'it to stay withdrawn, or a new node',
    }),
    hint: 'Links to the node were told why it left; say in the pull request why that no longer holds.',
    about:
      'A node that was withdrawn has a page that says why, and whoever linked to it since knows it as withdrawn. A new argument is a new node with an id of its own. Bring the old one back only where the withdrawal itself was a mistake.',
  }),
  'lost-successor': entry<{ id: string; field: 'see' | 'merged-into'; was: string }>({
    title: 'Successor that a withdrawn node no longer names',
    severity: 'warning',
    words: ({ id, field, was }) => ({
      actual: `removal of ${shown(was)} from ${shown(field)} of ${shown(id)}`,
      expected: 'old links to lead where they led',
    }),
    hint: 'Say in the pull request why the node that was named is no successor any more.',
    about:
      'Whoever follows an old link to a withdrawn node is sent on to what it names as its successor, and links made since rely on that. A merge may be pointed further on, to where the node it named was merged itself. Take a successor back only where naming it was a mistake.',
  }),
  'edited-result': entry<{ preset: string; id: string }>({
    title: 'Result that was edited by hand',
    severity: 'error',
    words: ({ preset, id }) => ({
      actual: `data of the preset ${shown(preset)} that its digest does not fit`,
      expected: `the data that \`npm run experiments -- ${id}\` wrote`,
    }),
    hint: 'Results are written by the experiments; put the file back or run them again.',
    about:
      'A published result carries a digest of all that made it: experiment, version, settings, seed and data. Here the data and the digest do not belong together, so at least one of them was changed after the run. Put the file back, or run the experiment again to write it anew.',
  }),
}
