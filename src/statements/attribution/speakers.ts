import type { ParsedReport } from '../parsed-report.js'
import { type Phrase, phraseAt } from '../phrases.js'
import { subjectOf } from '../subjects.js'
import { caseOf, childBy, childrenBy, formAt, isRelation, type Tree } from '../trees.js'

/** The words that name the one who speaks by this verb, or null where the sentence names nobody. */
export function speakerOf(tree: Tree, verb: number): Phrase | null {
  // "The lamp, Ada Holm said, was out": of two subjects the one beside the verb speaks.
  const [, ...others] = childrenBy(tree, verb, 'nsubj').filter((child) => child < verb)
  const beside = others.at(-1)
  // In "Ada Holm, a baker, said" the second one only describes the first.
  const isAside = tree.forms.slice(beside ?? verb, verb).includes(',')
  if (beside !== undefined && !isAside) return phraseAt(tree, beside)
  const subject = subjectOf(tree, outerSaying(tree, verb) ?? addedTo(tree, verb) ?? verb)
  if (subject && isRelation(tree.tokens[subject.token]!.deprel, 'expl')) return null
  if (
    subject &&
    /^(NOUN|PROPN|PRON|NUM|ADJ|DET|SYM|X)$/.test(tree.tokens[subject.token]!.upos) &&
    formAt(tree, subject.token) !== 'there'
  ) {
    return phraseAt(tree, interrupted(tree, verb, subject.token))
  }
  // "…," said Ada Holm: the parser may take the speaker for an object.
  const inverted = childrenBy(tree, verb, 'obj', 'obl:unmarked', 'dep', 'vocative', 'appos').find(
    (child) => child > verb && tree.tokens[child]!.upos === 'PROPN',
  )
  return inverted === undefined ? nounBefore(tree, verb) : phraseAt(tree, inverted)
}

/**
 * "Ada Holm warns that the bridge is a danger and says it will fall": the second verb of saying goes with the first,
 * though the parser hangs it on what is warned of; the tense of both is the same.
 */
function outerSaying(tree: Tree, verb: number): number | undefined {
  const { deprel, head, xpos } = tree.tokens[verb]!
  if (!isRelation(deprel, 'conj') || head < 0 || childBy(tree, verb, 'nsubj') !== undefined) return undefined
  const inner = tree.tokens[head]!
  const outer = tree.tokens[inner.head]
  const isSpoken = isRelation(inner.deprel, 'ccomp') && inner.head < head && outer !== undefined
  const copula = childBy(tree, head, 'cop')
  const subject = childBy(tree, head, 'nsubj')
  const isThing = subject !== undefined && /^(NN|NNS)$|^NNP$/.test(tree.tokens[subject]!.xpos) && copula !== undefined
  return isSpoken && isThing && outer.xpos === xpos && /^VB[ZD]$/.test(xpos) ? inner.head : undefined
}

/**
 * "Ada Holm doubted that the lamp had failed, saying nobody knew": what is added after a comma goes with the verb that the sentence hangs on,
 * though the parser hangs it on the clause between.
 */
function addedTo(tree: Tree, verb: number): number | undefined {
  const { deprel, head, xpos } = tree.tokens[verb]!
  if (xpos !== 'VBG' || !isRelation(deprel, 'advcl') || head < 0 || head > verb) return undefined
  if (formAt(tree, verb - 1) !== ',' || childBy(tree, verb, 'nsubj', 'mark') !== undefined) return undefined
  let at = head
  while (isRelation(tree.tokens[at]!.deprel, 'ccomp', 'acl') && !isRelation(tree.tokens[at]!.deprel, 'acl:relcl')) {
    at = tree.tokens[at]!.head
    while (at >= 0 && tree.tokens[at]!.upos === 'NOUN') at = tree.tokens[at]!.head
    if (at < 0) return undefined
  }
  return at === head || at > head || childBy(tree, at, 'nsubj') === undefined ? undefined : at
}

/** "…, Ada Holm, told": where the parser finds no subject, the name or description that ends right before a finite verb. */
function nounBefore(tree: Tree, verb: number): Phrase | null {
  if (!/^(VBD|VBZ|VBP)$/.test(tree.tokens[verb]!.xpos) && childBy(tree, verb, 'aux') === undefined) return null
  let at = verb - 1
  while (at >= 0 && /^(PUNCT|ADV|AUX)$/.test(tree.tokens[at]!.upos) && !/[“”"]/.test(tree.tokens[at]!.form)) at--
  while (at >= 0 && isRelation(tree.tokens[at]!.deprel, 'flat') && tree.tokens[at]!.head < at)
    at = tree.tokens[at]!.head
  const noun = tree.tokens[at]
  return noun && /^(PROPN|NOUN)$/.test(noun.upos) ? phraseAt(tree, interrupted(tree, verb, at)) : null
}

/** Words that may stand between a speaker and the verb. */
const longestAside = 40

/**
 * "Ada Holm, who had to leave the country, said": the noun beside the verb is part of what is told of the speaker,
 * where the verb has no subject of its own and a comma or dash closes an aside with "who" in front of it.
 */
export function interrupted(tree: Tree, verb: number, noun: number): number {
  if (tree.tokens[noun]!.head === verb && isRelation(tree.tokens[noun]!.deprel, 'nsubj') && noun > verb) return noun
  const mark = formAt(tree, verb - 1)
  if (!/^(,|--|—|–|-)$/.test(mark) || noun > verb) return noun
  for (let i = verb - 2; i > 0 && i > verb - longestAside; i--) {
    const form = formAt(tree, i)
    if (/^["“”]$/.test(form) && tree.tokens.slice(i, verb).filter((t) => /^["“”]$/.test(t.form)).length % 2 === 1)
      return noun
    if (!/^(who|which)$/.test(form) || formAt(tree, i - 1) !== mark) continue
    let at = i - 2
    while (at >= 0 && /^(PUNCT|NUM)$/.test(tree.tokens[at]!.upos)) at--
    while (at >= 0 && isRelation(tree.tokens[at]!.deprel, 'flat') && tree.tokens[at]!.head < at)
      at = tree.tokens[at]!.head
    return at >= 0 && /^(PROPN|NOUN)$/.test(tree.tokens[at]!.upos) ? outermost(tree, described(tree, at)) : noun
  }
  return noun
}

/** "Ada Holm of Vellamere, who …, said": what is said of her home is no aside of the home's; whoever the phrase names speaks. */
function described(tree: Tree, noun: number): number {
  let top = noun
  while (tree.tokens[top]!.deprel === 'nmod' && tree.tokens[top]!.head >= 0 && tree.tokens[top]!.head < top)
    top = tree.tokens[top]!.head
  return /^(PROPN|NOUN)$/.test(tree.tokens[top]!.upos) ? top : noun
}

/** "a profiler who caught the burglar Jo Marrick": the profiler, where the parser hung a name inside a clause of "who". */
function outermost(tree: Tree, noun: number): number {
  let top = noun
  for (let t = noun; t >= 0; t = tree.tokens[t]!.head) {
    const { deprel, head } = tree.tokens[t]!
    if (
      isRelation(deprel, 'acl:relcl') &&
      head >= 0 &&
      head < noun &&
      /^(who|which)$/.test(formAt(tree, subjectWord(tree, t)))
    )
      top =
        isRelation(tree.tokens[head]!.deprel, 'appos') && tree.tokens[tree.tokens[head]!.head]!.upos === 'PROPN'
          ? tree.tokens[head]!.head
          : head
  }
  return top
}

function subjectWord(tree: Tree, verb: number): number {
  return childBy(tree, verb, 'nsubj') ?? -1
}

/** Those to whom it was said and through whom it therefore came: "told the Gazette", "in an interview with the Gazette". */
export function hearersOf(tree: Tree, verb: number, parsed: ParsedReport): Phrase[] {
  const saying = parsed.saying.verb(formAt(tree, verb))
  // "warned Jo Marrick that …": who is warned, assured or convinced hears it for himself and hands nothing on.
  const takesHearer =
    saying?.takes.has('hearer') === true &&
    !/^(warn|assure|remind|promise|reassure|persuade|convince|teach|ask|urge|beg)$/.test(saying.verb)
  // "asked aides to print it": who is asked or offered something hands nothing on.
  const direct = takesHearer ? childrenBy(tree, verb, 'obj', 'iobj') : []
  const oblique = childrenBy(tree, verb, 'obl', 'nmod').flatMap((child) => throughOblique(tree, verb, child, parsed))
  const spoken = childrenBy(tree, verb, 'advcl').filter((child) =>
    /^(speak|talk|write|testify)/.test(tree.tokens[child]!.lemma),
  )
  const spokenTo = spoken.flatMap((child) =>
    childrenBy(tree, child, 'obl').filter((obl) => /^(to|with)$/.test(caseOf(tree, obl))),
  )
  return [...direct, ...oblique, ...spokenTo]
    .filter((token) => isHearer(tree, token, parsed))
    .map((token) => phraseAt(tree, token))
}

/** "to the BBC" → the BBC; "in an interview with the paper" → the paper; "in an e-mail to the paper" → the paper. */
function throughOblique(tree: Tree, verb: number, token: number, parsed: ParsedReport): number[] {
  const marker = caseOf(tree, token)
  if (marker === 'to' || marker === 'with') return isTurnedTo(tree, verb, token, parsed) ? [] : [token]
  if (!/^(in|during|on|by|via|through)$/.test(marker)) return []
  const noun = formAt(tree, token)
  if (
    !/^(interview|conversation|call|email|e-mail|letter|message|statement|text|comments?|remarks|briefing|note)$/.test(
      noun,
    )
  )
    return []
  return childrenBy(tree, token, 'nmod')
    .filter((child) => ['to', 'with', 'for'].includes(caseOf(tree, child)))
    .filter((child) => !/^(e-?mail|letter|message|text|note)$/.test(noun) || isPress(tree, child, parsed))
    .concat(noun === 'interview' ? childrenBy(tree, token, 'nmod:poss', 'compound') : [])
    .filter((child) => parsed.mentions[tree.sentence.index]?.some((m) => m.headToken === child && m.kind !== 'pronoun'))
}

/**
 * "Ada Holm agreed with Jo Marrick that …", "objected to the council that …", "wrote to the mayor that …":
 * with whom one agrees or to whom one turns hears it, and hands nothing on; a paper that one writes to may print it.
 */
function isTurnedTo(tree: Tree, verb: number, token: number, parsed: ParsedReport): boolean {
  const lemma = tree.tokens[verb]!.lemma.toLowerCase()
  if (/^(agree|disagree|concur|differ|side|argue|plead|sympathi[sz]e)$/.test(lemma)) return true
  if (/^(object|respond|reply|react|refer|point|apologi[sz]e|promise|pledge|vow|call|appeal|listen)$/.test(lemma))
    return true
  return /^(write|tweet|post)$/.test(lemma) && !isPress(tree, token, parsed)
}

/**
 * "in a letter to the Gazette" came through the Gazette; "in a letter to Congress", "to Ada Holm", "to the minister" did not:
 * a letter has come from whoever wrote it, and only a paper is known to print what it receives.
 */
function isPress(tree: Tree, token: number, parsed: ParsedReport): boolean {
  if (parsed.saying.isOutlet(formAt(tree, token))) return true
  const mention = parsed.mentions[tree.sentence.index]?.find((m) => m.headToken === token)
  if (mention?.kind !== 'name') return false
  return mention.type === 'work' || (mention.type === 'organisation' && !isPublicBody(formAt(tree, token)))
}

function isPublicBody(form: string): boolean {
  return /^(congress|senate|house|parliament|assembly|council|committee|commission|board|court|department|ministry|office|agency|administration|government|bureau|union|party|force|police|army|navy)$/.test(
    form,
  )
}

function isHearer(tree: Tree, token: number, parsed: ParsedReport): boolean {
  const { form, upos, xpos } = tree.tokens[token]!
  if (parsed.saying.isAnyHearer(form)) return false
  if (/^(me|us|you|myself|himself|herself|themselves|itself)$/i.test(form)) return false
  if (/^(it|that|this|what|which|him|her|them|who|whom)$/i.test(form)) {
    return parsed.mentions[tree.sentence.index]?.some((m) => m.headToken === token && m.character >= 0) === true
  }
  return (
    (upos === 'PROPN' || upos === 'NOUN') &&
    xpos !== 'CD' &&
    !parsed.reading.times.some((t) => t.start <= tree.tokens[token]!.start && tree.tokens[token]!.end <= t.end)
  )
}

/** The agent of a passive: "by the group" in "he was told by the group". */
export function agentOf(tree: Tree, verb: number): number | undefined {
  return childBy(tree, verb, 'obl:agent') ?? childrenBy(tree, verb, 'obl').find((child) => caseOf(tree, child) === 'by')
}
