import type { ChangeKind } from '../../analysis/health/changes.ts'

/** What happened to a node, in a word or two. */
export const changeWords: Readonly<Record<ChangeKind, string>> = {
  added: 'Added',
  reworded: 'Reworded',
  retitled: 'New title',
  'kind-changed': 'New kind',
  'label-changed': 'New label',
  withdrawn: 'Withdrawn',
  merged: 'Merged into another',
  restored: 'Back in the argument',
}

/** A month as it is written: of `2026-05`, "May 2026". */
export function monthWords(month: string): string {
  return new Date(`${month}-01`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
