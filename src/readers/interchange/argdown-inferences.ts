import { isId } from '../../core/id.ts'
import { slug } from '../path.ts'
import { inferencesOf, keyOf, wordings, type ReadInference } from './argdown-model.ts'
import type { ArgdownWork, Step } from './argdown-work.ts'
import { ownRelations, ownValue } from './own-fields.ts'

const longestBecause = 500

/** Carries every inference as supports of its conclusion: linked where there are several premises. */
export function carryInferences(work: ArgdownWork): void {
  const names = new Set<string>()
  for (const argument of Object.values(work.parsed.response.arguments ?? {})) {
    const inferences = inferencesOf(argument)
    const description = wordings(argument).join(' ')
    const isBecause = description.length > 0 && description.length <= longestBecause
    for (const [index, inference] of inferences.entries()) {
      const isLast = index === inferences.length - 1
      carryInference(inference, isLast && isBecause ? description : undefined, names, work)
    }
    if (inferences.length === 0 || description === '') continue
    work.ledger.find(1)
    const place = `line ${String(argument.startLine ?? 1)}`
    if (isBecause) work.ledger.carry()
    else work.ledger.leave(
      place,
      `The description of “${argument.title ?? ''}” is left out: “${description}”`,
    )
  }
}

function carryInference(
  read: ReadInference,
  description: string | undefined,
  names: Set<string>,
  work: ArgdownWork,
): void {
  const { premises, conclusion, inference, line } = read
  const { ledger, links } = work
  const place = `line ${String(line)}`
  const rules = inference.inferenceRules ?? []
  ledger.find(1 + rules.length)
  for (const rule of rules) ledger.leave(place, `The rule of inference “${rule}” is left out.`)
  if (!read.isSaid && read.argument.pcs.length > premises.length + 1) {
    ledger.change(
      place,
      'The inference says not which statements it uses: those since the one before are taken.',
    )
  }
  const linked = premises.length > 1 ? nameOf(read, names) : ownLink(read, work)
  const steps: Step[] = []
  for (const [index, premise] of premises.entries()) {
    const [from, to] = [work.statement(premise), work.statement(conclusion)]
    if (from === undefined || to === undefined) continue
    const because = index === 0 && description !== undefined ? { because: description } : {}
    const step = { from: keyOf(from), to: keyOf(to) }
    const why = links.add({
      kind: 'supports',
      ...step,
      ...because,
      ...work.bearing('supports', premise, conclusion),
      ...(linked === undefined ? {} : { linked }),
    })
    if (why === undefined) steps.push(step)
    else ledger.change(
      place,
      `The support of “${conclusion}” by “${premise}” ${why} and is not written.`,
    )
  }
  work.steps.set(inference, steps)
  if (steps.length > 0) ledger.carry()
  else ledger.leave(place, `The inference to “${conclusion}” adds nothing and is left out.`)
}

// The name in our own export, else one made from the title of the argument.
function nameOf({ argument, conclusion }: ReadInference, names: Set<string>): string {
  const title = argument.title ?? ''
  const own = title.endsWith(` together for ${conclusion}`) ? title.split(' ')[0] : undefined
  const wanted = own !== undefined && isId(own) ? own : (slug(title.slice(0, 50)) ?? 'premises')
  let name = wanted
  for (let number = 2; names.has(`${name}>${conclusion}`); number++) {
    name = `${wanted.slice(0, 58)}-${String(number)}`
  }
  names.add(`${name}>${conclusion}`)
  return name
}

function ownLink({ premises, conclusion }: ReadInference, work: ArgdownWork): string | undefined {
  const targets = ownRelations(work.statement(premises[0] ?? '')?.data).supports ?? []
  const linked = ownValue(targets.find((target) => ownValue(target, 'to') === conclusion), 'linked')
  return typeof linked === 'string' ? linked : undefined
}
