import type { About } from '../about.ts'

export const about: About = {
  title: 'Blind directions of a judge',
  claim: 'reward-models-have-adversarial-modes',
  question:
    'Can a judge that does well in every test be exploited along directions that its data never covered, and does regularisation prevent it?',
  against:
    'It would count against the caveat if a policy that follows an unregularised judge ended no worse than one that follows a regularised judge, or if the judge’s accuracy on new pairs gave warning of the loss.',
  model:
    'Items are described by many numbers, but the data vary in only ten directions among them. A linear judge is trained on noisy comparisons of such items by plain gradient descent, from random weights. Training moves only the weights along the data; in all other directions the judge keeps the random preferences it began with, and no test on similar data can show them. A policy then moves from the origin in the direction that the judge likes best. True value is linear along the data, and leaving the data’s directions costs value with the square of the distance. Three policies are compared in the same worlds: one follows a judge without regularisation, one a judge with weight decay, and one the first judge after its preferences have been projected onto the data’s directions. Accuracy on new pairs has a formula and is not sampled. In a second panel the data cover every direction and five of them matter; there the judge’s most preferred small change is compared with what the judge claims for it.',
  rule:
    'Supports, if after the longest step true value is higher with regularisation (the 95 % interval of the paired difference lies above 0), it ends above the start, and the interval of the difference in accuracy lies within 0.005 of 0, and if there was a loss to prevent: without regularisation, the 95 % interval of true value at the end less its peak lies below 0. Against, if the interval of the gain does not lie above 0 and ends below a twentieth of the step. Mixed, if regularisation helps but true value is not clearly above the start at the end, or accuracy differs by more. Inconclusive otherwise, also where all but the loss is there to support it, and with fewer than three worlds.',
  limits: [
    'Where the judge starts from nothing (a start of 0) it has no blind direction to exploit, regularisation gains nothing, and the run counts against the claim. The attack preset keeps the exploit and makes it hard to close; it is not the only setting that a sceptic should try.',
    'That leaving the data’s directions does harm is an assumption with a setting of its own; at 0 the policy only wastes its step.',
    'The size of the starting weights decides how much there is to exploit; a judge that starts from 0 has no blind preferences.',
    'The attack preset makes three settings hostile at once, the starting weights, the decay and the cost off the data, so that its result cannot be laid to one of them.',
    'That there must have been a loss to prevent was added to the rule after first results were known. No verdict of a preset changed by it.',
    'The judge is linear, so that its blind directions are the same everywhere; a network’s change from place to place.',
    'Weight decay works here because it is given enough steps; after fewer steps, or with less decay, part of the preferences remains.',
    'Projection knows the data’s directions exactly, which no real system does.',
    'Where the data cover every direction, the step that a linear judge likes best still gains almost all that can be gained: the judge promises too much, but does no harm.',
    'In that second panel the claimed gain depends on how far training has stretched the weights, and so on the number of steps and the decay.',
    'The policy moves without limit other than the length of its step; real policies are also held near their starting point.',
  ],
  sources: ['millidge2024alignment', 'melamed2023subspaces', 'tanay2016tilting', 'goodfellow2014adversarial'],
}
