import { openStatementSearch } from '../../../analysis/find-statements.ts'
import type { ViewData } from '../../../analysis/stance/view-data.ts'
import { mostInSvg, type MapData } from '../map-data.ts'
import { kindWord } from './map-words.ts'

/**
 * Makes the map findable by title, id and kind; where it is not too large also by what statements
 * say, which the graph of own views has. Without that graph titles must do. A search finds all
 * that has the words, the best first; where nothing has all of them, all that has some.
 */
export async function openSearch(
  { nodes }: MapData,
  stance: string,
): Promise<(query: string) => readonly number[]> {
  const statements = nodes.id.length > mostInSvg ? new Map() : await statementsOf(stance)
  const entries = nodes.id.map((id, node) => ({
    id,
    title: nodes.title[node]!,
    statement: statements.get(id) ?? '',
    kind: kindWord(nodes.kind[node]!),
  }))
  const search = openStatementSearch(entries)
  const numbers = new Map(nodes.id.map((id, node) => [id, node]))
  return (query) => {
    const some = search.find(query, Infinity)
    const sets = wordsOf(query).map((word) => new Set(search.find(word, Infinity)))
    const all = some.filter((id) => sets.every((ids) => ids.has(id)))
    return (all.length > 0 ? all : some).map((id) => numbers.get(id)!)
  }
}

function wordsOf(query: string): readonly string[] {
  return query.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}

async function statementsOf(stance: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { nodes, statements } = (await (await fetch(stance)).json()) as ViewData
    return new Map(nodes.map((id, node) => [id, statements[node] ?? '']))
  } catch {
    return new Map()
  }
}
