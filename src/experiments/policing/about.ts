import type { About } from '../about.ts'

export const about: About = {
  title: 'Can a population of aligned agents hold?',
  claim: 'equilibrium-robust-to-misaligned-ais',
  question:
    'Can a population of aligned agents hold against misaligned ones that arise by mistake and have an advantage, and does it hold longer when it is larger?',
  against:
    'It would count against the hope for a robust equilibrium if, with the policing that is assumed, a larger population came to a misaligned majority sooner than a smaller one.',
  model:
    'Agents of two kinds, aligned and misaligned, copy themselves in a Moran process: again and again one agent, drawn in proportion to its fitness, is copied, and the copy replaces an agent drawn evenly from all. A misaligned agent has an advantage, because scruples cost something, and loses part of it to policing, in proportion to the share of aligned agents among the others. Policing can cost the aligned some of their own fitness. Now and then a copy turns out to be of the other kind. For such a chain the chance of a takeover, the time to a misaligned majority and the shares in the long run are worked out exactly; simulated agents check them.',
  rule: 'The expected time until more than half of the agents are misaligned is compared between the population as set and one four times as large. If the larger one takes longer, the run supports the claim that an equilibrium can hold under the policing assumed; if it falls sooner, the run counts against it. Both times are exact, so no interval is involved. The same comparison without policing is always shown beside it.',
  limits: [
    'The rule compares times only. Policing can pass it although most agents are misaligned in the long run, and half of the published policing does.',
    'The strength of policing is assumed. Nothing here shows that real systems would police one another, or how strongly.',
    'Policing is perfectly aimed: the aligned recognise every misaligned agent and never punish one of their own.',
    'Policing is free unless its cost is set, and it does not weaken when many must be policed at once, except through the share of those who police.',
    'Every agent meets every other alike. Groups, distance and secret cooperation among the misaligned are left out.',
    'All misaligned agents have the same advantage for good. A single one with a decisive lead, or an advantage that compounds, is outside the model.',
    'A majority is a landmark of this model and no measure of harm; harm could come earlier or not at all.',
    'Mistakes go both ways at the same rate, so some misaligned agents turn aligned again. Without that no population would ever recover.',
    'More agents also make more mistakes in each generation. That is why size alone, without policing, brings the first lasting invader sooner.',
  ],
  sources: [
    'millidge2024alignment',
    'maynardsmith1973conflict',
    'hendrycks2023selection',
    'moran1958genetics',
    'lieberman2005graphs',
  ],
}
