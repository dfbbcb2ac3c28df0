import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

/** A content counted from its files with loops in loops, and by nothing of ours. */
export interface SlowCount {
  readonly kinds: Readonly<Record<string, number>>
  readonly labels: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly steps: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly relations: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly sources: Readonly<Record<string, number>>
  readonly objections: readonly string[]
  readonly secondHand: readonly string[]
  readonly unsupported: readonly string[]
  readonly withoutEvidence: readonly string[]
  readonly questions: readonly string[]
  readonly suspect: readonly string[]
  readonly unreviewed: readonly string[]
  readonly withoutBecause: readonly string[]
  readonly uncarried: readonly string[]
  readonly unread: readonly string[]
  readonly gone: readonly string[]
  readonly verdicts: Readonly<Record<string, number>>
}

interface Node {
  readonly id: string
  readonly kind: string
  readonly statement: string
  readonly fields: Record<string, any>
}
interface Edge {
  readonly id: string
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly because?: string
}

const kindNames = ['supports', 'rebuts', 'undercuts', 'refines', 'answers']
const isAttack = ({ kind }: Edge) => kind === 'rebuts' || kind === 'undercuts'

/** Counts what is in a folder of content whose every file can be read. */
export function slowCount(folder: string): SlowCount {
  const all = nodeFiles(folder)
  const nodes = all.filter(({ fields }) => fields['withdrawn'] === undefined)
  const sources = new Map(
    textsOf(path.join(folder, 'sources')).map(([id, text]) => [id, frontOf(text)['checked'].how]),
  )
  const edges = edgesOf(nodes)
  const labelOf = slowLabels(nodes, edges)
  const state = slowStates(folder, nodes, edges)
  const ids = (kind: string, wanted: (node: Node) => boolean) =>
    nodes.filter((node) => node.kind === kind && wanted(node)).map(({ id }) => id)
  const supporters = (id: string) => edges.filter((e) => e.kind === 'supports' && e.to === id)
  const unread = [...sources].filter(([, how]) => how === 'secondary' || how === 'unread')
  const isUnread = (id: string) => unread.some(([other]) => other === id)
  const tables = (kinds: readonly string[], items: readonly { kind: string; id: string }[]) =>
    Object.fromEntries(
      kinds.map((kind) => [
        kind,
        count(['in', 'undecided', 'out'], items.filter((i) => i.kind === kind).map(({ id }) => labelOf(id))),
      ]),
    )
  const hasEvidence = (id: string, seen: readonly string[] = []): boolean =>
    supporters(id).some(
      ({ from }) =>
        !seen.includes(from) &&
        (nodes.some((n) => n.id === from && n.kind === 'evidence') || hasEvidence(from, [...seen, from])),
    )
  return {
    kinds: count(['claim', 'evidence', 'counterargument', 'question'], nodes.map(({ kind }) => kind)),
    labels: tables(['claim', 'counterargument', 'evidence'], nodes),
    steps: tables(['supports', 'rebuts'], edges),
    relations: Object.fromEntries(
      kindNames.map((kind) => [
        kind,
        count(['reviewed', 'suspect', 'unreviewed'], edges.filter((e) => e.kind === kind).map(state)),
      ]),
    ),
    sources: count(['primary', 'abstract', 'secondary', 'unread'], [...sources.values()]),
    objections: nodes
      .map(({ id }) => id)
      .filter((id) =>
        edges.some(
          (attack) =>
            attack.from === id &&
            isAttack(attack) &&
            !edges.some((answer) => isAttack(answer) && (answer.to === id || answer.to === attack.id)),
        ),
      ),
    secondHand: ids('evidence', ({ fields }) => {
      const cited = namesIn(fields['sources'])
      return cited.length > 0 && fields['experiment'] === undefined && cited.every(isUnread)
    }),
    unsupported: ids('claim', ({ id }) => supporters(id).length === 0),
    withoutEvidence: ids('claim', ({ id }) => supporters(id).length > 0 && !hasEvidence(id)),
    questions: ids('question', ({ id }) => !edges.some((e) => e.kind === 'answers' && e.to === id)),
    suspect: edges.filter((edge) => state(edge) === 'suspect').map(({ id }) => id),
    unreviewed: edges.filter((edge) => state(edge) === 'unreviewed').map(({ id }) => id),
    withoutBecause: edges.filter(({ because }) => because === undefined).map(({ id }) => id),
    uncarried: uncarriedIn(folder),
    unread: unread.map(([id]) => id),
    gone: all.filter((node) => !nodes.includes(node)).map(({ id }) => id),
    verdicts: slowVerdicts(folder),
  }
}

function count(names: readonly string[], found: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, found.filter((each) => each === name).length]))
}

function frontOf(text: string): Record<string, any> {
  return parse(/^---\n([^]*?)\n---\n/.exec(text)?.[1] ?? '') as Record<string, any>
}

/** Names of files without their ending, with their texts. */
function textsOf(folder: string, ending = '.md'): readonly (readonly [string, string])[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending))
  return names.map((name) => [name.slice(0, -ending.length), readFileSync(path.join(folder, name), 'utf8')])
}

function mapFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['sources', 'results'].includes(entry.name))
    .map(({ name }) => path.join(folder, name))
}

function nodeFiles(folder: string): readonly Node[] {
  return mapFolders(folder)
    .flatMap((map) => textsOf(map))
    .filter(([name]) => name !== 'index' && name !== 'outline')
    .map(([id, text]) => {
      const fields = frontOf(text)
      return { id, kind: fields['kind'], statement: fields['statement'], fields }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function namesIn(list: readonly (string | { id: string })[] = []): readonly string[] {
  return list.map((each) => (typeof each === 'string' ? each : each.id))
}

function edgesOf(nodes: readonly Node[]): readonly Edge[] {
  const known = (id: string) => nodes.some((node) => node.id === id)
  return nodes
    .flatMap(({ id: from, fields }) =>
      kindNames.flatMap((kind) =>
        ((fields[kind] ?? []) as readonly (string | Record<string, string>)[]).map((item) => {
          const written: Record<string, string> = typeof item === 'string' ? { to: item } : item
          const to = kind === 'undercuts' ? `${written['from']}>${written['to']}` : String(written['to'])
          const { because } = written
          return { id: `${from}>${to}`, kind, from, to, ...(because === undefined ? {} : { because }) }
        }),
      ),
    )
    .filter(({ to }) => to.split('>').every(known))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Goes over all elements until no label changes: in, out, else undecided. */
function slowLabels(nodes: readonly Node[], edges: readonly Edge[]): (id: string) => string {
  const labels = new Map<string, string>()
  const labelOf = (id: string) => labels.get(id) ?? 'undecided'
  const elements = [
    ...nodes.filter(({ kind }) => kind !== 'question').map(({ id }) => id),
    ...edges.filter(({ kind }) => kind === 'supports' || kind === 'rebuts').map(({ id }) => id),
  ]
  const standing = ({ kind, id, from }: Edge) => {
    const both = kind === 'rebuts' ? [labelOf(from), labelOf(id)] : [labelOf(from)]
    return both.includes('out') ? 'out' : both.every((label) => label === 'in') ? 'in' : 'undecided'
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const element of elements.filter((id) => !labels.has(id))) {
      const attacks = edges.filter((edge) => isAttack(edge) && edge.to === element).map(standing)
      if (attacks.includes('in')) labels.set(element, 'out')
      else if (attacks.every((each) => each === 'out')) labels.set(element, 'in')
      else continue
      changed = true
    }
  }
  return labelOf
}

function slowStates(
  folder: string,
  nodes: readonly Node[],
  edges: readonly Edge[],
): (edge: Edge) => string {
  const lines = readFileSync(path.join(folder, 'reviews.tsv'), 'utf8').trim().split('\n')
  const reviews = lines.map((line) => line.split('\t'))
  const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
  const states = new Map(
    edges.map(({ id, kind, because }) => {
      const said = id.split('>').map((end) => nodes.find((node) => node.id === end)?.statement ?? '')
      const text = [kind, ...said, because ?? ''].map(squeeze).join('\n')
      const wording = createHash('sha256').update(text).digest('hex').slice(0, 12)
      const own = reviews.filter(([edge]) => edge === id)
      if (own.length === 0) return [id, 'unreviewed']
      return [id, own.some(([, known]) => known === wording) ? 'reviewed' : 'suspect']
    }),
  )
  return ({ id }) => states.get(id) ?? ''
}

/** Labels of sentences, such as `S4a`, that no link follows before the next sentence. */
function uncarriedIn(folder: string): readonly string[] {
  return mapFolders(folder)
    .flatMap((map) => textsOf(map))
    .filter(([name]) => name === 'outline')
    .flatMap(([, text]) => text.split(/^- \*\*/m).slice(1))
    .filter((sentence) => !/^\s+- \[/m.test(sentence))
    .map((sentence) => sentence.split('**')[0] ?? '')
}

function slowVerdicts(folder: string): Readonly<Record<string, number>> {
  const told = textsOf(path.join(folder, 'results'), '.json').map(([, text]) => {
    const { verdict, otherSeeds } = JSON.parse(text)
    const turned = otherSeeds.filter(({ label }: { label: string }) => label !== verdict.label)
    return turned.length > 1 ? 'inconclusive' : verdict.label
  })
  return count(['supports', 'against', 'mixed', 'inconclusive'], told)
}
