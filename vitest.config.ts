import { configDefaults, defineConfig } from 'vitest/config'
import process from 'node:process'

const inBrowser = process.env['ASSAY_NO_BROWSER'] === '1' ? ['test/site/browser/**'] : []

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...inBrowser],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
  },
})
