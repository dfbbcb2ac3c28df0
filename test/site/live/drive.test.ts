import { describe, expect, it } from 'vitest'
import type { Run } from '../../../src/experiments/contract.ts'
import { drive, type Surroundings } from '../../../src/site/live/drive.ts'

interface Watch {
  clock: number
  pauses: number
  readonly fractions: number[]
  readonly gaps: number[]
  closed: boolean
}

/** A run of `steps` steps that each take `cost` milliseconds of a clock that only work moves. */
function watched(steps: number, cost: number, abortAt = Number.POSITIVE_INFINITY) {
  const watch: Watch = { clock: 0, pauses: 0, fractions: [], gaps: [], closed: false }
  let lastPause = 0
  function* work(): Run<object> {
    try {
      for (let i = 1; i <= steps; i++) {
        watch.clock += cost
        yield { fraction: i / steps, soFar: () => ({ i }) }
      }
      return { steps }
    } finally {
      watch.closed = true
    }
  }
  const around: Surroundings = {
    now: () => watch.clock,
    pause: async () => {
      watch.pauses++
      watch.gaps.push(watch.clock - lastPause)
      lastPause = watch.clock
    },
    isAborted: () => watch.clock >= abortAt,
    onStep: ({ fraction }) => watch.fractions.push(fraction),
  }
  return { watch, done: drive(work(), around) }
}

describe('a driven run', () => {
  it('gives what the run returns', async () => {
    await expect(watched(50, 7).done).resolves.toEqual({ steps: 50 })
    await expect(watched(0, 7).done).resolves.toEqual({ steps: 0 })
  })

  it('lets messages in before it starts and after each 30 ms of work, not sooner', async () => {
    const { watch, done } = watched(1000, 7)
    await done
    expect(watch.gaps[0]).toBe(0)
    const gaps = watch.gaps.slice(1)
    expect(Math.max(...gaps)).toBeLessThan(30 + 7)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30)
  })

  it('says at once how far it is, then at most ten times a second', async () => {
    const { watch, done } = watched(1000, 7)
    await done
    expect(watch.fractions[0]).toBeLessThan(0.01)
    expect(watch.fractions.length).toBeLessThanOrEqual(7000 / 100 + 1)
    expect(watch.fractions.length).toBeGreaterThan(30)
    expect(watch.fractions).toEqual([...watch.fractions].sort((a, b) => a - b))
  })

  it('stops at the first pause after it was aborted and closes the run', async () => {
    const { watch, done } = watched(1000, 7, 500)
    await expect(done).resolves.toBeUndefined()
    expect(watch.clock - 500).toBeLessThan(30 + 7)
    expect(watch.closed).toBe(true)
  })

  it('does no work when it is aborted before it starts', async () => {
    const { watch, done } = watched(1000, 7, 0)
    await done
    expect(watch.clock).toBe(0)
  })

  it('throws what the run throws', async () => {
    function* broken(): Run<object> {
      throw new RangeError('too large')
    }
    const around = { now: () => 0, pause: async () => {}, isAborted: () => false, onStep: () => {} }
    await expect(drive(broken(), around)).rejects.toThrow('too large')
  })
})
