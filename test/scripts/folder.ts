import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { onTestFinished } from 'vitest'

/** The folder of the repository. */
export const root = path.resolve(import.meta.dirname, '../..')

/** A folder of its own for one test, with these files. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  write(folder, files)
  return folder
}

/** Adds or replaces files of a folder. */
export function write(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
}

/** Runs a script of the repository in a folder, without what this environment sets. */
export function runScript(
  script: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
) {
  const done = spawnSync(process.execPath, [path.join(root, 'scripts', script), ...args], {
    cwd: options.cwd ?? root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...options.env },
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

/** Runs git in a folder, with nobody's settings. */
export function git(folder: string, ...args: readonly string[]): string {
  const nobody = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const names = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main']
  return execFileSync('git', [...names, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...nobody },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

/** A git repository of its own for one test, with these files in a first commit. */
export function repository(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = folderWith(files)
  git(folder, 'init', '--quiet')
  commit(folder)
  return folder
}

/** Commits all that is in a folder, if only that nothing changed, and gives the commit. */
export function commit(folder: string): string {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'x')
  return git(folder, 'rev-parse', 'HEAD')
}

const words = 'Words that say what it is about in a plain way. '.repeat(8)

/** A content file of a node that has all it needs. */
export function nodeFile(fields: Readonly<Record<string, unknown>> = {}): string {
  const all = { kind: 'claim', title: 'Light is a wave', statement: 'Light is a wave.', ...fields }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n${words}\n`
}

/** The front page of a map around the node `wave`. */
export const mapFile = `---
title: Light
question: What is light?
thesis: wave
parts: []
---

A map.
`
