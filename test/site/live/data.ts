import type { LiveData } from '../../../src/site/live/live-data.ts'

/** An experiment's data with a setting of every type. */
export const data: LiveData = {
  id: 'toy',
  number: 1,
  version: 2,
  title: 'A toy',
  settings: {
    noise: { type: 'number', label: 'Noise', help: 'How loud it is.', min: 0, max: 2, step: 0.1 },
    size: {
      type: 'number',
      label: 'Size',
      help: 'How many.',
      min: 1,
      max: 1e4,
      step: 1,
      log: true,
    },
    rule: {
      type: 'choice',
      label: 'Rule',
      help: 'Who decides.',
      options: [
        { value: 'borda', label: 'Borda' },
        { value: 'it’s odd', label: 'An odd one' },
      ],
    },
    tied: { type: 'switch', label: 'Tied', help: 'Whether it is tied.' },
  },
  presets: {
    published: { noise: 0.5, size: 100, rule: 'borda', tied: false },
    quick: { noise: 0.5, size: 10, rule: 'borda', tied: false },
    attack: { noise: 2, size: 100, rule: 'borda', tied: true },
  },
  seed: 20261124,
  digest: 'a'.repeat(64),
  quickDigest: 'b'.repeat(64),
  source: null,
}
