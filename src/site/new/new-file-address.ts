/** A repository on a server like GitHub, and the branch that changes start from. */
export interface Repository {
  readonly address: string
  readonly branch: string
}

/** GitHub refuses addresses that are longer; a little less, for what a log-in adds on the way. */
export const longestAddress = 7500

/** Where a new file can be written in the browser, with its name and, where it has room, its text. */
export function newFileAddress(
  { address, branch }: Repository,
  file: { readonly path: string; readonly text: string },
): { readonly address: string; readonly isWhole: boolean } {
  const cut = file.path.lastIndexOf('/')
  const folder = file.path.slice(0, cut)
  const place = `${address}/new/${[branch, ...folder.split('/')].map(encode).join('/')}`
  const filename = file.path.slice(cut + 1)
  const whole = `${place}?${new URLSearchParams({ filename, value: file.text }).toString()}`
  if (whole.length <= longestAddress) return { address: whole, isWhole: true }
  return { address: `${place}?${new URLSearchParams({ filename }).toString()}`, isWhole: false }
}

// A branch may have slashes of its own.
function encode(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replaceAll('%2F', '/')
}
