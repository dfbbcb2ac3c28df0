/** What American spelling has, and what British spelling has for it; the words in lower case. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w{3})iz(?=e[ds]?$|ers?$|ing$|ations?$|ational|able$)/, 'is'],
  [/(?<=anal|paral|catal)yz(?=e[ds]?$|ers?$|ing$)/, 'ys'],
  [
    /(?<=^(?:mis)?(?:behavi|col|fav|flav|hon|lab|neighb|rum|rig|vig|harb|hum|endeav|arm|cand))or(?=$|s$|al|ab|ed$|er|ing$|ful|hood|it|less)/,
    'our',
  ],
  [
    /(?<=(?:mod|lab|lev|fu|chann|tunn|trav|canc|couns|quarr)e|(?:sign|tot|riv|equ)a)l(?=ed$|ings?$|ers?$)/,
    'll',
  ],
  [/(?<=^(?:cent|fib|theat|lit|calib))er(?=s?$)/, 're'],
  [/(?<=^(?:def|off|pret))ense(?=s?$|less)/, 'ence'],
  [/(?<=^(?:anal|dial|catal|monol))og(?=s?$)/, 'ogue'],
  [/(?<=^(?:judg|acknowledg))ment/, 'ement'],
  [/(?<=^(?:skil|wil|fulfil|enrol|instal))l(?=s?$|ful|ment)/, ''],
  [/(?<=^program)me(?=s?$)/, ''],
  [/^sk(?=eptic)/, 'sc'],
  [/(?<=^art)i(?=fact)/, 'e'],
  [/(?<=^licen)s(?=es?$)/, 'c'],
]

/**
 * A text with each word in one spelling, British where a rule knows both, so that what is written
 * one way is found by the other. Words stay where they are, and as many.
 */
export function oneSpelling(text: string): string {
  return text.replace(/[A-Za-z]{4,}/g, (word) => {
    const lower = word.toLowerCase()
    for (const [american, british] of rules) {
      const found = american.exec(lower)
      if (found === null) continue
      const { index } = found
      return word.slice(0, index) + british + word.slice(index + found[0].length)
    }
    return word
  })
}
