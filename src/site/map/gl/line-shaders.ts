/**
 * What both programs of lines share: where a line starts and ends, in device pixels from the middle
 * of the stage. Each line has four vertices, told apart by their numbers.
 */
const ends = `#version 300 es
layout(location = 0) in vec4 a_ends;
layout(location = 1) in vec2 a_halves; // of the boxes at both ends, half their widths
layout(location = 2) in vec4 a_colour;
layout(location = 3) in vec2 a_style;  // tenths of a pixel wide; above 0.5 where it ends at a step
uniform vec2 u_camera;
uniform vec2 u_half;   // half of the stage
uniform float u_zoom;
uniform float u_opened;
uniform float u_pixel; // device pixels a CSS pixel
uniform float u_gap;   // of the end from the middle of a mark
out vec4 v_colour;

vec2 corner() { return vec2(float(gl_VertexID & 1), float(gl_VertexID & 2) - 1.0); }

// Lines leave boxes on the left and come to them on the right, as columns run.
vec2 placed(vec2 point, float half_width) {
  return (point + vec2(half_width * u_opened, 0.0) - u_camera) * u_zoom * vec2(1.0, -1.0);
}
vec2 start() { return placed(a_ends.xy, -a_halves.x); }
vec2 end() { return placed(a_ends.zw, a_halves.y); }
float gap() { return a_style.y > 0.5 ? 0.0 : mix(u_gap, 1.5 * u_pixel, u_opened); }
`

/** A line as a quad, a pixel wider than it is so that its sides can be smooth. */
export const lineVertex = `${ends}
uniform float u_share;
out float v_across;
out float v_half;

void main() {
  vec2 from = start();
  vec2 way = end() - from;
  float length = max(length(way), 0.001);
  vec2 along = way / length;
  v_half = 0.05 * a_style.x * u_pixel;
  v_across = corner().y * (v_half + 0.75);
  float far = corner().x * max(0.0, length - gap());
  vec2 at = from + along * far + vec2(-along.y, along.x) * v_across;
  gl_Position = vec4(at / u_half, 0.0, 1.0);
  v_colour = a_colour * vec4(1.0, 1.0, 1.0, u_share);
}
`

export const lineFragment = `#version 300 es
precision highp float;
in vec4 v_colour;
in float v_across;
in float v_half;
out vec4 colour;

void main() {
  float alpha = v_colour.a * clamp(v_half + 0.5 - abs(v_across), 0.0, 1.0);
  colour = vec4(v_colour.rgb * alpha, alpha);
}
`

/** The end of a line: the head of an arrow at a node, a ring at a step. */
export const endVertex = `${ends}
uniform float u_size;
out vec2 v_at;
out float v_step;

void main() {
  vec2 to = end();
  vec2 way = to - start();
  vec2 along = way / max(length(way), 0.001);
  v_step = step(0.5, a_style.y);
  vec2 middle = to - along * mix(gap() + 0.5 * u_size, 0.0, v_step);
  v_at = vec2(2.0 * corner().x - 1.0, corner().y) * (0.5 * u_size + 1.0);
  vec2 at = middle + along * v_at.x + vec2(-along.y, along.x) * v_at.y;
  gl_Position = vec4(at / u_half, 0.0, 1.0);
  v_colour = a_colour;
}
`

export const endFragment = `#version 300 es
precision highp float;
in vec4 v_colour;
in vec2 v_at;
in float v_step;
uniform float u_size;
uniform vec3 u_paper;
out vec4 colour;

void main() {
  float radius = 0.5 * u_size;
  float head = max(-v_at.x - radius, 0.9 * abs(v_at.y) + 0.4 * (v_at.x - radius));
  float ring = length(v_at) - radius;
  float alpha = clamp(0.5 - mix(head, ring, v_step), 0.0, 1.0) * min(1.0, 1.5 * v_colour.a);
  float hollow = v_step * clamp(0.5 - (ring + max(1.2, 0.36 * radius)), 0.0, 1.0);
  colour = vec4(mix(v_colour.rgb, u_paper, hollow) * alpha, alpha);
}
`
