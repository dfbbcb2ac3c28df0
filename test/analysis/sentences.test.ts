import { describe, expect, it } from 'vitest'
import { faultOfStatement } from '../../src/analysis/sentences.ts'

describe('faultOfStatement', () => {
  it.each([
    'Light is a wave.',
    'Judges, e.g. Reward models, err.',
    'Gao et al. Found that a fit of 0.7 holds up to 10.5 nats.',
    'The U.S. Senate passed it.',
    'J. S. Mill and Dr. Jekyll agree vs. Hyde.',
    'Children aged c. 3 ask "Why?" and “How so?” often.',
    'It is called the “hard problem”.',
    'It is called the "hard problem."',
    'As fig. 3 and no. 4 of vol. 2 show, p. 5 is wrong.',
    'The loss is $L = 0.5. x$ (see eq. 2).',
    'Models stop, i.e. They halt.',
    'As ref. 3 and Acme Inc. Engineers say, it holds.',
    '光は波である。',
    'الضوء موجة۔',
  ])('finds one sentence: %s', (statement) => {
    expect(faultOfStatement(statement, false)).toBeUndefined()
  })

  it.each([
    ['Light is a wave', 'a full stop at the end'],
    ['Light is a wave!', 'a full stop at the end'],
    ['Light is a wave…', 'a full stop at the end'],
    ['Light is a wave. It bends.', 'one sentence'],
    ['Light bends (a little). Waves do.', 'one sentence'],
    ['It took 3.5 s. 4 came later.', 'one sentence'],
    ['He said no. It was.', 'one sentence'],
    ['光は波である。光は曲がる。', 'one sentence'],
    ['光は波ですか？', 'a declarative sentence, or the kind `question`'],
    ['Ask the ref. The rest is easy.', 'one sentence'],
    ['Is light a wave?', 'a declarative sentence, or the kind `question`'],
    ['Light – is it a wave? – bends.', 'a declarative sentence, or the kind `question`'],
  ])('finds fault with: %s', (statement, expected) => {
    expect(faultOfStatement(statement, false)).toBe(expected)
  })

  it.each([
    ['Is light a wave?', undefined],
    ['光は波ですか？', undefined],
    ['Is it, e.g. Young’s fringes, “seen by whom?” that counts?', undefined],
    ['Light is a wave.', 'a question mark at the end'],
    ['Is it?!', 'a question mark at the end'],
    ['Is light a wave??', 'one question mark'],
    ['Is light a wave? Is it a particle?', 'one question'],
    ['Light bends. Is it a wave?', 'one question'],
  ])('of a question: %s', (statement, expected) => {
    expect(faultOfStatement(statement, true)).toBe(expected)
  })
})
