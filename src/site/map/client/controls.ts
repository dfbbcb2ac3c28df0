import type { ColourBy } from '../drawing.ts'
import type { Explorer } from './explorer.ts'
import { find, write } from './page-parts.ts'
import { strengthWord } from './map-words.ts'
import { withShown, type MapState } from './state.ts'

const shownBy = { kind: 'kinds', part: 'parts', label: 'labels' } as const
type Filter = keyof typeof shownBy

/** The form over the picture: what its fields say becomes the state, and the other way round. */
export function listenToForm(explorer: Explorer): void {
  const { form } = explorer.parts
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement | HTMLSelectElement
    const change = changeBy(form, field, explorer.state)
    if (change !== undefined) explorer.turn(change)
  })
}

function changeBy(
  form: HTMLFormElement,
  field: HTMLInputElement | HTMLSelectElement,
  state: MapState,
): Partial<MapState> | undefined {
  const { name, value } = field
  if (name in shownBy) {
    const key = shownBy[name as Filter]
    const all = boxes(form, name).map((box) => Number(box.value))
    return { [key]: withShown(state[key], all, Number(value), (field as HTMLInputElement).checked) }
  }
  if (name.startsWith('strength-')) return { strength: rangeOf(form, name) }
  if (name === 'colour') return { colour: value as ColourBy }
  if (name === 'depth') return { depth: value === '-1' ? Infinity : Number(value), camera: undefined }
  if (name === 'search') return { query: value }
  return name === 'own' ? { own: (field as HTMLInputElement).checked } : undefined
}

function boxes(form: HTMLFormElement, name: string): readonly HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)]
}

/** Both ends of the range; the end that is moved past the other one takes it along. */
function rangeOf(form: HTMLFormElement, moved: string): readonly [number, number] {
  const ends = ['strength-from', 'strength-to'].map((name) => Number(boxes(form, name)[0]?.value))
  const [least = 0, most = 100] = ends
  if (least <= most) return [least, most]
  return moved === 'strength-from' ? [least, least] : [most, most]
}

/** Writes the state into the fields that say something else. */
export function showForm({ state, parts: { form, root } }: Explorer): void {
  for (const [name, key] of Object.entries(shownBy)) {
    for (const box of boxes(form, name)) box.checked = state[key]?.has(Number(box.value)) ?? true
  }
  for (const box of boxes(form, 'colour')) box.checked = box.value === state.colour
  for (const box of boxes(form, 'own')) box.checked = state.own
  const [least, most] = state.strength
  putStrength(boxes(form, 'strength-from')[0], least)
  putStrength(boxes(form, 'strength-to')[0], most)
  put(boxes(form, 'search')[0], state.query)
  put(form.querySelector('select'), state.depth === Infinity ? '-1' : String(state.depth))
  write(find(root, '[data-out="strength"]'), `${strengthWord(least)} to ${strengthWord(most)}`)
}

/** An end of the range, read aloud as it is written. */
function putStrength(field: HTMLInputElement | undefined, strength: number): void {
  put(field, String(strength))
  field?.setAttribute('aria-valuetext', strengthWord(strength))
}

function put(field: HTMLInputElement | HTMLSelectElement | null | undefined, value: string): void {
  if (field && field.value !== value) field.value = value
}
