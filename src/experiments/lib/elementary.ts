import stdlibExp from '@stdlib/math-base-special-exp'
import stdlibLn from '@stdlib/math-base-special-ln'

// Engines differ in the last bit of Math.exp and its like. These are ports of FreeBSD's to plain
// arithmetic, which every engine does alike. As constants of this module, since the bundler names
// bindings that it only passes on from CommonJS in no fixed order, and two builds then differ.

/** e to the power of a number. */
export const exp: (x: number) => number = stdlibExp

/** The natural logarithm. */
export const ln: (x: number) => number = stdlibLn

/** The logistic function 1 / (1 + e^-z). */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + exp(-z))
  const e = exp(z)
  return e / (1 + e)
}

/** ln(1 + e^z), without overflow. */
export function softplus(z: number): number {
  return z > 0 ? z + ln(1 + exp(-z)) : ln(1 + exp(z))
}

/** ln of the sum of e^z over `values`, without overflow. */
export function logSumExp(values: ArrayLike<number>): number {
  let top = -Infinity
  for (let i = 0; i < values.length; i++) top = Math.max(top, values[i] as number)
  if (top === -Infinity) return top
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += exp((values[i] as number) - top)
  return top + ln(sum)
}

/** `base` to the power of a whole number from 0 up, by repeated squaring. */
export function wholePower(base: number, exponent: number): number {
  let result = 1
  let square = base
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square
    square *= square
  }
  return result
}

/** `base` above 0 to any power. */
export function power(base: number, exponent: number): number {
  return exp(exponent * ln(base))
}
