import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What vitest tells the programs it runs; Astro behaves otherwise when it sees these. */
const vitestOnly = Object.fromEntries(
  ['VITEST', 'VITEST_MODE', 'TEST', 'NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL'].map(
    (name) => [name, undefined],
  ),
)

/** Programs of the installed packages come first, and nothing reports home. */
export function environment(extra = {}) {
  const bin = path.join(root, 'node_modules', '.bin')
  const PATH = `${bin}${path.delimiter}${process.env.PATH ?? ''}`
  return { ...process.env, ...vitestOnly, PATH, ASTRO_TELEMETRY_DISABLED: '1', ...extra }
}

/**
 * Runs a program in the repository with its output on this terminal; resolves to its exit code, or
 * 127 where it cannot be started. A Ctrl-C reaches the program too: we wait for it to end.
 */
export function run(command, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: environment(env),
      shell,
    })
    const wait = () => {}
    const pass = () => child.kill('SIGTERM')
    process.on('SIGINT', wait)
    process.on('SIGTERM', pass)
    const end = (code) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', pass)
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** What a program prints on standard output, trimmed; undefined where it fails or is not there. */
export function output(command, args) {
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return done.status === 0 ? done.stdout.trim() : undefined
}

/** Ends the process with a sentence. */
export function stop(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** Begins a section of the output. */
export function section(title) {
  console.log(`\n== ${title}`)
}
