import type { ParsedArgdown } from './argdown.ts'
import { keyOf, type Argument, type Inference, type Statement } from './argdown-model.ts'
import { Ledger, Links } from './material.ts'
import { ownBearing, ownRelations, ownValue } from './own-fields.ts'

export interface Step {
  readonly from: string
  readonly to: string
}

/** What is at hand while one Argdown text becomes statements and relations. */
export class ArgdownWork {
  readonly parsed: ParsedArgdown
  readonly ledger = new Ledger()
  readonly links = new Links()
  /** The steps, by keys, that an inference has become. */
  readonly steps = new Map<Inference, readonly Step[]>()

  constructor(parsed: ParsedArgdown) {
    this.parsed = parsed
  }

  statement(title: string): Statement | undefined {
    return this.parsed.response.statements?.[title]
  }

  /** Whether an argument becomes relations between its statements and not a node. */
  isDissolved(argument: Argument): boolean {
    return argument.pcs.length > 0 || this.ownStep(argument) !== undefined
  }

  /** The rebuttal that an argument stands for in our own export, by keys. */
  ownStep({ data, pcs }: Argument): Step | undefined {
    const step = ownValue(data, 'step')
    const [from, to] = [ownValue(step, 'from'), ownValue(step, 'rebuts')]
    if (pcs.length > 0 || typeof from !== 'string' || typeof to !== 'string') return undefined
    const [start, end] = [this.statement(from), this.statement(to)]
    if (start === undefined || end === undefined || start === end) return undefined
    return { from: keyOf(start), to: keyOf(end) }
  }

  /** What the metadata of a statement says of its relation to another, by their titles. */
  bearing(
    kind: 'supports' | 'rebuts',
    from: string,
    to: string,
  ): { because?: string; weight?: number } {
    const targets = ownRelations(this.statement(from)?.data)[kind] ?? []
    return ownBearing(targets.find((target) => ownValue(target, 'to') === to))
  }
}
