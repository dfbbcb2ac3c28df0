import type { About } from '../about.ts'

export const about: About = {
  title: 'What comes first: judging outcomes, judging situations or control',
  claim: 'valuing-develops-before-steering',
  question:
    'In one agent that learns by acting, which is there first: telling good outcomes from bad in new worlds, ordering situations by how good they are to be in, or getting what it wants?',
  against:
    'Control would have to come before ordering situations by their value, and no later than telling outcomes apart.',
  model:
    'An agent learns to reach a goal past pits in a grid where moves go astray with a certain chance, by Q-learning or by an actor-critic. After 1, 2, 5, 10 and then twice as many episodes each time it is tested on three things. Judging outcomes: a ridge regression of reward on what the cells it entered look like has to order goals, pits and neutral cells of five worlds it never saw. Judging situations: its values have to order pairs of cells of its own world whose true values differ by more than 0.02. Control: the exact return of what it holds best, between that of acting at random and that of acting best. All scores are 0 at chance and 1 when perfect. An ability is there at the first test at which it reaches the threshold.',
  rule: 'The verdict rests on the medians, over worlds, of how many doublings of experience outcome judging and situation judging come after control, with bootstrap intervals. Supports: both intervals lie below 0. Against: that of situation judging lies above 0 and that of outcome judging does not lie below. Mixed: one lies below 0 and the other above. Inconclusive: anything else. An ability that is not there by the last episode counts as coming at twice its number.',
  limits: [
    'One threshold on three scales is a choice, and the order can depend on it: 0.8 as a share of pairs ordered rightly is a score of only 0.6. The second figure shows every threshold from 0.5 up.',
    'The threshold of 0.8 lies just under the ceiling of outcome judging; slightly above it outcome judging never arrives in most worlds.',
    'The order of situations and control depends on the scale: by rank correlation or by share of pairs the lag shrinks or turns (measures situationsLagByRank and situationsLagByAccuracy).',
    'In the attack preset even the best possible judge of outcomes stays below the threshold on average, so that its “never” is forced.',
    'Only judging outcomes is tested in new worlds. Tables of values say nothing about cells that were never seen.',
    'Judging outcomes is made easy: what a cell pays shows in two of its features, and the regression is told the reward itself.',
    'An actor-critic estimates the value of its own way of acting, which is here held against the value of acting best.',
    'Where every visit counts, the reward model learns mostly from the few cells on the way of an agent that knows it.',
    'The agents are tables with fixed rates of learning. Which ability is first may differ for other learners.',
    'It is no evidence about children.',
  ],
  sources: ['millidge2024alignment', 'raileanu2021decoupling'],
}
