import type { About } from '../about.ts'

export const about: About = {
  title: 'What does it cost to assume the worst?',
  claim: 'assume-bad-when-unsure',
  question:
    'If whatever is uncertain counts as bad, how much is gained in safety and how much is lost, for a chooser with fixed data and for one that learns by trying?',
  against:
    'It would count against the claim if, at some plausible pattern of past experience, the cautious rule lost more value than a rule that ignores its doubt and yet avoided hardly any more disasters.',
  model:
    'An agent picks one of twenty actions. Most are worth what they seem to be worth; some are disasters however they look. For each it has an average of past trials, exact where there were many and vague where there were few. Coverage says whether the actions that look good are also those that were tried often, as with data from a competent predecessor, or those that hardly anybody has tried. The rule on trial picks the highest estimate after adding β standard errors: negative β assumes the worst, zero ignores doubt, positive β hopes for the best. All rules choose in the same worlds. A second panel makes the agent believe in only a share of its true noise, everywhere or just where it has seen little. A third lets learners start from nothing and try five arms for themselves, with noise of a known size.',
  rule:
    'Regret is how far the chosen action falls short of the best one. Supports: the rule has less regret than the greedy rule at coverages −0.8, 0 and 0.8 (and at the coverage that the reader sets), each by a 95 % interval of the paired difference. Against: at one of them it has more regret by such an interval and saves less than one disaster in a hundred choices. Inconclusive: no interval leaves out 0. Mixed: all else. Learning by trial and understated doubt are shown beside it and do not enter the verdict.',
  limits: [
    'The agent knows how many trials lie behind each estimate and how noisy a trial is; a learned judge has to estimate its own doubt, which the second panel only imitates.',
    'To believe in a share of the noise everywhere is the same thing as a smaller weight of doubt. Only the variant that fails where data are few says something new about calibration.',
    'Believing a share of the doubt only where little was tried can reverse the order, so that better-known options are penalised more than those that are hardly known.',
    'There is no option of doing nothing or of asking somebody, so caution here means to prefer the familiar, which may be bad.',
    'The cautious rule can still pick a disaster: all that it lowers is the chance of being deceived by few observations.',
    'What regret weighs is value, and a disaster is counted apart; how much worse than its value a disaster is cannot be learnt from the model, and the weight that joins the two is the reader’s.',
    'The rule wants one disaster in a hundred saved wherever regret is higher, however slightly. A milder weight of doubt, which costs less and also saves less, can thus be judged more sternly than a heavy one.',
    'One choice is made. A cautious choice that brings no new data is punished only in the third panel, where nothing irreversible can happen, which favours the bold.',
    'In the third panel the rule on trial uses a fixed multiple of the true standard error, while UCB1’s bonus grows with the logarithm of time.',
  ],
  sources: [
    'millidge2024alignment',
    'auer2002ucb',
    'jin2021pessimism',
    'rashidinejad2021pessimism',
    'xiao2021batch',
    'ovadia2019uncertainty',
  ],
}
