import type { About } from '../about.ts'

export const about: About = {
  title: 'Checking, finding, refuting',
  claim: 'checking-asymptotically-easier',
  question:
    'How does the work of checking a given answer grow with the size of a problem, beside the work of finding one and the work of showing that there is none?',
  against:
    'It would count against the claim if finding an answer took no more than a fixed multiple of the work of checking it, however large the problem; and it would limit the claim if the verdict that no answer exists cost as much as the search for one, or more.',
  model:
    'A formula is a list of clauses, each of which asks that at least one of three variables be true or false, as the clause says; an answer gives every variable a value that satisfies all clauses. Formulas are drawn at random. To check an answer, each clause is read up to its first true literal. To find one, a solver tries values, draws what follows by unit propagation and goes back on a contradiction; when nothing is left to try, it has shown that there is no answer. Work is how often a literal in a clause is read. The test takes formulas at the ratio of clauses to variables at which about half have an answer, 4.26 for long formulas, and sets less constrained formulas beside them. In a second part, clauses are added one by one until nothing satisfies them, which shows where that ratio lies.',
  rule: 'The growth is the slope of a straight line through log2 of finding over checking, by number of variables, over all formulas at the tested ratio that have an answer. Supports: its 95 % interval lies above zero. Against: it does not. Inconclusive: fewer than two sizes have formulas with an answer; or the interval does not lie above zero and more than one search in twenty was given up. The label mixed is not used. Growth at the lower ratio and the work of refuting are shown beside the verdict and do not enter it.',
  limits: [
    'That the checker knows exactly what counts as an answer is built in. Values are not given as a list of clauses, and a judge that has to learn its criterion can be cheap and wrong.',
    'One plain solver stands for all. A modern one learns from its conflicts and moves the base of the exponential; a worse branching rule makes a gap appear where a better one has none.',
    'The cost of finding is that of this search, not a lower bound: whether every search must grow faster than checking on some formulas is the open question of P and NP, and random formulas say little about the worst case.',
    'Growth over the sizes that fit here is compatible with an exponential; it does not rule out a steep polynomial. How far the upper half of the sizes is steeper than the lower is given among the measures.',
    'Reads that keep the weights of the branching rule up to date and the choice of a variable are not counted. Each counted read changes at most three weights, so that counting them would change the factor and not the growth.',
    'Searches that visit more than 10,000 nodes are given up and left out, which makes finding look cheaper than it is. With the settings of publication hardly any are.',
    'To show that there is no answer costs the whole tree of this solver. Shorter proofs may exist, but none is handed over with the formula as an answer is.',
    'An answer is checked once and for all. To judge whether a policy does well in a world of chance, or whether it is the best, is no such check: it takes ln(2/δ) / (2ε²) trials to know an average within ε but for a chance of δ.',
  ],
  sources: [
    'millidge2024alignment',
    'cook1971complexity',
    'levin1973universal',
    'crawford1993crossover',
    'crawford1996crossover',
  ],
}
