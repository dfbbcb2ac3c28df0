import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

// Engines differ in the last bit of Math.exp and its like, and a difference there becomes another
// result. What is not listed here is not allowed in a model.
const arithmetic = new Set(
  'sqrt abs floor ceil round trunc min max imul sign fround clz32 PI SQRT2 SQRT1_2 E LN2'.split(' '),
)
const globals = new Set(
  'Date performance Intl crypto fetch setTimeout setInterval queueMicrotask process navigator window document self globalThis eval Function Atomics SharedArrayBuffer Worker'.split(' '),
)
const methods = new Set(['toLocaleString', 'localeCompare', 'toLocaleUpperCase', 'toLocaleLowerCase'])
const packages = [
  '@noble/hashes/',
  '@stdlib/math-base-special-',
  'pure-rand/',
  'simple-statistics',
]

/** What in a module of a model is not the same in every engine, or not the same twice. */
function findForbidden(name: string, text: string): readonly string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const report = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${name}:${line + 1} ${node.getText()}`)
  }
  const own = declaredIn(source)
  const visit = (node: ts.Node): void => {
    if (isForbidden(node) && !own.has(node.getText())) report(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Names that a module declares itself, such as a parameter `process`. */
function declaredIn(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node)
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) names.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

function isForbidden(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return isForbiddenName(node)
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    return kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { text } = node.expression.name
    return ['sort', 'toSorted'].includes(text) && node.arguments.length === 0
  }
  return ts.isImportDeclaration(node) && isForbiddenImport(node)
}

function isForbiddenName(node: ts.Identifier): boolean {
  const { parent } = node
  if (methods.has(node.text)) return true
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false
  if ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) return false
  if (node.text !== 'Math') return globals.has(node.text)
  return !(ts.isPropertyAccessExpression(parent) && arithmetic.has(parent.name.text))
}

function isForbiddenImport(node: ts.ImportDeclaration): boolean {
  const from = (node.moduleSpecifier as ts.StringLiteral).text
  return !from.startsWith('.') && !packages.some((name) => from.startsWith(name))
}

const folder = path.resolve(import.meta.dirname, '../../src/experiments')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll(path.sep, '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort()

describe('arithmetic of the experiments', () => {
  it.each(files)('%s is the same in every engine and every time', (name) => {
    expect(findForbidden(name, readFileSync(path.join(folder, name), 'utf8'))).toEqual([])
  })

  it('is looked at where it is', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it.each([
    'const y = Math.exp(x)',
    'const { log } = Math',
    "const y = Math['pow'](x, 2)",
    'const f = Math.sin',
    'const y = x ** 2',
    'let y = 2; y **= 3',
    'const now = Date.now()',
    'const u = Math.random()',
    'const t = performance.now()',
    'const s = [3, 1].sort()',
    'const s = x.toLocaleString()',
    "import fs from 'node:fs'",
    'const u = crypto.getRandomValues(new Uint8Array(1))',
    'const m = globalThis.Math.exp(1)',
  ])('may not have %s', (text) => {
    expect(findForbidden('wrong.ts', text)).toHaveLength(1)
  })

  it.each(['const y = Math.sqrt(x) + Math.PI', 'const s = [3, 1].sort((a, b) => a - b)', 'const d = { Date: 1 }.Date'])(
    'may have %s',
    (text) => {
      expect(findForbidden('right.ts', text)).toEqual([])
    },
  )
})
