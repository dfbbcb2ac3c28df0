import { entry, shown } from './entry.ts'

/** Problems of the argument: well-formed, but something is missing, circular or in conflict. */
export const argumentProblems = {
  'claim-without-support': entry<{ id: string }>({
    title: 'Claim that nothing supports',
    severity: 'info',
    words: ({ id }) => ({
      actual: `claim ${shown(id)} without support`,
      expected: 'at least one node that supports it',
    }),
    about:
      'Nothing in the map yet says why this claim should be believed. That is an invitation: add a claim or a piece of evidence that supports it.',
  }),
  'conflicting-relations': entry<{ target: string; kinds: readonly [string, string] }>({
    title: 'Two relations to one node that cannot both hold',
    severity: 'error',
    words: ({ target, kinds: [first, second] }) => ({
      actual: `${shown(second)} of ${shown(target)} besides ${shown(first)} of it`,
      expected: 'one relation to each node',
    }),
    hint: 'A node supports, rebuts or refines its target; only one of them.',
    about:
      'One node cannot be at once a reason for and against another, and a refinement says the same thing more narrowly rather than giving a reason. Decide which it is; where a text holds both a reason for and one against, make two nodes of it.',
  }),
  'counterargument-without-target': entry<{ id: string }>({
    title: 'Counterargument against nothing',
    severity: 'warning',
    words: ({ id }) => ({
      actual: `counterargument ${shown(id)} without a target`,
      expected: 'what it `rebuts`, `undercuts` or `refines`',
    }),
    about:
      'A counterargument is a reason to doubt a node or a step, and this one does not say which. Use `rebuts` where it says that a node is wrong, and `undercuts` where it grants the node but doubts what follows from it.',
  }),
  'evidence-without-source': entry<{ id: string }>({
    title: 'Evidence that cannot be looked up',
    severity: 'warning',
    words: ({ id }) => ({
      actual: `evidence ${shown(id)} without source or experiment`,
      expected: 'at least one entry under `sources`, or an `experiment`',
    }),
    about:
      'Evidence is an observation that somebody else can check. Name where it was published under `sources`, or the experiment of this site that shows it. A reason without either is a claim.',
  }),
  'support-cycle': entry<{ cycle: readonly string[] }>({
    title: 'Nodes that support one another in a circle',
    severity: 'warning',
    words: ({ cycle }) => ({
      actual: `circle of support ${cycleText(cycle)}`,
      expected: 'support that starts from something outside the circle',
    }),
    about:
      'Each of these nodes is a reason for the next, and the last for the first, so all of them could be false together. Find the relation that runs the wrong way round, or use `refines` where one says the other more narrowly.',
  }),
  'unreachable-node': entry<{ id: string; thesis: string }>({
    title: 'Node without a way to the thesis',
    severity: 'warning',
    words: ({ id, thesis }) => ({
      actual: `${shown(id)} without a way to the thesis`,
      expected: `relations that lead to ${shown(thesis)} or its rival`,
    }),
    about:
      'Readers come from the thesis and follow relations, so they never meet this node, and it changes nothing. Say what it supports, rebuts, undercuts, refines or answers.',
  }),
  'statement-not-one-sentence': entry<{ statement: string; expected: string }>({
    title: 'Statement that is not one sentence',
    severity: 'error',
    words: ({ statement, expected }) => ({ actual: `statement ${shown(statement)}`, expected }),
    hint: 'A statement is one declarative sentence with a full stop; of a question, one question.',
    about:
      'Others agree with, doubt and cite the statement as one thing, so it must be one sentence that can be true or false. Keep the main sentence and move the rest into the body; where there are two claims, make two nodes. A question may only be asked by a node of the kind `question`.',
  }),
  'credence-without-reason': entry<{ credence: number }>({
    title: 'Credence without a reason',
    severity: 'error',
    words: ({ credence }) => ({
      actual: `credence ${String(credence)} without a reason`,
      expected: 'a sentence under `credence-because`',
    }),
    about:
      'A number that shifts the strength of an argument must itself be open to argument. Say in `credence-because` why the node starts from this credence, or remove it: without one, every node starts from 0.5.',
  }),
  'relation-without-because': entry<{ kind: string; target: string }>({
    title: 'Relation without a reason',
    severity: 'warning',
    words: ({ kind, target }) => ({
      actual: `${shown(kind)} of ${shown(target)} without a reason`,
      expected: 'a sentence under `because`',
    }),
    hint: 'Write `- to: the-target` and, indented below it, `because: One sentence.`',
    about:
      'The step from a node to what it bears on is where arguments most often fail, and a step that nobody spelled out cannot be examined. Say in one sentence why this node, if true, speaks for or against its target.',
  }),
  'second-hand-figure': entry<{ id: string }>({
    title: 'Figure at second hand',
    severity: 'warning',
    words: ({ id }) => ({
      actual: `figures of ${shown(id)} from sources nobody here has read`,
      expected: 'at least one source read in full or in its abstract',
    }),
    hint: 'How far a source was read stands in its file under `checked`.',
    about:
      'Numbers change as they are passed on. This evidence gives figures, and every source it rests on is known only through others or not at all. Look the figure up in the paper and set `checked` in the file of the source, or cite one where it was looked up.',
  }),
  'source-counted-twice': entry<{ source: string; claim: string; other: string }>({
    title: 'One source behind two pieces of evidence',
    severity: 'info',
    words: ({ source, claim, other }) => ({
      actual: `source ${shown(source)} a second time in support of ${shown(claim)}`,
      expected: `evidence that does not rest on the same source as ${shown(other)}`,
    }),
    about:
      'Two pieces of evidence for one claim count as two reasons, but if both come from one study they stand and fall together. Join them into one node, link them as premises, or leave them if they report separate findings.',
  }),
  'near-duplicate': entry<{ id: string; other: string }>({
    title: 'Two nodes that say nearly the same',
    severity: 'info',
    words: ({ id, other }) => ({
      actual: `statement of ${shown(id)} much like that of ${shown(other)}`,
      expected: 'one node for one statement, or a relation between the two',
    }),
    about:
      'When one thing is said in two places, support and objections are split between them and it may count twice. Withdraw one in favour of the other, or say how they differ: `refines` marks the narrower of two.',
  }),
  'unanswered-counterargument': entry<{ id: string }>({
    title: 'Counterargument that nobody has answered',
    severity: 'info',
    words: ({ id }) => ({
      actual: `counterargument ${shown(id)} without an answer`,
      expected: 'a node that rebuts it or undercuts its attack',
    }),
    about:
      'Nothing in the map replies to this objection. That may be because there is no good reply; if you know one, add a node that rebuts the counterargument, or one that undercuts the step from it to its target.',
  }),
}

const longestCycle = 8

function cycleText(cycle: readonly string[]): string {
  const first = cycle.slice(0, longestCycle).map(shown)
  const left = cycle.length - first.length
  const rest = left > 0 ? [`${String(left)} more`] : []
  return [...first, ...rest, shown(cycle[0] ?? '')].join(' → ')
}
