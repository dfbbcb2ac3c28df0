/** @jsxImportSource #view */
import type { Child } from '../stance/jsx-runtime.ts'

interface ButtonProps {
  readonly act: () => void
  /** Whether it looks like a link. */
  readonly plain?: boolean
  readonly children: Child
}

/** A button of the composer; that of views would make a file of its own of what views load first. */
export function Button({ act, plain = false, children }: ButtonProps) {
  return (
    <button type="button" class={plain ? 'link' : undefined} onClick={act}>
      {children}
    </button>
  )
}
