import type { Withdrawal } from './document.ts'

/** A withdrawal with ids in the place of references, as JSON has it. */
export function plainWithdrawal({ on, reason, see, mergedInto }: Withdrawal) {
  return {
    on,
    reason,
    see: see.map(({ id }) => id),
    ...(mergedInto === undefined ? {} : { mergedInto: mergedInto.id }),
  }
}
