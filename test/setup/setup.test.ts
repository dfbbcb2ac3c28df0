import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/setup/browser.mjs'
import { isInstalled } from '../../scripts/setup/install.mjs'
import { chooseNode } from '../../scripts/setup/node.mjs'
import { root } from '../../scripts/setup/run.mjs'
import { countTests, planTests } from '../../scripts/setup/test-plan.mjs'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'assay-setup-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function write(file: string, text: string): string {
  const full = path.join(folder, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, text)
  return full
}

function program(file: string, text = '#!/bin/sh\n'): string {
  const full = write(file, text)
  chmodSync(full, 0o755)
  return full
}

describe('isInstalled', () => {
  const lock = (packages: Record<string, object>) => JSON.stringify({ packages })
  const zod = { 'node_modules/zod': { version: '4.0.0' } }

  it('is so for the packages this runs on', () => {
    expect(isInstalled(root)).toBe(true)
  })

  it('takes a missing optional package as meant for another machine', () => {
    write('package-lock.json', lock({ '': {}, ...zod, 'node_modules/mac': { optional: true } }))
    write('node_modules/.package-lock.json', lock(zod))
    write('node_modules/zod/package.json', '{}')
    expect(isInstalled(folder)).toBe(true)
  })

  it.each([
    ['nothing is installed', undefined],
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/zod': { version: '3.0.0' } }],
    ['a package is there that the lock does not name', { ...zod, 'node_modules/old': {} }],
  ])('is not so where %s', (_, present) => {
    write('package-lock.json', lock({ '': {}, ...zod }))
    write('node_modules/zod/package.json', '{}')
    if (present !== undefined) write('node_modules/.package-lock.json', lock(present))
    expect(isInstalled(folder)).toBe(false)
  })

  it('is not so where a folder was removed by hand', () => {
    write('package-lock.json', lock({ '': {}, ...zod }))
    write('node_modules/.package-lock.json', lock(zod))
    expect(isInstalled(folder)).toBe(false)
  })
})

describe('chooseNode', () => {
  it('passes over what cannot run and what is too old', () => {
    const old = program('old', '#!/bin/sh\necho undefined\n')
    expect(chooseNode([path.join(folder, 'missing'), old, process.execPath])).toBe(process.execPath)
    expect(chooseNode([old])).toBeUndefined()
  })
})

describe('findBrowser', () => {
  it('prefers the named one, then names in their order, then the newest download', () => {
    const named = program('named')
    const google = program('a/google-chrome')
    const chromium = program('b/chromium')
    program('home/.cache/ms-playwright/chromium-999/chrome-linux/chrome')
    const newest = program('home/.cache/ms-playwright/chromium-1200/chrome-linux/chrome')
    const home = path.join(folder, 'home')
    const PATH = [path.dirname(google), path.dirname(chromium)].join(path.delimiter)
    expect(findBrowser({ PATH, CHROMIUM_PATH: named }, home)).toBe(named)
    expect(findBrowser({ PATH }, home)).toBe(chromium)
    expect(findBrowser({ PATH: path.dirname(google) }, home)).toBe(google)
    expect(findBrowser({ PATH: '' }, home)).toBe(newest)
    expect(findBrowser({ PATH: '' }, folder)).toBeUndefined()
  })

  it('does not take another where the named one is missing', () => {
    const PATH = path.dirname(program('b/chromium'))
    expect(findBrowser({ PATH, CHROMIUM_PATH: '/missing' }, folder)).toBeUndefined()
  })
})

describe('provideBrowser', () => {
  const module = path.join(root, 'scripts/setup/browser.mjs')
  const script = `const { provideBrowser } = await import(${JSON.stringify(module)})
    console.log(await provideBrowser())`

  function provide() {
    const bin = path.join(folder, 'bin')
    const args = ['--input-type=module', '-e', script]
    return spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH: bin, HOME: folder } })
  }

  it('installs Debian’s where there is none and we may', () => {
    program('bin/env', '#!/bin/sh\nexec /usr/bin/env "$@"\n')
    program('bin/sudo', '#!/bin/sh\nshift\n[ "$1" = true ] || exec "$@"\n')
    program(
      'bin/apt-get',
      `#!/bin/sh
[ "$1" = --version ] && exit 0
echo "$DEBIAN_FRONTEND $@" >> ${folder}/log
[ "$1" = install ] && printf '#!/bin/sh\\n' > ${folder}/bin/chromium && /bin/chmod +x ${folder}/bin/chromium
`,
    )
    const { status, stdout } = provide()
    expect(stdout.trim().split('\n').at(-1)).toBe(path.join(folder, 'bin/chromium'))
    expect(status).toBe(0)
    expect(readFileSync(path.join(folder, 'log'), 'utf8').trim().split('\n')).toEqual([
      'noninteractive update',
      'noninteractive install -y --no-install-recommends chromium',
    ])
  })

  it('says how to get one where we may not, and fails', () => {
    mkdirSync(path.join(folder, 'bin'))
    const { status, stderr } = provide()
    expect(status).toBe(1)
    expect(stderr).toContain('npm test -- --no-browser')
  })
})

describe('planTests', () => {
  const files = [
    'test/graph/cycles.test.ts',
    'test/site/links.test.ts',
    'test/site/browser/a.test.ts',
  ]

  it('does everything when asked for nothing in particular', () => {
    const plan = planTests([], files)
    expect(plan).toMatchObject({ whole: true, site: true, browser: true, forVitest: [] })
  })

  it('neither builds nor wants a browser for tests elsewhere', () => {
    const plan = planTests(['test/graph'], files)
    expect(plan).toMatchObject({ whole: false, site: false, browser: false })
  })

  it('builds, but wants no browser, for tests of built files', () => {
    expect(planTests(['links'], files)).toMatchObject({ site: true, browser: false })
  })

  it('names the tests that --no-browser leaves out and keeps it from vitest', () => {
    const plan = planTests(['--no-browser'], files)
    expect(plan).toMatchObject({ whole: true, browser: false, forVitest: [] })
    expect(plan.leftOut).toEqual(['test/site/browser/a.test.ts'])
  })

  it('does not take the value of an option for a file', () => {
    expect(planTests(['-t', 'links'], files)).toMatchObject({ whole: true })
  })
})

describe('countTests', () => {
  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ]
    const counted = countTests({ numPassedTests: 2, numFailedTests: 1, testResults })
    expect(counted).toEqual({ passed: 2, failed: 2 })
  })
})

describe('what runs before the install', () => {
  const scripts = readdirSync(path.join(root, 'scripts/setup')).filter((file) =>
    file.endsWith('.mjs'),
  )

  it.each(['start.mjs', 'test.mjs', ...scripts.map((file) => `setup/${file}`)])(
    '%s imports no package and, before the install, no TypeScript',
    (file) => {
      const text = readFileSync(path.join(root, 'scripts', file), 'utf8')
      const imports = [...text.matchAll(/^import .* from '([^']+)'/gm)].map(
        (match) => match[1] ?? '',
      )
      expect(imports.filter((name) => !/^(node:[\w/]+|\.\.?\/.*\.mjs)$/.test(name))).toEqual([])
    },
  )

  it('refuses a wrong option with the usage', () => {
    const done = spawnSync(process.execPath, [path.join(root, 'scripts/start.mjs'), '--prot', '1'])
    expect(done.status).toBe(1)
    expect(done.stderr.toString()).toContain('Usage: npm start')
  })

  it('is what continuous integration runs', () => {
    const ci = path.join(root, '.ci/run')
    execFileSync('bash', ['-n', ci])
    expect(readFileSync(ci, 'utf8')).toMatch(/^npm test$/m)
  })
})
