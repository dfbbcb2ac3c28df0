import type { About } from '../about.ts'

export const about: About = {
  title: 'Same labels: teach a judge or teach a doer',
  claim: 'reward-modelling-is-easy',
  question:
    'From the same examples and the same frozen features, does a small judge rank outputs better than a policy, does its lead grow away from the training data, and does it lead to better action?',
  against:
    'It would count against the claim if the judge’s lead did not grow in a wording that training never used, once judge and doer read the same features of it; if a doer taught by demonstrations acted better than judge and planner taught by as many bits; or if the judge’s accuracy came to little under weak search.',
  model:
    'A world has hidden values: how good each of four symbols is in the context of its position, and how good each symbol is after each other. A string is worth the sum. The judge is one layer of 40 weights on frozen features of the string, taught by pairs of random strings of which a noisy rater prefers one. A doer is a policy that writes symbol by symbol, taught by the same pairs (direct preference optimisation against a flat reference) or by the best strings (imitation). All are fitted by the same optimiser with the same prior. Each is then tested on new pairs: as trained, four times as long, in a new wording, and near the best string. In the new wording every meaning has another token, which the frozen features see with noise. A tied doer has its parameters by meaning and reads the new tokens through those features, as the judge does; an untied doer has parameters of its own for each token. To act, the judge is given exact search or the best of some random strings, and doers write the likeliest symbol at each position.',
  rule: 'The growth of the lead is the judge’s lead in accuracy over the tied doer in the new wording, less the same lead as trained. The advantage at equal bits is what judge and exact search achieve, less what a doer achieves from demonstrations that carry about as many bits, with all examples and the coupling that is set. Both are paired by world, with Student’s interval of 95 %. If both intervals lie above 0 the run supports the claim. If the advantage lies below 0 and the growth does not lie above 0, it counts against it. If both and the judge’s lead as trained contain 0, or fewer than three worlds are done, it is inconclusive; anything else is mixed.',
  limits: [
    'The features are well chosen: the true values are linear in them. Most of the work of judging was done when they were made, and this experiment does not count it.',
    'Because the features do not depend on length, longer strings cost the judge nothing. That is built in, not found.',
    'The judge’s lead depends on how well the policy’s form fits the values. Look-ahead parameters that a doer does not need are alone enough to give the judge a lead; with coupling and look-ahead both at 0 there is none.',
    'At blur 0 a tied doer and the judge see no difference between the wordings, so that the lead’s growth is exactly 0 by construction.',
    'The growth of the lead compares points of accuracy. As both learners fall towards chance a lead must shrink, even where each loses the same part of what it knew; the table of ranking shows both.',
    'Pairs of random strings are easy to rank. Pairs near the best are closer to what a judge meets under optimisation, but they too are random and not chosen to fool it.',
    'Judge and planner are given an exact planner for nothing; the doers plan not at all, and the preference doer has no reference model. How hard search is belongs to the task, not to the judge.',
    'Bits are counted as the most that an example could carry: one for a preference, two for each symbol of a demonstration. Raters err; demonstrations are perfect. What an example costs to obtain is left out.',
    'Acting is tested as trained and on longer strings, not in the new wording.',
    'Worlds are small and stylised. They test whether an effect can arise from the way learners are set up, not how large it is in language models.',
  ],
  sources: [
    'millidge2024alignment',
    'dong2024rlhf',
    'lin2024implicit',
    'chen2024rankings',
    'swamy2026roads',
    'razin2026implicit',
  ],
}
