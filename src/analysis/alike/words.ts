const listed = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Words that say little about what a sentence claims. */
export const stopWords = listed(
  `a an the of to in on at by for from with as and or but so that this these those it its is are was
  were be been being am has have had having do does did doing can could may might will would shall
  should must there their they them he she his her him we our us you your i my one ones who whom
  whose which what how into onto about such also even just only very too yet still some any each
  every both all up out own itself themselves oneself say says said thing things bring brings take
  takes get gets got become becomes`,
)

/** Words that deny the sentence or the clause they stand in. */
export const negations = listed(
  'not no never none nor neither without nothing nobody nowhere fail fails failed failing lack lacks lacked lacking unlikely impossible',
)

/** Words that join parts of a sentence: what stands on which side of them is told by their order. */
export const pivots = listed(
  'than before after because if then when while until unless though although where whereas since',
)

/** Of these pivots the two sides can be exchanged if what compares them is turned round. */
export const comparing = listed('than before after')

/** Numbers in words; two sentences with other numbers make other claims. */
export const numerals = listed(
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million millions billion billions half third quarter twice',
)

/** Forms that no rule of spelling leads back to their word. */
export const irregular: ReadonlyMap<string, string> = new Map(
  `people:person men:man women:woman children:child learnt:learn taught:teach thought:think
  found:find made:make led:lead knew:know known:know grew:grow grown:grow rose:rise risen:rise
  fell:fall fallen:fall lost:lose kept:keep held:hold sought:seek chose:choose chosen:choose
  wrote:write written:write came:come went:go gone:go gave:give given:give took:take saw:see
  seen:see best:good worse:bad worst:bad better:good easier:easy easiest:easy simpler:simple
  criteria:criterion data:datum analyses:analysis hypotheses:hypothesis`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/** Words that are used for one another in this field, each line one meaning. */
export const synonyms: readonly string[] = [
  'judge assess evaluate',
  'result outcome',
  'understand comprehend grasp',
  'person human',
  'error mistake',
  'capable able competent',
  'deceptive dishonest',
  'goal objective aim',
  'value worth',
  'show demonstrate',
  'need require',
  'happen occur',
  'mostly mainly chiefly primarily largely',
  'use employ',
  'begin start',
  'detect spot notice',
  'method technique',
  'prevent stop',
  'make produce generate',
  'teach train',
  'probably likely',
  'enough sufficient',
  'important crucial',
  'answer response reply',
  'prompt request',
  'system ai',
  'overseer supervisor',
  'oversight supervision',
  'initial first',
]

/** Words against words that say the contrary; before and after the bar each side is one meaning. */
export const antonyms: readonly string[] = [
  'easy easier easiest simple | hard harder hardest difficult tough',
  'more greater | less fewer',
  'most | least fewest',
  'often frequently usually commonly always | rarely seldom hardly scarcely infrequently',
  'high higher highest | low lower lowest',
  'increase raise rise grow growth improve | decrease reduce fall decline diminish lessen lower worsen',
  'large larger largest big bigger biggest | small smaller smallest little',
  'strong stronger strongest | weak weaker weakest',
  'early earlier earliest sooner | late later latest',
  'fast faster fastest quick quicker rapid | slow slower slowest',
  'cheap cheaper cheapest | expensive costly dearer',
  'good well | bad badly poorly',
  'right correct accurate | wrong incorrect',
  'true | false',
  'accept allow permit | reject refuse forbid',
  'gain win | lose',
  'long longer longest | short shorter shortest',
  'far further furthest farther | near nearer close closer',
  'old older oldest | young younger youngest new newer newest',
  'heavy heavier heaviest | light lighter lightest',
  'everybody everyone anybody anyone | nobody',
  'many | few',
  'succeed success | failure',
  'prove | refute disprove',
  'add | remove',
  'agree | disagree',
  'same | different',
  'support | oppose',
  'narrow narrower | broad broader wide wider',
]
