/** A program of shaders with the places of its uniforms. */
export interface Program {
  use(): void
  uniform(name: string): WebGLUniformLocation | null
  end(): void
}

/**
 * Compiles a program.
 *
 * @throws Error with what the driver says where it cannot.
 */
export function compileProgram(
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string,
): Program {
  const program = gl.createProgram()
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)
    if (shader === null) throw new Error('The graphics memory is gone.')
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
    gl.deleteShader(shader)
  }
  gl.linkProgram(program)
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true && !gl.isContextLost()) {
    const shaders = gl.getAttachedShaders(program) ?? []
    const logs = shaders.map((shader) => gl.getShaderInfoLog(shader))
    throw new Error(['The map cannot be drawn.', gl.getProgramInfoLog(program), ...logs].join('\n'))
  }
  const places = new Map<string, WebGLUniformLocation | null>()
  return {
    use: () => gl.useProgram(program),
    uniform(name) {
      if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name))
      return places.get(name) ?? null
    },
    end: () => gl.deleteProgram(program),
  }
}

/** One attribute in a buffer of records. */
export interface Field {
  readonly size: number
  /** Floats, or else bytes; bytes as shares of 255 where `share` is told. */
  readonly bytes?: 'share' | 'number'
  readonly offset: number
}

/** Has the attributes of the bound vertex array read the fields of the bound buffer, in their order. */
export function bindFields(
  gl: WebGL2RenderingContext,
  stride: number,
  fields: readonly Field[],
): void {
  for (const [place, { size, bytes, offset }] of fields.entries()) {
    gl.enableVertexAttribArray(place)
    const type = bytes === undefined ? gl.FLOAT : gl.UNSIGNED_BYTE
    gl.vertexAttribPointer(place, size, type, bytes === 'share', stride, offset)
  }
}
