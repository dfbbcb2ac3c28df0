import type { CslName } from '../../core/document.ts'
import { textOf } from './clean-text.ts'

/** How many names are kept one by one; more are shortened to "et al.". */
const most = 100
const kept = 20

const known: ReadonlySet<string> = new Set([
  'family',
  'given',
  'suffix',
  'literal',
  'name',
  'dropping-particle',
  'non-dropping-particle',
])

/** Names as sources have them; undefined where there is none. */
export function toNames(value: unknown): CslName[] | undefined {
  if (!Array.isArray(value)) return undefined
  const names = value.slice(0, most + 1).flatMap(toName)
  if (names.length === 0) return undefined
  if (names.length <= most) return names
  return [...names.slice(0, kept), { literal: 'others' }]
}

function toName(value: unknown): CslName[] {
  if (typeof value === 'string') return literal(textOf(value))
  if (typeof value !== 'object' || value === null) return []
  const part = (name: string) => textOf((value as Record<string, unknown>)[name])
  const [family, given, suffix] = [part('family'), part('given'), part('suffix')]
  // A body between braces, or a person of one name, has no given names to be put first.
  if (family === undefined || (given === undefined && suffix === undefined)) {
    return literal(part('literal') ?? part('name') ?? family ?? given)
  }
  const particles = [part('dropping-particle'), part('non-dropping-particle')]
  const particle = particles.filter((each) => each !== undefined).join(' ')
  return [
    {
      ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
      family,
      ...(given === undefined ? {} : { given }),
      ...(suffix === undefined ? {} : { suffix }),
    },
  ]
}

function literal(name: string | undefined): CslName[] {
  return name === undefined ? [] : [{ literal: name }]
}

/** What is said of people beside their names, such as `author.ORCID`, each once. */
export function besideNames(field: string, value: unknown): string[] {
  if (!Array.isArray(value)) return []
  const keys = value.flatMap((name: unknown) =>
    typeof name === 'object' && name !== null ? Object.keys(name) : [],
  )
  return [...new Set(keys)].filter((key) => !known.has(key)).map((key) => `${field}.${key}`)
}
