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

/**
 * Installs what is missing as the lock says; ends the process with a sentence where that fails.
 * `npm ci` refuses a lock that does not name the optional packages of other platforms, which npm
 * leaves out where its registry lacks them; `npm install --no-save` then installs the same.
 */
export async function installPackages() {
  if (isInstalled(root)) return
  section('Installing packages (npm ci)')
  if ((await npm('ci')) === 0) return
  section('npm ci refused; trying npm install, which leaves the lock as it is')
  if ((await npm('install', '--no-save')) === 0) return
  stop('The packages could not be installed, for the reason above.')
}

function npm(...command) {
  const args = [...command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const program = process.env.npm_execpath
  return program?.endsWith('.js')
    ? run(process.execPath, [program, ...args])
    : run('npm', args, { shell: process.platform === 'win32' })
}
