import type { About } from '../about.ts'

export const about: About = {
  title: 'Two ways to fail: misjudging and not being able to steer',
  claim: 'misjudgement-is-rarely-the-problem',
  question:
    'When an agent ends up with less than the best, how much of that is bad judgement and how much weak steering, and how does the answer move with its power, with noise and with the length of its plans?',
  against:
    'Misjudging would have to be the larger part: more than half of what an agent falls short by.',
  model:
    'First, exactly: outcomes have normally distributed values. An agent can bring about some of them and picks the one that its judge scores highest, a score that correlates with the value. Had it all outcomes in reach and a perfect judge, it would get the best of all; what it falls short by is divided between reach and judgement. The division depends on which is repaired first, so both orders are given, with their mean (Shapley’s value). Second, by simulation: an agent learns by Q-learning to reach a goal past pits in a grid where moves go astray with a certain chance. Its steering is scored by the exact return of what it learned, between acting at random and acting best; its judging by how well its values order pairs of cells that truly differ by more than 0.02. Third, the chance that a plan of many steps has no error where each step has the same chance of one.',
  rule: 'Supports: misjudging is less than half of the shortfall in both orders, and the interval of the change in steering less judging score, from no slip to a slip of 0.6 in the same worlds, lies below 0. Against: misjudging is more than half in both orders. Mixed: the orders disagree, or slip takes more from judging than from steering. Inconclusive: the interval holds 0, or nothing falls short.',
  limits: [
    'That a run in which nothing falls short is inconclusive was added to the words of the rule after the first run, to say what its code does.',
    'That value and score are normal is built in; with heavy-tailed errors of the judge a strong optimiser fares worse than here.',
    'Reach is a random sample of outcomes, whereas a real agent’s options resemble each other and what it does now.',
    'The judge is equally accurate about all outcomes, the extreme ones included.',
    'Steering and judging scores are on different scales, so that their changes can be compared but not their levels.',
    'The steering score is measured against what is possible at the same slip, so that losses nobody could avoid do not count.',
    'Noise smooths the values of neighbouring cells and makes the agent see more of its world; both help its judging score.',
    'Size works the other way from slip: a larger gridworld takes more from judging than from steering (measure leadChangeWithSize), which goes against the claim and does not enter the verdict.',
    'Errors in the plan are independent and beyond repair; an agent that notices and corrects them does better.',
    'How large each failing is in human lives cannot be read off a model: reach and accuracy are settings here.',
  ],
  sources: ['millidge2024alignment'],
}
