/** A node as a point; the fragments decide on its shape. */
export const dotVertex = `#version 300 es
layout(location = 0) in vec2 a_at;
layout(location = 1) in vec4 a_colour;
layout(location = 2) in vec2 a_mark; // how large in tenths of an ordinary mark, 0 for none; the kind
uniform vec2 u_camera;
uniform vec2 u_half;
uniform float u_zoom;
uniform float u_radius;
out vec4 v_colour;
flat out float v_radius;
flat out int v_kind;

void main() {
  vec2 at = (a_at - u_camera) * u_zoom * vec2(1.0, -1.0);
  v_radius = 0.1 * a_mark.x * u_radius;
  v_colour = a_colour;
  v_kind = int(a_mark.y + 0.5);
  gl_Position = a_mark.x < 0.5 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(at / u_half, 0.0, 1.0);
  gl_PointSize = 2.0 * v_radius + 1.0;
}
`

/** The shapes of kinds are those of their marks on pages: a box, a pill, a hexagon, a trapezium. */
export const dotFragment = `#version 300 es
precision highp float;
in vec4 v_colour;
flat in float v_radius;
flat in int v_kind;
out vec4 colour;

float outside(vec2 p) {
  vec2 q = abs(p);
  if (v_kind == 0) return max(q.x, q.y) - 0.84;
  if (v_kind == 1) return length(vec2(max(q.x - 0.36, 0.0), q.y)) - 0.64;
  if (v_kind == 2) return max(q.y - 0.84, 0.866 * q.x + 0.5 * q.y - 0.84);
  return max(q.y - 0.72, 0.96 * q.x - 0.27 * p.y - 0.72);
}

void main() {
  vec2 p = (2.0 * gl_PointCoord - 1.0) * (v_radius + 0.5) / v_radius;
  float alpha = v_colour.a * clamp(0.5 - outside(p) * v_radius, 0.0, 1.0);
  if (alpha <= 0.0) discard;
  colour = vec4(v_colour.rgb * alpha, alpha);
}
`
