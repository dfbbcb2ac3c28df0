import { fileURLToPath } from 'node:url'
import { defineConfig } from 'astro/config'
import { contentReload } from './src/site/content-reload.ts'
import { reportStages } from './src/site/report-stages.ts'

const site = process.env.ASSAY_SITE
const outDir = process.env.ASSAY_OUT
const cacheDir = process.env.ASSAY_CACHE

/** Vite wraps imports in code that loads their style sheets first; ours have none. */
const plainImports = {
  name: 'assay-plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
}

/** Style sheets that the page of a node needs beside its own; apart they would be a request each. */
const ofNodes =
  /\/src\/site\/(?:styles\/(?:cite|experiment|experiment-page|history|link|strength|verdict|view|withdrawn)|reading\/(?:way|tree))\.css/

/** In a browser it asks the document what `&eacute;` means, and a worker has none. */
const entities = 'decode-named-character-reference'

export default defineConfig({
  srcDir: './src/site',
  base: process.env.ASSAY_BASE ?? '/',
  trailingSlash: 'always',
  ...(site ? { site } : {}),
  ...(outDir ? { outDir } : {}),
  ...(cacheDir ? { cacheDir } : {}),
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [contentReload(), reportStages()],
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'node', test: ofNodes }] } } },
    },
    resolve: { alias: { [entities]: fileURLToPath(import.meta.resolve(entities)) } },
    worker: { format: 'es' },
    plugins: [plainImports],
    ssr: { external: ['jsdom', 'mermaid', 'fontkit', 'sharp'] },
  },
})
