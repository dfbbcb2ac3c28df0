/**
 * Leads to the search when `/` is pressed where nothing is being written, unless the reader turned
 * that off there (WCAG 2.1.4).
 */
export function searchOnSlash(): void {
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return
    if ((event.target as Element).matches(':read-write,select')) return
    try {
      if (localStorage['noSlash']) return
    } catch {
      // A browser may refuse storage: then nothing was turned off.
    }
    event.preventDefault()
    const field = document.getElementById('search-field')
    if (field) field.focus()
    else location.href = `${import.meta.env.BASE_URL}search/#q`
  })
}
