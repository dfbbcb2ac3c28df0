/** A stranger's text without what cannot be seen or moves other characters, shortened. */
export function quoted(text: string): string {
  const plain = [...text.slice(0, 200).replace(/[\p{C}\p{M}\p{Z}]+/gu, ' ')]
  return `“${plain.slice(0, 40).join('')}${plain.length > 40 ? '…' : ''}”`
}
