import type { About } from '../about.ts'

export const about: About = {
  title: 'Do values fall out of unsupervised learning?',
  claim: 'values-come-with-pretraining',
  question:
    'When does a representation that was learned without labels contain what is valued, so that a few labels are enough to read it off?',
  against:
    'It would count against the claim if a probe on features learned without labels judged new items no better than a learner on the raw data with the same few labels, or no better than chance.',
  model:
    'An item has 200 measurements: noise in each, and six hidden factors that move them. Whether an item is good is the sign of one factor, whose strength is varied; five others are stronger. The unsupervised step sees many items without labels and keeps their leading principal components. A probe then learns good from bad on these few features, and a rival learns it on the 200 measurements, from the same labelled items and with the same ridge penalty per input. Both are marked on new items, by a formula and not by sampling. The comparison is made at a first strength, and at a second one too faint for the components to find. In a variant the item is good if the product of two factors is positive, which no linear probe can read; a probe that also sees products of features is reported beside it.',
  rule:
    'At each of the two strengths the unsupervised step is a gain if the 95 % interval of the probe’s paired lead over the rival lies above 0 and the probe’s own interval above chance. It is none if the lead’s interval ends below 0.02, or if the probe’s interval reaches chance and is no wider than 0.02 to either side. Supports, if both are gains; against, if both are none; mixed, if one is a gain and the other none; inconclusive otherwise, and with fewer than three worlds.',
  limits: [
    'Principal components stand for unsupervised learning; a language model learns far more than directions of large variance.',
    'How faint the value is in the data is set by hand; the essay holds that people discuss values so much that they are not faint.',
    'The number of features is chosen by hand, and large enough for all six factors; with fewer the value may be left out although it is strong enough.',
    'The product defeats the linear probe and not the features, which a probe with products reads in part; here linear readout is what fails.',
    'The probes pass through the origin; with a threshold of its own, a linear probe could guess a part of the product.',
    'The penalty is near the best for the rival, and a little heavy for the probe with few labels.',
    'Nothing acts here: the toy concerns whether a value can be read from a model, and not whether the model pursues it.',
  ],
  sources: ['millidge2024alignment', 'schramowski2022direction', 'baik2005transition', 'paul2007eigenstructure'],
}
