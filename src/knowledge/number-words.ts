const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const irregular: Readonly<Record<string, string>> = {
  first: 'one',
  second: 'two',
  third: 'three',
  fifth: 'five',
  eighth: 'eight',
  ninth: 'nine',
  twelfth: 'twelve',
}

/** "forty", "twenty sixth", "one hundred and five": the number that words in small letters spell out, below a thousand; undefined where they do not. */
export function spelledNumber(words: readonly string[]): number | undefined {
  let sum = 0
  let known = false
  for (const word of words) {
    if (word === 'and' && known) continue
    const plain = irregular[word] ?? (word.endsWith('ieth') ? `${word.slice(0, -4)}y` : word.replace(/th$/, ''))
    if (plain === 'hundred') sum = 100 * (sum || 1)
    else if (units.includes(plain)) sum += units.indexOf(plain)
    else if (tens.includes(plain)) sum += 20 + 10 * tens.indexOf(plain)
    else return undefined
    known = true
  }
  return known ? sum : undefined
}
