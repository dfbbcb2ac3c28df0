import { realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages } from './install.mjs'
import { output, root, run, stop } from './run.mjs'

/** The Node that the `node` package brings. */
const pinned = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** Whether a Node can be started and runs TypeScript as it is (22.18 and newer do). */
export function isFit(node) {
  return output(node, ['-p', 'process.features.typescript']) === 'strip'
}

/**
 * The first fit Node among the one that the packages bring and the one that runs this; undefined
 * where neither is. The first may be missing where npm was told not to run install scripts.
 */
export function chooseNode(candidates = [pinned, process.execPath]) {
  return candidates.find(isFit)
}

/**
 * Makes ready to run: installs the packages, then runs the script again under a fit Node where the
 * present one is another. Returns only in that Node; else ends the process with a sentence.
 */
export async function prepare(scriptUrl) {
  await installPackages()
  const node = chooseNode()
  if (node === undefined) {
    stop(
      `This needs Node 22.18 or newer and runs on ${process.version}. The package \`node\` brings a ` +
        'fit one when npm may run its install script: try `npm rebuild node`, or install Node from ' +
        'https://nodejs.org/.',
    )
  }
  if (sameFile(node, process.execPath) || process.env.ASSAY_PREPARED !== undefined) return
  const script = fileURLToPath(scriptUrl)
  process.exit(
    await run(node, [script, ...process.argv.slice(2)], { env: { ASSAY_PREPARED: '1' } }),
  )
}

function sameFile(a, b) {
  return realpathSync(a) === realpathSync(b)
}
