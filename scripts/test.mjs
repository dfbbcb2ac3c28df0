import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { provideBrowser } from './setup/browser.mjs'
import { prepare } from './setup/node.mjs'
import { root, run, section } from './setup/run.mjs'
import { countTests, findTestFiles, planTests } from './setup/test-plan.mjs'

await prepare(import.meta.url)

const plan = planTests(process.argv.slice(2), findTestFiles(root))
const env = { ASSAY_NO_BROWSER: plan.browser ? '' : '1' }
const failedSteps = []

if (plan.browser) {
  env.CHROMIUM_PATH = await provideBrowser()
  section('Browser')
  console.log(env.CHROMIUM_PATH)
}
if (plan.whole) {
  await step('Types of TypeScript', ['node_modules/typescript/bin/tsc', '--noEmit'])
  await step('Types of pages', [
    'node_modules/astro/bin/astro.mjs',
    'check',
    '--minimumSeverity',
    'error',
  ])
  await step('Content', ['scripts/check.ts', '--quiet'])
  await step('Published results, run again', ['scripts/experiments.ts', '--check', '--no-seeds'])
}
if (plan.site) {
  const { buildSite } = await import('./build.ts')
  await build(buildSite, 'Site at a root', { out: 'dist', base: '/' })
  await build(buildSite, 'Site under a base path', {
    out: '.cache/dist-under-base',
    base: '/assay/',
    site: 'https://assay.example',
  })
}
await runVitest()

async function step(title, [script, ...args]) {
  section(title)
  const code = await run(process.execPath, [path.join(root, script), ...args])
  if (code !== 0) failedSteps.push(title)
}

async function build(buildSite, title, site) {
  section(title)
  rmSync(path.join(root, site.out), { recursive: true, force: true })
  const { ok, text } = await buildSite(site)
  console.log(ok ? `Built into ${site.out}/.` : text)
  if (!ok) failedSteps.push(title)
}

async function runVitest() {
  section('Tests')
  for (const file of plan.leftOut) console.log(`Left out, as --no-browser asks: ${file}`)
  const report = path.join(root, '.cache', 'tests.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const code = await run(process.execPath, [vitest, 'run', ...reporters, ...plan.forVitest], {
    env,
  })
  const { passed, failed } = numbers(report)
  if (failedSteps.length > 0) console.log(`\nFailed before the tests: ${failedSteps.join(', ')}.`)
  console.log(`\n${passed} passed, ${failed + failedSteps.length} failed`)
  process.exitCode = code === 0 && failedSteps.length === 0 ? 0 : 1
}

function numbers(report) {
  try {
    return countTests(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}
