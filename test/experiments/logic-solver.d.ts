// The package has no types of its own; only what this repository uses is declared.
declare module 'logic-solver' {
  /** MiniSat compiled to JavaScript. Variables are numbered from 1; a negative number negates. */
  class MiniSat {
    /** What Emscripten made: the solver's memory and its functions. */
    readonly _C: { readonly HEAPF64: Float64Array; readonly HEAP32: Int32Array }
    ensureVar(variable: number): void
    /** Whether the clauses so far may still be satisfied. */
    addClause(literals: readonly number[]): boolean
    solve(): boolean
    /** Values by variable; the first entry is null. */
    getSolution(): readonly (boolean | null)[]
  }
  const Logic: { readonly _MiniSat: typeof MiniSat }
  export default Logic
}
