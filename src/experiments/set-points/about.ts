import type { About } from '../about.ts'

export const about: About = {
  title: 'Enough, or as much as possible?',
  claim: 'homeostatic-values-needed',
  question:
    'When an agent’s measure of value is incomplete or noisy, does an agent that stops at a set-point leave the world better than one that maximises the measure?',
  against:
    'It would count against the claim if a maximiser of the same measure, with the same power, ended with more true value: because its errors are mild, because the set-point is wrong, or because what is measured is really what matters most.',
  model:
    'There are two panels. In the first, ten things matter and the agent’s measure sees four of them. The agent can turn a share of the other six, its power, one for one into the four. A maximiser turns all that it can; a set-point agent stops when each measured thing has reached a fixed level. True utility is the sum of the worth of all ten, with falling marginal worth. The set-point can be off by a random factor, and the measured things can count for more than the others. In the second panel an agent chooses among options by a proxy that is the true value plus an error, normal or with heavier tails. The maximiser takes the option with the highest proxy, the set-point agent the first that is good enough, and a quantiliser any one of the best-looking tenth.',
  rule:
    'Two numbers are looked at: true utility in the first panel and true value in the second, each of the set-point agent less that of the maximiser, at the settings chosen. Supports: both 95 % intervals lie above 0. Against: both lie below 0. Inconclusive: neither leaves out 0. Mixed: all else. Without error of the set-point the first number is exact.',
  limits: [
    'With the logarithm it is boundlessly bad to run out of one thing, which builds the catastrophe of the maximiser into the first panel; the square root takes that out.',
    'The published set-point is the level that is best when all ten things count alike. Nobody tells a designer that level, which is why it can be set wrong or made random.',
    'A set-point in the second panel is in units of the proxy: the heavier the tail, the more options reach it by luck alone.',
    'A set-point agent that looks at options as they come is an unhurried one. If it looks at what promises most first, it is a maximiser in all but name, and the setting for that shows it.',
    'Options come in no order and can be had at will; no agent here wants power over tomorrow, so the objection that a sated agent still secures its supply is not tested.',
    'A quantiliser needs a base to draw from that is safe on the whole, which is given here and not in the world.',
    'Homeostasis means feedback over time. The model has one step, and shows only the stopping.',
  ],
  sources: [
    'millidge2024alignment',
    'millidge2022homeostatic',
    'zhuang2020consequences',
    'kwa2024goodhart',
    'taylor2016quantilizers',
  ],
}
