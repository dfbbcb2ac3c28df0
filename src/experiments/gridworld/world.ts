import type { Random } from '../contract.ts'

/**
 * A grid of cells in rows. A move leads to the neighbouring cell or, at an edge or a wall, nowhere;
 * a reward is paid on entering a cell, and an episode ends in a terminal one.
 */
export interface World {
  readonly rows: number
  readonly columns: number
  /** Cell after a move; `next[4 * cell + direction]`, directions up, right, down, left. */
  readonly next: Int32Array
  /** What entering each cell pays. */
  readonly reward: Float64Array
  /** 1 where entering a cell ends the episode. */
  readonly terminal: Uint8Array
  /** The cells an agent can stand on and go on from, in ascending order. */
  readonly open: Int32Array
}

/** What a cell is: open ground, a wall, the goal (+1) or a pit (-1 or another `pitReward`). */
export type Cell = 'open' | 'wall' | 'goal' | 'pit'

/** The world with these cells, row by row. */
export function makeWorld(cells: readonly Cell[], columns: number, pitReward = -1): World {
  const rows = cells.length / columns
  const next = new Int32Array(4 * cells.length)
  for (let cell = 0; cell < cells.length; cell++) {
    const row = Math.floor(cell / columns)
    const column = cell % columns
    const moves = [row > 0, column < columns - 1, row < rows - 1, column > 0]
    const targets = [cell - columns, cell + 1, cell + columns, cell - 1]
    for (let direction = 0; direction < 4; direction++) {
      const target = targets[direction] as number
      const free = moves[direction] === true && cells[target] !== 'wall'
      next[4 * cell + direction] = free ? target : cell
    }
  }
  return {
    rows,
    columns,
    next,
    reward: Float64Array.from(cells, (cell) =>
      cell === 'goal' ? 1 : cell === 'pit' ? pitReward : 0,
    ),
    terminal: Uint8Array.from(cells, (cell) => (cell === 'goal' || cell === 'pit' ? 1 : 0)),
    open: Int32Array.from(cells.flatMap((cell, i) => (cell === 'open' ? [i] : []))),
  }
}

/**
 * A square world by chance: 12 % walls, one goal and half as many pits as a side has cells, both
 * rounded. Drawn again until the goal can be reached from every open cell without entering a pit.
 */
export function drawWorld(size: number, random: Random): World {
  const walls = Math.round(0.12 * size * size)
  const pits = Math.round(size / 2)
  for (;;) {
    const cells = shuffle(
      Array.from({ length: size * size }, (_, i): Cell => {
        if (i < walls) return 'wall'
        if (i < walls + pits) return 'pit'
        return i === walls + pits ? 'goal' : 'open'
      }),
      random,
    )
    const world = makeWorld(cells, size)
    if (countReaching(world, cells.indexOf('goal')) === world.open.length) return world
  }
}

/** How many open cells lead to the goal over open cells alone. */
function countReaching({ next, terminal, open, columns }: World, goal: number): number {
  const seen = new Uint8Array(terminal.length)
  const isOpen = new Uint8Array(terminal.length)
  for (const cell of open) isOpen[cell] = 1
  const queue = [goal]
  for (let at = 0; at < queue.length; at++) {
    const cell = queue[at] as number
    for (const neighbour of [cell - columns, cell + 1, cell + columns, cell - 1]) {
      if (isOpen[neighbour] !== 1 || seen[neighbour] === 1) continue
      const leads = [0, 1, 2, 3].some((direction) => next[4 * neighbour + direction] === cell)
      if (!leads) continue
      seen[neighbour] = 1
      queue.push(neighbour)
    }
  }
  return queue.length - 1
}

/** Fisher and Yates, in place. */
function shuffle<T>(values: T[], random: Random): T[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = values[i] as T
    values[i] = values[j] as T
    values[j] = kept
  }
  return values
}
