import type { Asked } from './address.ts'
import type { Counts } from './engine.ts'
import type { Fields } from './fields.ts'

/** Says beside each value how many hits it would leave; without counts, nothing. */
export function showCounts(fields: Fields, { chosen }: Asked, counts: Counts | undefined): void {
  for (const box of fields.boxes) {
    const count = counts === undefined ? undefined : (counts[box.name]?.[box.value] ?? 0)
    const label = box.parentElement as HTMLElement
    const place = label.querySelector('[data-count]') as HTMLElement
    place.textContent = count === undefined ? '' : String(count)
    label.classList.toggle('none', count === 0 && !chosen.get(box.name)?.includes(box.value))
  }
}

/** Says how many values are chosen, and offers to drop them. */
export function showChosen(fields: Fields, { chosen }: Asked): void {
  const count = [...chosen.values()].flat().length
  fields.chosen.textContent = count === 0 ? '' : `(${count} in use)`
  fields.drop.hidden = count === 0
}
