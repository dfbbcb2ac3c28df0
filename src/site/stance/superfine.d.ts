/** Superfine has no types of its own; these are of what is used here. */
declare module 'superfine' {
  export interface VNode {
    readonly tag: string
    readonly key?: string | number | undefined
  }
  export function h(
    tag: string,
    props: Readonly<Record<string, unknown>>,
    children: readonly VNode[],
  ): VNode
  export function text(value: string | number): VNode
  /** Makes `node` what the tree says, and returns it or what took its place. */
  export function patch(node: Node, tree: VNode): Node
}
