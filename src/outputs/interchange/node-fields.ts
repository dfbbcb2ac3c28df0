import type { ArgumentNode, ExperimentRef, SourceRef } from '../../core/document.ts'
import type { Edge } from '../../core/relation.ts'
import type { Plain } from '../content-file.ts'

type Fields = Readonly<Record<string, Plain | undefined>>

/**
 * What a content file says of a node besides its statement, body and relations, by the names of its
 * fields; what is not said is undefined.
 */
export function nodeFields(node: ArgumentNode): Fields {
  const { kind, title, part, caveat, credence, credenceBecause, sources, experiment } = node
  return {
    kind,
    title,
    part,
    caveat: caveat ? true : undefined,
    credence,
    'credence-because': credenceBecause,
    sources: sources.length === 0 ? undefined : sources.map(sourceField),
    experiment: experiment === undefined ? undefined : experimentField(experiment),
  }
}

/** Why and how much an edge bears on its target, where anything is said. */
export function bearing({ because, weight }: Edge): Fields {
  return { because, weight: weight === 1 ? undefined : weight }
}

function sourceField({ id, at, quote }: SourceRef): Plain {
  return at === undefined && quote === undefined ? id : { id, at, quote }
}

function experimentField({ id, preset, expect }: ExperimentRef): Plain {
  const bounds = Object.entries(expect).map(([measure, { min, max }]) => [measure, { min, max }])
  return { id, preset, ...(bounds.length === 0 ? {} : { expect: Object.fromEntries(bounds) as Plain }) }
}
