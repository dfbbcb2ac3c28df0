import { describe, expect, it } from 'vitest'
import { pinOf, wordingHash } from '../../../src/core/wording.ts'
import { readPin } from '../../../src/site/link/pin.ts'

describe('readPin', () => {
  it('reads back what a pinned address ends in', () => {
    const hash = wordingHash('Light is a wave.')
    expect(readPin(`#${pinOf(hash)}`)).toBe(hash)
  })

  it.each([
    ['with a text fragment where a browser leaves it in', '#v=1a2b3c4d:~:text=Light,wave', '1a2b3c4d'],
    ['with other things after it', '#v=1a2b3c4d&utm_source=x', '1a2b3c4d'],
    ['in capitals', '#v=1A2B3C4D', '1a2b3c4d'],
    ['with its sign encoded, as some chats do', '#v%3D1a2b3c4d', '1a2b3c4d'],
    ['of digits alone', '#v=12345678', '12345678'],
  ])('reads a pin %s', (_, fragment, hash) => expect(readPin(fragment)).toBe(hash))

  it.each([
    ['nothing', ''],
    ['a hash alone', '#'],
    ['a reader’s view', '#v=1&wave=90&slit=off'],
    ['a view of three digits', '#v=100'],
    ['seven digits', '#v=1a2b3c4'],
    ['nine digits', '#v=1a2b3c4d5'],
    ['other letters', '#v=1a2b3c4g'],
    ['a pin that does not begin it', '#wave&v=1a2b3c4d'],
    ['a broken encoding', '#%'],
    ['an encoding that is none', '#v=%E0%A4%A'],
    ['the name of something every object has', '#v=__proto__'],
    ['mark-up', '#v=<img src=x onerror=alert(1)>'],
    ['100 kB', `#v=${'a'.repeat(100_000)}`],
    ['digits of another script', '#v=١٢٣٤٥٦٧٨'],
  ])('finds no pin in %s', (_, fragment) => expect(readPin(fragment)).toBeUndefined())
})
