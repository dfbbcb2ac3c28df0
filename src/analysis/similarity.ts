const threshold = 0.72
const leastRelated = 0.35
/** A word in more texts than this finds no candidates: it says too little about which are alike. */
const mostHolders = 150
/** With how many others a text is compared letter by letter. */
const mostCompared = 6
/** Candidates must share this many of the words that find candidates. */
const leastShared = 2

const stopWords: ReadonlySet<string> = new Set(
  'a an the of to in on at by for from with as and or but so than that this these those it its is are was were be been being has have had do does did can could may might will would should there their they them which who what when where how if while because into about over under more most such also even just only very'.split(
    ' ',
  ),
)
const negations: ReadonlySet<string> = new Set(
  'not no never none nor neither cannot without nothing nobody hardly rarely seldom fails fail lack lacks unlikely less fewer'.split(
    ' ',
  ),
)

/** What is compared of a text. */
export interface Profile {
  readonly words: readonly string[]
  /** Hashes of the trigrams of letters, sorted. */
  readonly trigrams: Int32Array
  readonly negated: boolean
}

/**
 * Pairs of texts that say nearly the same, as indices with the smaller first, in order: those whose
 * trigrams of letters mostly agree, common words left aside, and of which neither or both are
 * negated. Only texts that share some of their rarer words are compared, and each with a few others
 * at most, so that the work grows with the number of texts and not with its square.
 */
export function findSimilar(texts: readonly string[]): readonly (readonly [number, number])[] {
  const profiles = texts.map(profileOf)
  const candidates = candidateFinder(profiles)
  const pairs: (readonly [number, number])[] = []
  for (const [second, profile] of profiles.entries()) {
    for (const first of candidates(second)) {
      if (areSimilar(profiles[first] as Profile, profile)) pairs.push([first, second])
    }
  }
  return pairs
}

// For each text those before it with which it shares most of its rarer words.
function candidateFinder(profiles: readonly Profile[]): (index: number) => readonly number[] {
  const holders = new Map<string, number[]>()
  for (const [index, { words }] of profiles.entries()) {
    for (const word of words) {
      const there = holders.get(word)
      if (there === undefined) holders.set(word, [index])
      else there.push(index)
    }
  }
  const shared = new Int32Array(profiles.length)
  return (index) => {
    const met: number[] = []
    for (const word of profiles[index]?.words ?? []) {
      const there = holders.get(word) ?? []
      if (there.length > mostHolders) continue
      for (const other of there) {
        if (other >= index) break
        if (shared[other] === 0) met.push(other)
        shared[other] = (shared[other] as number) + 1
      }
    }
    const enough = met
      .filter((other) => (shared[other] as number) >= leastShared)
      .sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b)
      .slice(0, mostCompared)
    for (const other of met) shared[other] = 0
    return enough.sort((a, b) => a - b)
  }
}

/** Takes any text. */
export function profileOf(text: string): Profile {
  const all = text
    .toLowerCase()
    .replace(/n[’']t\b/g, ' not')
    .normalize('NFKD')
    .match(/[\p{L}\p{N}]+/gu)
  const words = new Set<string>()
  let negatives = 0
  for (const word of all ?? []) {
    if (negations.has(word)) negatives++
    else if (!stopWords.has(word)) words.add(stem(word))
  }
  return { words: [...words], trigrams: trigramsOf(words), negated: negatives % 2 === 1 }
}

function trigramsOf(words: Iterable<string>): Int32Array {
  const trigrams = new Set<number>()
  for (const word of words) {
    let hash = 32
    for (let i = 0; i <= word.length; i++) {
      const letter = i < word.length ? word.charCodeAt(i) : 32
      hash = ((hash & 0xfffff) << 10) ^ letter
      if (i > 0) trigrams.add(hash)
    }
  }
  return Int32Array.from(trigrams).sort()
}

// Enough to see `models` and `modelling` as one word; need not give a word of the language.
function stem(word: string): string {
  return word.length < 5 ? word.replace(/s$/, '') : word.replace(/(?:l?ing|l?ed|e?s|ly|e)$/, '')
}

function areSimilar(a: Profile, b: Profile): boolean {
  return compareProfiles(a, b)?.kind === 'same'
}

/** How alike two texts are, from 0 to 1, and in what way; undefined if they share too little. */
export function compareProfiles(
  a: Profile,
  b: Profile,
): { readonly score: number; readonly kind: 'same' | 'opposite' | 'related' } | undefined {
  const sum = a.trigrams.length + b.trigrams.length
  let shared = 0
  for (let i = 0, j = 0; i < a.trigrams.length && j < b.trigrams.length;) {
    const difference = (a.trigrams[i] as number) - (b.trigrams[j] as number)
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  const score = sum === 0 ? 0 : (2 * shared) / sum
  if (score < leastRelated) return undefined
  const enough = score >= threshold && a.words.length >= 3 && b.words.length >= 3
  if (!enough) return { score, kind: 'related' }
  return { score, kind: a.negated === b.negated ? 'same' : 'opposite' }
}
