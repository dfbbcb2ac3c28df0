/** The expected largest of n independent standard normals, from David and Nagaraja, Order Statistics. */
export const publishedMaxima: readonly (readonly [n: number, expected: number])[] = [
  [2, 0.564189584],
  [3, 0.846284375],
  [4, 1.02937537],
  [5, 1.16296447],
  [10, 1.53875273],
  [16, 1.76599139],
  [30, 2.04276084],
  [64, 2.34373347],
  [100, 2.50759364],
  [256, 2.82686328],
  [300, 2.87776685],
  [1_000, 3.24143577],
  [1_024, 3.2482396],
  [4_096, 3.62608218],
  [10_000, 3.85161582],
  [1_000_000, 4.86289749],
]
