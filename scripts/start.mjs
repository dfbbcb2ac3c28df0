import path from 'node:path'
import { parseArgs } from 'node:util'
import { prepare } from './setup/node.mjs'
import { root, run, section, stop } from './setup/run.mjs'

const { values } = parse()
await prepare(import.meta.url)

section('Checking the content')
const checked = await run(process.execPath, [path.join(root, 'scripts', 'check.ts'), '--quiet'])
if (checked !== 0) stop('The content has errors: mend them and start again.')
console.log('No errors. `npm run check` also says what is missing.')

section('Building the site (the first time takes a minute or two)')
const { buildSite } = await import('./build.ts')
const { freePort, host, serveSite } = await import('./serve.ts')
const port = await freePort(Number(values.port))
// Pages name the address that they are served at, so that all there is can be seen here too.
const here = values.serve ? `http://${host}:${port}` : undefined
const built = await buildSite({ site: process.env.ASSAY_SITE ?? here })
if (!built.ok) stop(`The site could not be built:\n\n${built.text}`)
console.log('Built into dist/ for this machine. To publish: ASSAY_SITE=https://… npm run build')

if (values.serve) {
  const server = await serveSite({
    out: process.env.ASSAY_OUT ?? 'dist',
    base: process.env.ASSAY_BASE ?? '/',
    port,
  })
  console.log(`\nAssay is at ${server.url}\n\nPress Ctrl-C to end.`)
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      asked = true
      void server.stop()
    })
  }
  await server.ended
  if (!asked) stop('The server ended by itself.')
}

function parse() {
  const options = {
    port: { type: 'string', default: '4321' },
    serve: { type: 'boolean', default: true },
  }
  try {
    const parsed = parseArgs({ options, allowNegative: true })
    const port = Number(parsed.values.port)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new RangeError('--port needs a number')
    return parsed
  } catch (error) {
    return stop(`${error.message}\nUsage: npm start -- [--port <number>] [--no-serve]`)
  }
}
