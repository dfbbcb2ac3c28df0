import type { About } from '../about.ts'

export const about: About = {
  title: 'Whose values? When majorities give no answer',
  claim: 'which-values-is-unsolved',
  question:
    'How often does a majority of people’s preferences have no winner, and how often do reasonable ways to aggregate them choose different ones?',
  against:
    'It would count against the difficulty if, with modest agreement or with disagreement along one line, majorities always had a winner and all the rules chose it.',
  model:
    'In each election an odd number of voters rank the options. In the impartial society every ranking is as likely for every voter; in the anonymous one every division of the votes among the rankings is as likely; in the spatial one voters and options have normally distributed positions on one to three questions and voters prefer what is nearer; in the Mallows society everybody errs independently about one shared ranking. Four rules choose: majority against each other option (Condorcet), sum of places (Borda), most first places (plurality) and instant run-off. For three options and up to 25 voters the impartial and the anonymous society are also counted in full, in whole numbers.',
  rule: 'What is judged is the share of elections in which there is no majority winner or another rule passes over it, with Wilson’s interval of 95 %. With “each kind in turn” four societies are judged: the impartial, the anonymous, the spatial of the set number of dimensions, and the Mallows society of the set agreement; otherwise it is the one chosen. The published preset judges all four, the attack preset the Mallows society alone. If the interval lies above 5 % in every society judged, the run supports the claim that aggregation is an open difficulty; if it lies below 1 % in every one, it counts against it. If it lies above 5 % in some and below 5 % in others, the run is mixed. Anything else is inconclusive, and so is a run whose elections are not all drawn.',
  limits: [
    'On a line, where a majority winner always exists, the rules still disagree. This is always shown, but it is judged only where the number of dimensions is 1.',
    'A verdict on one society, as in the attack preset, says nothing about the others, which are shown beside it.',
    'What would count against the claim names disagreement along a line, while the rule judges the line only where the number of dimensions is 1. Both stand as they were before the run; only the words of the rule were made fuller after it, to say what its code does.',
    'The impartial society is close to a worst case: it has no shared opinion at all.',
    'The Mallows society assumes that there is one shared ranking and that people err about it independently, which is what those who doubt that values can be aggregated deny.',
    'Voters only rank. Methods that use how strongly people care are left out, and so are bargaining, rights and deliberation.',
    'Everybody ranks sincerely and completely. Strategy and missing preferences are left out.',
    'That rules disagree shows that a choice between them must be made. It does not show that no compromise is acceptable, or that the losers lose much.',
    'Which options are on the ballot is given; who sets the list is not asked.',
    'Ties within Borda, plurality and run-off go to the option of lower number; numbers mean nothing in any of the societies.',
    'A judge that learns whatever aggregate is chosen is not tested: the caveat is about which one to choose.',
  ],
  sources: [
    'condorcet1785essai',
    'black1948rationale',
    'arrow1950difficulty',
    'siththaranjan2024dpl',
    'conitzer2024socialchoice',
    'millidge2024alignment',
  ],
}
