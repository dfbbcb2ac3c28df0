import {
  ArgdownApplication,
  DataPlugin,
  ModelPlugin,
  ParserPlugin,
  type IArgdownLogger,
  type IArgdownPlugin,
  type IArgdownRequest,
  type IArgdownResponse,
} from '@argdown/core'

export type ArgdownMode = 'strict' | 'loose'

/** What Argdown's own parser and model make of a text. */
export interface ParsedArgdown {
  readonly response: IArgdownResponse
  readonly mode: ArgdownMode
  /** Metadata that is no YAML, or too much of it, by line. */
  readonly badData: readonly { readonly line: number; readonly why: string }[]
}

const silent: IArgdownLogger = { log() {}, setLevel() {} }

/**
 * Reads Argdown with its own parser and model. `mode` says how relations between statements are
 * meant; where it is undefined the front matter says so, else they are loose. Front matter sets
 * nothing else. Takes as long as the text makes it take: texts of strangers belong in a worker with a
 * limit of time. Nothing is logged.
 *
 * @throws Error, of any kind, for a text whose arguments make no model.
 */
export function parseArgdown(input: string, mode?: ArgdownMode): ParsedArgdown {
  const badData: { line: number; why: string }[] = []
  const app = new ArgdownApplication(silent)
  app.addPlugin(new ParserPlugin(), 'parse')
  app.addPlugin(guardedData(badData), 'model')
  app.addPlugin(new ModelPlugin(), 'model')
  app.addPlugin(guard(mode), 'model')
  const request: IArgdownRequest = {
    input: input.trim() === '' ? ' \n' : input,
    process: ['parse', 'model'],
    throwExceptions: true,
    data: { frontMatterSettingsMode: 'ignore' },
    model: { mode: mode ?? 'loose', removeTagsFromText: true },
  } as IArgdownRequest
  const response = app.run(request)
  return { response, mode: modeOf(request), badData }
}

function modeOf(request: IArgdownRequest): ArgdownMode {
  const { model } = request as { model?: { mode?: unknown } }
  return model?.mode === 'strict' ? 'strict' : 'loose'
}

type Listener = (request: unknown, response: unknown, token: never, parent: never) => void

/** Argdown's reader of metadata, to which what is wrong with one piece is nothing to the others. */
function guardedData(badData: { line: number; why: string }[]): IArgdownPlugin {
  const plugin = new DataPlugin()
  const listeners = plugin.tokenListeners as unknown as Record<string, Listener>
  for (const [name, listener] of Object.entries(listeners)) {
    listeners[name] = (request, response, token, parent) => {
      const line = (token as { startLine?: number }).startLine ?? 1
      const node = parent as { data?: unknown } | null
      try {
        listener(request, response, token, parent)
        if (!isSmall(node?.data)) throw new Error('more values than expected')
      } catch (error) {
        badData.push({ line, why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' })
        if (node !== null) delete node.data
        if (name === 'FrontMatter') delete (response as { frontMatter?: unknown }).frontMatter
      }
    }
  }
  return plugin
}

const mostValues = 5_000

// Aliases make a small text mean a great many values.
function isSmall(data: unknown): boolean {
  const open = [data]
  for (let seen = 0; open.length > 0; seen++) {
    if (seen > mostValues) return false
    const value = open.pop()
    if (typeof value === 'object' && value !== null) open.push(...Object.values(value).slice(0, mostValues))
  }
  return true
}

/** Tables by title without a prototype, so that `__proto__` is a title; the mode of front matter. */
function guard(asked: ArgdownMode | undefined): IArgdownPlugin {
  return {
    name: 'GuardPlugin',
    ruleListeners: {
      argdownEntry: (_request: unknown, response: Record<string, unknown>) => {
        for (const table of ['statements', 'arguments', 'tags']) response[table] = Object.create(null)
      },
    },
    tokenListeners: {
      FrontMatter: (request: { model?: { mode?: string } }, response: { frontMatter?: unknown }) => {
        const matter = response.frontMatter
        const model = isRecord(matter) ? matter['model'] : undefined
        const mode = isRecord(model) ? model['mode'] : undefined
        if (asked !== undefined || (mode !== 'strict' && mode !== 'loose')) return
        request.model = { ...request.model, mode }
      },
    },
  } as unknown as IArgdownPlugin
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
