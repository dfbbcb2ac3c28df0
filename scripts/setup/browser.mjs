import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { output, run, section, stop } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/**
 * The Chromium to test pages with: what `CHROMIUM_PATH` says, else the first on `PATH`, else the
 * newest that Playwright downloaded; undefined where there is none.
 */
export function findBrowser(env = process.env, home = os.homedir()) {
  if (env.CHROMIUM_PATH) return isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...onPath, ...downloaded(env, home)].find(isProgram)
}

function downloaded(env, home) {
  const caches = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    path.join(home, '.cache', 'ms-playwright'),
    path.join(home, 'Library', 'Caches', 'ms-playwright'),
  ].filter((folder) => folder !== undefined && existsSync(folder))
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ]
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((name) => inside.map((program) => path.join(cache, name, program))),
  )
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A Chromium: the one that is there, else Debian's by `apt-get` where we may install it; ends the
 * process with a sentence where there is no way to one.
 */
export async function provideBrowser() {
  const found = findBrowser()
  if (found !== undefined) return found
  if (process.env.CHROMIUM_PATH)
    stop(`CHROMIUM_PATH names no program: ${process.env.CHROMIUM_PATH}`)
  const asRoot = rootCommand()
  if (asRoot !== undefined && output('apt-get', ['--version']) !== undefined) {
    section('Installing Chromium (apt-get)')
    const [command, ...before] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
    await run(command, [...before, 'update'])
    await run(command, [...before, 'install', '-y', '--no-install-recommends', 'chromium'])
  }
  return (
    findBrowser() ??
    stop(
      'No Chromium was found, and the pages are tested in one. Install it (Debian: `apt-get install ' +
        'chromium`; elsewhere `npx playwright-core install chromium`), or say where it is in ' +
        'CHROMIUM_PATH, or leave those tests out: `npm test -- --no-browser`.',
    )
  )
}

/** The words that make a command run as root; undefined where we may not. */
function rootCommand() {
  if (process.getuid?.() === 0) return []
  return output('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n']
}
