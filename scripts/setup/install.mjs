import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root, run, section, stop } from './run.mjs'

/**
 * Whether `folder/node_modules` has what `folder/package-lock.json` asks for: every package that is
 * not optional, at its version, and none besides. Optional ones may be for other machines.
 */
export function isInstalled(folder) {
  const wanted = packages(path.join(folder, 'package-lock.json'))
  const present = packages(path.join(folder, 'node_modules', '.package-lock.json'))
  if (wanted === undefined || present === undefined) return false
  for (const [place, { version, optional }] of wanted) {
    const found = present.get(place)
    if (found === undefined ? !optional : found.version !== version) return false
    if (found !== undefined && !existsSync(path.join(folder, place, 'package.json'))) return false
  }
  return [...present.keys()].every((place) => wanted.has(place))
}

function packages(lockFile) {
  try {
    const { packages: listed } = JSON.parse(readFileSync(lockFile, 'utf8'))
    return new Map(Object.entries(listed).filter(([place]) => place !== ''))
  } catch {
    return undefined
  }
}

/** Runs `npm ci` where something is missing; ends the process with a sentence where that fails. */
export async function installPackages() {
  if (isInstalled(root)) return
  section('Installing packages (npm ci)')
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' })
  if (code !== 0)
    stop('The packages could not be installed: `npm ci` failed, for the reason above.')
}
