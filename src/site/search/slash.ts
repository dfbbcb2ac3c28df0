/**
 * Leads to the search when `/` is pressed where nothing is being written, unless the reader turned
 * that off on the page of the search.
 */
export function searchOnSlash(): void {
  addEventListener('keydown', (event) => {
    const on = event.target as HTMLElement
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return
    if (on.isContentEditable || /^(?:input|select|textarea)$/i.test(on.tagName) || isOff()) return
    event.preventDefault()
    const field = document.getElementById('search-field')
    if (field) field.focus()
    else location.href = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}search/#q`
  })
}

function isOff(): boolean {
  try {
    return localStorage.getItem('assay-no-slash') !== null
  } catch {
    return false
  }
}
