import { type Estimate, tQuantile } from '../lib/statistics.ts'

/** Running mean of independent values with what its interval needs, by Welford's recurrence. */
export class Moments {
  count = 0
  private mean = 0
  private squares = 0

  add(value: number): void {
    this.count += 1
    const step = value - this.mean
    this.mean += step / this.count
    this.squares += step * (value - this.mean)
  }

  /** The mean with the half-width of Student's 95 % interval; 0 where there is but one value. */
  estimate(): Estimate {
    const { count, mean, squares } = this
    if (count < 2) return { value: mean, halfWidth: 0 }
    const error = Math.sqrt(squares / (count - 1) / count)
    return { value: mean, halfWidth: tQuantile(count - 1) * error }
  }
}
