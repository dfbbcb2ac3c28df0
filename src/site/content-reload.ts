import path from 'node:path'
import type { AstroIntegration } from 'astro'
import { contentFolder } from './settings.ts'

/**
 * In `astro dev`, makes an edited, added or deleted content file show at once: the paths of pages
 * are worked out anew and open pages reload. Pages read the content from disk at each request.
 */
export function contentReload(): AstroIntegration {
  return {
    name: 'assay-content-reload',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = path.resolve(contentFolder)
        server.watcher.add(folder)
        server.watcher.on('all', (_event, file) => {
          if (!path.resolve(file).startsWith(folder + path.sep)) return
          for (const [name, environment] of Object.entries(server.environments)) {
            if (name === 'client') environment.hot.send({ type: 'full-reload' })
            else environment.hot.send({ type: 'custom', event: 'astro:content-changed' })
          }
        })
      },
    },
  }
}
