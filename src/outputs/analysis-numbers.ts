/** A number with two decimals, or the word for none. */
export function fixed(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return 'none'
  return value.toFixed(2).replace(/^-(?=0\.00$)/, '')
}

/** As `fixed`, with a sign. */
export function signed(value: number | undefined): string {
  const text = fixed(value)
  return /^[1-9]|^0\.(?!00$)/.test(text) ? `+${text}` : text
}
