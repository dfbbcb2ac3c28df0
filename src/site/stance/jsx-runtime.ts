import type { JSX as PreactJSX } from 'preact'
import { h, patch, text, type VNode } from 'superfine'

/** What may stand between tags. */
export type Child = VNode | string | number | boolean | null | undefined | readonly Child[]

interface Given {
  readonly children?: Child
  readonly [name: string]: unknown
}
type Component = (props: Given) => Child

/**
 * JSX for Superfine: components are called, lists are flattened, what is not shown is left out, and
 * attributes have their value even where it is `false`.
 */
export function jsx(tag: string | Component, { children, ...given }: Given, key?: string): Child {
  if (typeof tag === 'function') return keyed(tag({ children, ...given }), key)
  const props: Record<string, unknown> = { key }
  for (const [name, value] of Object.entries(given)) {
    props[name.startsWith('on') ? name.toLowerCase() : name] = /^(?:aria|data)-/.test(name)
      ? value?.toString()
      : value
  }
  return h(tag, props, [...shown(children)])
}

export { jsx as jsxs }

/** Children without an element around them. */
export function Fragment({ children }: Given): Child {
  return children
}

/** Draws into an element: the function it gives makes what is there into what it is called with. */
export function drawIn(mount: Element): (child: Child) => void {
  let drawn: Node = document.createElement('div')
  mount.replaceChildren(drawn)
  return (child) => {
    drawn = patch(drawn, h('div', {}, [...shown(child)]))
  }
}

/** What a component made, under the key that the component was given. */
function keyed(made: Child, key: string | undefined): Child {
  return key !== undefined && typeof made === 'object' && made !== null ? { ...made, key } : made
}

function* shown(child: Child): Generator<VNode> {
  if (Array.isArray(child)) for (const each of child as readonly Child[]) yield* shown(each)
  else if (typeof child === 'string' || typeof child === 'number') yield text(child)
  else if (typeof child === 'object' && child !== null) yield child as VNode
}

/** What TypeScript asks of JSX; tags have the attributes that Preact knows. */
export declare namespace JSX {
  type Element = Child
  type ElementType = keyof PreactJSX.IntrinsicElements | ((props: never) => Child)
  type IntrinsicElements = PreactJSX.IntrinsicElements
  interface ElementChildrenAttribute {
    readonly children: unknown
  }
  interface IntrinsicAttributes {
    readonly key?: string | number
  }
}
