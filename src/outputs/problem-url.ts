/** The address of the page of a problem's code; `base` is where the site is published. */
export function problemUrl(base: string, code: string): string {
  return `${base}/problems/${code}/`
}
