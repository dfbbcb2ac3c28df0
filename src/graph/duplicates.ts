import { fileStart } from '../core/place.ts'
import { problem, type Problem } from '../core/problem.ts'
import { classifyPath, likelyType } from '../readers/path.ts'

/**
 * Files whose ids another file before them has: nodes of two maps, a node and a source, or names
 * that differ by case only. `paths` must be sorted, so that the first is the same on any machine.
 */
export function findDuplicateIds(paths: readonly string[]): readonly Problem[] {
  const first = new Map<string, string>()
  const problems: Problem[] = []
  // Misnamed files come last, so that `Some-Claim.md` is the one to rename and not `some-claim.md`.
  const isNamed = (path: string) => classifyPath(path).value !== undefined
  for (const path of [...paths.filter(isNamed), ...paths.filter((each) => !isNamed(each))]) {
    const id = idOf(path)
    if (id === undefined) continue
    const other = first.get(id.toLowerCase())
    if (other === undefined) {
      first.set(id.toLowerCase(), path)
      continue
    }
    const message = `The file that has the id \`${idOf(other) ?? ''}\``
    problems.push(
      problem('duplicate-id', fileStart(path), { id, other }, [
        { message, place: fileStart(other) },
      ]),
    )
  }
  return problems
}

function idOf(path: string): string | undefined {
  const type = classifyPath(path).value?.type
  if (type === 'node' || type === 'source') return stem(path)
  return type === undefined && likelyType(path) !== undefined ? stem(path) : undefined
}

function stem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '')
}
