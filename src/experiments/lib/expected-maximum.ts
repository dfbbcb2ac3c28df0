import type { Random } from '../contract.ts'
import { exp, ln } from './elementary.ts'
import { normalCumulative, normalDensity } from './normal.ts'

/** The trapezoidal rule converges at an exponential rate here: halving this changes no digit. */
const step = 1 / 32
const end = 12

/**
 * The expected largest of `n` independent standard normals, m_n, for `n` from 1 to 1e12, which need
 * not be whole: the integral of z n φ(z) Φ(z)^(n-1) (David and Nagaraja, Order Statistics). The
 * absolute error is below 1e-12.
 */
export function expectedMaximum(n: number): number {
  if (n <= 1) return 0
  let sum = 0
  for (let z = -end; z <= end; z += step) {
    const logPower = (n - 1) * logCumulative(z)
    if (logPower > -700) sum += z * normalDensity(z) * exp(logPower)
  }
  return n * sum * step
}

/**
 * The expected value of the best of `n` by a proxy that has `correlation` with the value, both
 * standard normal: correlation times m_n, as value regresses on proxy with that slope.
 */
export function expectedBestByProxy(n: number, correlation: number): number {
  return correlation * expectedMaximum(n)
}

/** Draws `n` values with their proxies, and gives the value of the one whose proxy is highest. */
export function drawBestByProxy(n: number, correlation: number, random: Random): number {
  const noise = Math.sqrt(1 - correlation * correlation)
  let best = 0
  let highest = -Infinity
  for (let i = 0; i < n; i++) {
    const value = random.normal()
    const proxy = correlation * value + noise * random.normal()
    if (proxy <= highest) continue
    highest = proxy
    best = value
  }
  return best
}

/** ln Φ(z), to full relative accuracy also where Φ(z) is all but 1. */
function logCumulative(z: number): number {
  if (z < 0) return ln(normalCumulative(z))
  const above = normalCumulative(-z)
  const rounded = 1 - above
  // Kahan's ln(1 + x) = x ln(u) / (u - 1) with u the rounded 1 + x.
  return rounded === 1 ? -above : (-above * ln(rounded)) / (rounded - 1)
}
