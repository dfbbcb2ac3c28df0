import type { KnownAnswer } from '../about.ts'
import {
  frozenLakeUndiscounted,
  frozenLakeVector,
  randomWalk,
} from '../gridworld/known-answers.ts'

export const knownAnswers: readonly KnownAnswer[] = [
  frozenLakeVector,
  frozenLakeUndiscounted,
  randomWalk,
]
