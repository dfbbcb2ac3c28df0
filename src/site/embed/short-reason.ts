/** Characters that a card gives of a reason; the page of the node has all of it. */
const most = 160

/** Why a node was withdrawn, as its card says it: cut, where it is long. */
export function shortReason(reason: string): string {
  const characters = [...reason]
  if (characters.length <= most) return reason
  return `${characters.slice(0, most - 1).join('').trimEnd()}…`
}
