import { fileOf } from './form.ts'
import type { Store } from './store.ts'

/** Puts the file on the clipboard. */
export async function copyFile(store: Store): Promise<void> {
  try {
    await navigator.clipboard.writeText(fileOf(store.form).text)
    store.say('The file is on the clipboard.')
  } catch {
    const area = document.getElementById('new-file') as HTMLTextAreaElement
    area.focus()
    area.select()
    store.say('The clipboard was refused. The file is selected: copy it by hand.')
  }
}

/** Gives the file to the browser to be saved. */
export function downloadFile(store: Store): void {
  const { path, text } = fileOf(store.form)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
  link.download = path.slice(path.lastIndexOf('/') + 1)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  store.say(`Saved as ${link.download}; it belongs in ${path.slice(0, path.lastIndexOf('/') + 1)}`)
}
