import { describe, expect, it } from 'vitest'
import { oneSpelling } from '../../../src/site/search/spelling.ts'

/** As dictionaries pair them: British, American. */
const pairs = `generalise generalize, generalised generalized, generalisation generalization,
  generalises generalizes, optimiser optimizer, optimisers optimizers, optimising optimizing,
  optimisation optimization, over-optimisation over-optimization, organisational organizational,
  recognisable recognizable, analyse analyze, analysed analyzed, paralysing paralyzing,
  behaviour behavior, behaviours behaviors, behavioural behavioral, misbehaviour misbehavior,
  colour color, favourable favorable, honoured honored, neighbourhood neighborhood, labour labor,
  modelling modeling, modelled modeled, modeller modeler, labelled labeled, travelling traveling,
  signalling signaling, levelled leveled, cancelled canceled, centre center, fibres fibers,
  defence defense, offences offenses, analogue analog, dialogues dialogs, judgement judgment,
  acknowledgements acknowledgments, skilful skillful, fulfil fulfill, fulfilment fulfillment,
  programme program, sceptic skeptic, sceptical skeptical, artefacts artifacts, licence license`
  .split(',')
  .map((pair) => pair.trim().split(/\s+/) as [string, string])

describe('one spelling', () => {
  it.each(pairs)('takes %s and %s for one word', (british, american) => {
    expect(oneSpelling(american)).toBe(oneSpelling(british))
  })

  it('keeps capitals, marks and the number of words', () => {
    expect(oneSpelling('“Reward-Modeling”, Behavior; OPTIMIZE it.')).toBe(
      '“Reward-Modelling”, Behaviour; OPTIMisE it.',
    )
  })

  it('leaves alone what has one spelling', () => {
    const text = 'size prize seize laboratory honorary rigorous modest labelling meter parallel called hazard'
    expect(oneSpelling(text)).toBe(text)
  })

  it('changes nothing that it has changed', () => {
    for (const pair of pairs) for (const word of pair) {
      expect(oneSpelling(oneSpelling(word))).toBe(oneSpelling(word))
    }
  })
})
