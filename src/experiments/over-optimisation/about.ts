import type { About } from '../about.ts'

export const about: About = {
  title: 'Over-optimising a learned judge',
  claim: 'reward-models-have-adversarial-modes',
  question:
    'What happens to true reward when a policy is optimised harder and harder against a reward model that has learned well from people’s comparisons?',
  against:
    'It would count against the caveat if true reward, without any restraint on the policy, kept its gains up to the strongest optimisation tried.',
  model:
    'An output has ten features. True reward, which only the model knows, grows along one direction, turns down where there is too much of it, and falls slowly with distance from the start. Two reward models learn from noisy comparisons of outputs drawn at the start: a linear one and one with a few rectifier units added. Two optimisers then use the learned score. Best-of-n draws n outputs and keeps the one scored highest. The policy is a normal distribution whose mean climbs the mean score, as reinforcement learning does in small steps. Both are laid out by their KL divergence from the start. For the linear judge the policy’s true reward is known exactly, as a parabola in √(2 KL). Beside this, a KL penalty is held against stopping early, judges with few labels against judges with many, and an ensemble of networks against a single one and against one that has learned from as many more pairs as the ensemble has members.',
  rule: 'True reward where the policy’s path ends is compared with that at its peak, paired within replicates; the peak is that of the mean over replicates. If the 95 % interval of the difference is below 0 under every judge tried, the run supports the caveat; under one of two judges only, it is mixed. If it is below 0 under none and no interval reaches down to −0.1, the run counts against the caveat; otherwise it is inconclusive. Best-of-n, the penalty, the number of labels and the ensemble are shown beside it and do not enter the verdict.',
  limits: [
    'What is truly good is invented here. That more of a good thing turns bad, mostly outside the data, is built in; the attack preset takes it away.',
    'The linear judge cannot express the turn at all. The network can, but in data from the start the turn is faint, and how much of it is learned depends on how many labels there are and how training is done.',
    'The policy only shifts its mean. A language model under reinforcement learning can change in many more ways, so the shape of its curve may be another; the parabola for the policy belongs to this model, while Gao and colleagues find a logarithm there.',
    'A fixed mark of the divergence is no measure of how far real training goes.',
    'Judges are made comparable by giving their scores the same spread at the start; the same penalty can mean another thing with another scale.',
    'Accuracy is measured against the true reward without noise, on pairs drawn at random. Random pairs are easier to order than two good outputs would be.',
    'Best-of-n is estimated from a pool of 8,192 outputs without bias, but for n near the pool’s size with little precision.',
    'Members of an ensemble that learn from the same pairs share whatever those pairs do not show. In published studies members differ in other ways as well.',
  ],
  sources: [
    'millidge2024alignment',
    'gao2023overoptimization',
    'coste2024ensembles',
    'stiennon2020summarize',
    'kwa2024goodhart',
  ],
}
