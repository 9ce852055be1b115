import { isTensed, type Sentence } from '../../model/reading.js'
import { type Clause, dependents } from '../view.js'

/** The token that tells what happened in a clause: its verb, or the noun or adjective of "be …"; −1 where it is not found. */
export function verbOf({ statement, sentence, tokens }: Clause): number {
  const [first, second] = statement.event.predicate.split(' ')
  const wanted = first === 'be' && second !== undefined ? second : first
  let found = -1
  for (const token of tokens) {
    if (token.lemma.toLowerCase() !== wanted || !/^(?:VERB|AUX|NOUN|PROPN|ADJ)$/.test(token.upos)) continue
    const index = sentence.tokens.indexOf(token)
    // The one that nothing else in the clause governs is the clause's own.
    if (found < 0 || !within(sentence, token.head, statement)) found = index
    if (!within(sentence, token.head, statement)) break
  }
  return found
}

function within(sentence: Sentence, index: number, { start, end }: { readonly start: number; readonly end: number }) {
  const token = sentence.tokens[index]
  return token !== undefined && token.start >= start && token.end <= end
}

/** Whether the words of an event themselves deny it: "did not", "never", "nobody", "no order was given". */
export function isNegated(sentence: Sentence, verb: number): boolean {
  return dependents(sentence, verb).some(({ token, index }) => {
    const form = token.form.toLowerCase()
    if (/^(?:not|n['’]t|never)$/.test(form)) return sentence.tokens[index + 1]?.form.toLowerCase() !== 'only'
    if (!/^(?:nsubj|obj|det)/.test(token.deprel)) return false
    if (/^(?:no|nobody|nothing|none|neither)$/.test(form)) return true
    return dependents(sentence, index).some(({ token: t }) => /^(?:no|neither)$/i.test(t.form))
  })
}

/** The words under which an event stands: "denied" over "had sunk" in "denied that it had sunk", from the nearest outwards. */
export function governorsOf(sentence: Sentence, verb: number): number[] {
  const found: number[] = []
  let at = verb
  for (let step = 0; step < 4; step++) {
    const token = sentence.tokens[at]
    if (!token || token.head < 0) break
    const noun = nounBefore(sentence, at)
    if (noun !== undefined) {
      at = noun
      found.push(at)
      continue
    }
    if (!isUnder(token.deprel) && !isObjectClause(sentence, at)) break
    // A thing that is named under a verb is not told under it: "denied the lawyer's request".
    if (at === verb && /^(?:obj|obl|nmod)/.test(token.deprel) && token.upos !== 'VERB') break
    at = token.head
    found.push(at)
  }
  return found
}

/** "claims that he left": the noun right before the "that" of a clause, on whatever word the parser hung it. */
function nounBefore(sentence: Sentence, verb: number): number | undefined {
  if (!/^(?:acl|advcl)/.test(sentence.tokens[verb]!.deprel)) return undefined
  const that = dependents(sentence, verb).find(({ token }) => token.deprel === 'mark' && token.form === 'that')
  return that && sentence.tokens[that.index - 1]?.upos === 'NOUN' ? that.index - 1 : undefined
}

function isUnder(deprel: string): boolean {
  return /^(?:ccomp|xcomp|acl|csubj|obj|obl|nmod)(?::|$)/.test(deprel) && deprel !== 'acl:relcl'
}

/** "denied ever seeking it": an -ing form right behind the verb, whatever the parser makes of it. */
function isObjectClause(sentence: Sentence, index: number): boolean {
  const { deprel, xpos, head } = sentence.tokens[index]!
  return (
    deprel === 'advcl' &&
    xpos === 'VBG' &&
    head < index &&
    index - head <= 3 &&
    !dependents(sentence, index).some(({ token }) => /^(?:mark|case)$/.test(token.deprel)) &&
    sentence.tokens.slice(head + 1, index).every((t) => t.upos === 'ADV' || t.upos === 'AUX')
  )
}

/** "found other weapons", "two more were killed": not those that another report tells of. */
export function hasOther({ tokens }: Clause): boolean {
  return tokens.some((t) => /^(?:other|others|another|more|additional)$/i.test(t.form))
}

/** "The order banned them." – "They are not banned.": what was and what is may both be true; a heading has everything in the present. */
export function ofOtherTenses(one: Clause, other: Clause): boolean {
  const [a, b] = [tenseOf(one), tenseOf(other)]
  return a !== null && b !== null && a !== b
}

function tenseOf(clause: Clause): 'past' | 'present' | null {
  const { sentence } = clause
  const verb = sentence.kind === 'heading' ? undefined : sentence.tokens[verbOf(clause)]
  if (!verb) return null
  const finite = dependents(sentence, sentence.tokens.indexOf(verb))
    .filter(({ token }) => /^(?:aux|cop)/.test(token.deprel))
    .map(({ token }) => token)
  const tensed = finite.find(isTensed) ?? (finite.length === 0 ? verb : undefined)
  // "has been banned" tells of the past.
  if (tensed?.xpos === 'VBD' || tensed?.lemma === 'have') return 'past'
  return /^VB[ZP]$/.test(tensed?.xpos ?? '') ? 'present' : null
}
