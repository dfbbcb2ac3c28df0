/** Says that a browser cannot draw with WebGL 2, so that the explorer goes on with its list alone. */
export class NoWebGl extends Error {
  override readonly name = 'NoWebGl'
  constructor(cause?: unknown) {
    super('This browser offers no WebGL 2, which the drawing of a large map needs.', { cause })
  }
}
