import { entry, shown } from './entry.ts'

/** Problems of joining documents into one graph. */
export const graphProblems = {
  'duplicate-id': entry<{ id: string; other: string }>({
    title: 'Id that another file has',
    severity: 'error',
    words: ({ id, other }) => ({
      actual: `second file with the id ${shown(id)}`,
      expected: `an id other than that of ${shown(other)}`,
    }),
    hint: 'Ids are one for the whole repository: over all maps, nodes and sources, and whatever the case of their letters.',
    about:
      'An id names one thing for ever, so that a link or a relation can never mean two. Nodes of all maps and sources share one set of ids, and upper and lower case count as the same because some file systems cannot tell them apart. Give the newer file another name; if both say the same, keep one.',
  }),
  'unknown-target': entry<{ target: string; nearest?: string | undefined }>({
    title: 'Relation to a node that does not exist',
    severity: 'error',
    words: ({ target, nearest }) => ({
      actual: `relation to unknown node ${shown(target)}`,
      expected: 'the id of an existing node',
      nearest,
    }),
    hint: 'A node’s id is its file name without `.md`.',
    about:
      'A relation points at another node by its id, and no file has this one, so the relation would be lost. Look for a slip in the spelling, or add the node first. Sources are not nodes: cite them under `sources`.',
  }),
  'unknown-step': entry<{
    from: string
    to: string
    why: 'no-node' | 'no-relation' | 'not-a-step'
    nearest?: string | undefined
  }>({
    title: 'Undercut of a step that does not exist',
    severity: 'error',
    words: ({ from, to, why, nearest }) => ({
      actual: {
        'no-node': `undercut of unknown step ${stepText(from, to)}`,
        'no-relation': `undercut of ${stepText(from, to)}, between which there is no step`,
        'not-a-step': `undercut of ${stepText(from, to)}, which is neither support nor rebuttal`,
      }[why],
      expected: 'a step by which `from` supports or rebuts `to`',
      nearest,
    }),
    hint: 'To doubt a node itself rather than a step, use `rebuts`.',
    about:
      'An undercut doubts the step from one node to another: that the first, even if true, is a reason for or against the second. So the node under `from` must itself support or rebut the node under `to`. Look at the front matter of the first for what it bears on, or use `rebuts` to doubt a node itself.',
  }),
  'self-relation': entry<{ id: string; kind: string }>({
    title: 'Node that bears on itself',
    severity: 'error',
    words: ({ id, kind }) => ({
      actual: `${shown(kind)} from ${shown(id)} to itself`,
      expected: 'another node',
    }),
    about:
      'A node is no reason for or against itself, nor against a step that starts from it. Most often the id of the file was copied where the id of its target belongs. Write the id of the node it bears on.',
  }),
  'duplicate-relation': entry<{ kind: string; target: string }>({
    title: 'Relation given twice',
    severity: 'error',
    words: ({ kind, target }) => ({
      actual: `second ${shown(kind)} of ${shown(target)}`,
      expected: 'each relation once',
    }),
    about:
      'A node bears on another in one way or not at all; said twice it would count twice, and two reasons would compete. Join them into one relation with one `because`.',
  }),
  'wrong-target': entry<{ kind: string; from: string; target: string; targetKind: string }>({
    title: 'Relation between kinds that do not fit',
    severity: 'error',
    words: ({ kind, from, target, targetKind }) => ({
      actual: `${shown(kind)} from a ${from} to the ${targetKind} ${shown(target)}`,
      expected:
        from === 'question'
          ? 'a claim, evidence or counterargument to start from'
          : kind === 'answers'
            ? 'a question'
            : 'a claim, evidence or counterargument',
    }),
    hint: 'Questions are answered; claims, evidence and counterarguments are supported or rebutted.',
    about:
      'A question asserts nothing, so nothing can support or rebut it and it supports or rebuts nothing itself; it can be answered. A claim is no question, so nothing answers it. Choose the relation that fits the kinds of both nodes.',
  }),
  'withdrawn-target': entry<{ target: string; nearest?: string | undefined }>({
    title: 'Relation to a withdrawn node',
    severity: 'warning',
    words: ({ target, nearest }) => ({
      actual: `relation to withdrawn node ${shown(target)}`,
      expected: 'a node that is part of the argument',
      nearest,
    }),
    hint: 'The page of a withdrawn node says why it was withdrawn and what takes its place.',
    about:
      'A withdrawn node keeps its page but has left the argument, so relations to it, and to steps that start or end at it, count for nothing. Point the relation at what takes its place, or withdraw this node as well.',
  }),
  'lonely-premise': entry<{ name: string; target: string }>({
    title: 'Linked premise without a partner',
    severity: 'warning',
    words: ({ name, target }) => ({
      actual: `single premise of ${shown(target)} linked as ${shown(name)}`,
      expected: 'at least two of that name',
    }),
    hint: 'Premises are linked when they support one target with the same `linked` name.',
    about:
      'Linked premises support their target only together, so a group of one says nothing. Give the other premise the same name under `linked`, on its relation to the same target, or remove the name.',
  }),
}

function stepText(from: string, to: string): string {
  return shown(`${from} > ${to}`)
}
