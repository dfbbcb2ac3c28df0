/** Shows what a link to a node leads to while it is pointed at, focused or held. */
export function startPreviews(): void {}
