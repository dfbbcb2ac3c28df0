/** How long a button says that it has copied, in milliseconds. */
const shown = 2500

let field: HTMLTextAreaElement | undefined

/**
 * Puts a text on the clipboard and says so on the button and in `status`. Where the clipboard is
 * refused, a field after the button has the text, selected, to be copied by hand.
 */
export async function copyText(
  button: HTMLButtonElement,
  status: Element,
  text: string,
): Promise<void> {
  field?.remove()
  try {
    await navigator.clipboard.writeText(text)
    status.textContent = 'It is on the clipboard.'
    sayCopied(button)
  } catch {
    status.textContent = 'The clipboard was refused. Copy it by hand from the field.'
    field = fieldOf(text)
    button.after(field)
    field.select()
  }
}

function sayCopied(button: HTMLButtonElement): void {
  if (button.dataset['says']) return
  const says = button.textContent
  button.dataset['says'] = says
  button.style.minWidth = `${button.offsetWidth}px`
  button.textContent = 'Copied'
  setTimeout(() => {
    button.textContent = says
    delete button.dataset['says']
  }, shown)
}

function fieldOf(text: string): HTMLTextAreaElement {
  const made = document.createElement('textarea')
  made.readOnly = true
  made.rows = 3
  made.value = text
  made.ariaLabel = 'To be copied by hand'
  return made
}
