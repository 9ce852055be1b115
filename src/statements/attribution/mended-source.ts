import { personCallings } from '../../knowledge/callings.js'
import { isTensed } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import { contains, overlaps } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { characterOf, type Phrase, phraseAt } from '../phrases.js'
import { isPassive, subjectOf } from '../subjects.js'
import { caseOf, childBy, formAt, isRelation, isVerb, type Tree } from '../trees.js'
import type { Proposal } from './proposal.js'
import type { SentenceIndex } from './sentence-index.js'

/**
 * A proposal whose voice the parser or the tagger lost, with the voice that the shape of the sentence gives it:
 * the name before an aside, the subject that a participle shares, the subject inside words that hold a verb.
 */
export function withMendedSource(proposal: Proposal, parsed: ParsedReport, index: SentenceIndex): Proposal {
  const cue = proposal.cue[0]
  const tree = cue && parsed.trees[index(cue)[0]]
  if (!cue || !tree || /^(headline|according-to|citing)$/.test(proposal.rule)) return proposal
  const verb = tree.tokens.findIndex((token) => isVerb(token) && contains(cue, token))
  if (verb < 0) return proposal
  const person = personBehindWho(proposal, tree, verb, parsed)
  if (person) return { ...proposal, source: person }
  const named = nameBeforeAside(tree, verb, parsed)
  if (named && !isPerson(proposal.source, parsed) && isLoose(proposal.source, tree, named, verb))
    return { ...proposal, source: named, content: without(proposal.content, named) }
  const shared = participleActor(tree, verb)
  if (shared !== undefined && !isSubject(proposal.source, tree) && !isTime(tree, shared, parsed))
    return { ...proposal, source: phraseAt(tree, shared) }
  return widened(shrunk(parted(proposal, tree, verb), tree), tree, verb, parsed)
}

/**
 * "a friend whom she knew from the regatta in Ennet who said …"  →  the friend, not the regatta or Ennet
 *
 * Whoever "who" stands for is somebody: where it follows a place or thing that only tells where somebody is from, that one is meant.
 */
function personBehindWho({ source }: Proposal, tree: Tree, verb: number, parsed: ParsedReport): Phrase | undefined {
  if (!source || source.sentence !== tree.sentence.index || source.head >= verb) return undefined
  const who = childBy(tree, verb, 'nsubj')
  if (who === undefined || formAt(tree, who) !== 'who') return undefined
  const noun = formAt(tree, source.head) === 'who' ? nounOfWho(tree, verb) : source.head
  if (noun === undefined || noun > who || !isOnlyWhere(tree, noun, parsed)) return undefined
  for (let t = tree.tokens[noun]!.head, steps = 0; t >= 0 && steps < highest; t = tree.tokens[t]!.head, steps++) {
    const { upos, deprel } = tree.tokens[t]!
    if (upos === 'VERB' && !isRelation(deprel, 'acl')) return undefined
    if (t < noun && /^(NOUN|PROPN)$/.test(upos) && !isOnlyWhere(tree, t, parsed)) return phraseAt(tree, t)
  }
  return undefined
}

/** Words above a noun that are looked at for whom "who" stands. */
const highest = 5

function nounOfWho(tree: Tree, verb: number): number | undefined {
  const { deprel, head } = tree.tokens[verb]!
  return isRelation(deprel, 'acl') && head >= 0 && head < verb ? head : undefined
}

/** "in Ennet", "from the regatta"; not "from keepers", whom the word itself calls persons. */
function isOnlyWhere(tree: Tree, token: number, { mentions }: ParsedReport): boolean {
  if (!/^(in|at|from|on|near|inside|outside|behind|aboard|across|around)$/.test(caseOf(tree, token))) return false
  if (personCallings(tree.tokens[token]!.lemma).length > 0) return false
  const type = mentions[tree.sentence.index]?.find(({ headToken }) => headToken === token)?.type
  return type !== 'person' && type !== 'group' && tree.tokens[token]!.xpos !== 'NNS'
}

/** "[futile, and members of both houses] have vowed": where a subject of its own follows "and", the voice begins with it. */
function parted(proposal: Proposal, tree: Tree, verb: number): Proposal {
  const { source } = proposal
  const { upos: kind, head: main } = tree.tokens[verb]!
  const subject = childBy(tree, kind === 'AUX' && main >= 0 ? main : verb, 'nsubj')
  if (!source || source.sentence !== tree.sentence.index) return proposal
  const from = tree.tokens.findIndex((token) => token.start >= source.start)
  const joint = tree.tokens.findIndex(
    ({ form, start }, i) => i > from && start < source.end && form === ',' && /^(and|but)$/.test(formAt(tree, i + 1)),
  )
  if (joint > from && !tree.tokens.slice(from, joint).some(({ upos }) => /^(NOUN|PROPN|PRON)$/.test(upos)))
    return { ...proposal, source: { ...source, start: tree.tokens[joint + 2]?.start ?? source.start } }
  if (subject === undefined) return proposal
  if (!contains(source, tree.tokens[subject]!)) return proposal
  const fronted = commaOfFronted(tree, from, subject)
  if (fronted !== undefined) return { ...proposal, source: { ...source, start: tree.tokens[fronted + 1]!.start } }
  const phrase = phraseAt(tree, subject)
  const and = tree.tokens.findIndex((token) => token.start >= phrase.start) - 1
  const isParted =
    /^(and|but|while)$/.test(formAt(tree, and)) &&
    formAt(tree, and - 1) === ',' &&
    tree.tokens[and]!.start > source.start
  return isParted && tree.tokens[subject]!.deprel !== 'conj'
    ? { ...proposal, source: { ...phrase, end: source.end } }
    : proposal
}

/** "In [some of his letters, investigators] have said": the comma behind a circumstance that the parser joined to the subject. */
function commaOfFronted(tree: Tree, from: number, subject: number): number | undefined {
  if (tree.tokens[from - 1]?.upos !== 'ADP') return undefined
  const comma = tree.tokens.findLastIndex(({ form }, i) => i > from && i < subject && form === ',')
  const between = tree.tokens.slice(comma + 1, subject)
  return comma > from && between.every(({ upos }) => /^(DET|ADJ|NOUN|PROPN|NUM)$/.test(upos)) ? comma : undefined
}

/** "said [Harbour] Watch President Ada Holm": a voice cut inside a run of capitals that ends with a person's name goes on to its end. */
function widened(proposal: Proposal, tree: Tree, verb: number, parsed: ParsedReport): Proposal {
  const { source } = proposal
  if (!source || source.sentence !== tree.sentence.index || isPerson(source, parsed)) return proposal
  const from = tree.tokens.findIndex(({ end }) => end >= source.end)
  let last = from
  while (last + 1 < tree.tokens.length && last + 1 !== verb && isTitle(tree, last + 1)) last++
  if (last === from || from < 0 || !/^\p{Lu}/u.test(tree.tokens[from]!.form)) return proposal
  const name = parsed.mentions[tree.sentence.index]?.find(
    ({ kind, type, endToken }) => kind === 'name' && type === 'person' && endToken === last + 1,
  )
  return name ? { ...proposal, source: { ...source, end: tree.tokens[last]!.end } } : proposal
}

function isTime(tree: Tree, token: number, { reading }: ParsedReport): boolean {
  return reading.times.some((time) => time.sentence === tree.sentence.index && overlaps(time, tree.tokens[token]!))
}

/** Words that an aside between a name and its verb may have. */
const longestAside = 12

/**
 * "Senator Nora Pym, Liberal of Vellamere, said Tuesday …"  →  Senator Nora Pym
 *
 * A comma, words without a verb and a comma between a person's name and the verb only describe the person.
 */
function nameBeforeAside(tree: Tree, verb: number, parsed: ParsedReport): Phrase | undefined {
  let last = verb - 1
  while (last > 0 && /^(ADV|AUX)$/.test(tree.tokens[last]!.upos)) last--
  if (formAt(tree, last) !== ',') return undefined
  const mentions = parsed.mentions[tree.sentence.index] ?? []
  for (let i = last - 1; i > 0 && i >= last - longestAside; i--) {
    const token = tree.tokens[i]!
    if (isVerb(token) || /["“”:;]/.test(token.form)) return undefined
    if (token.form !== ',') continue
    const name = mentions.find(
      ({ kind, type, endToken, character }) => kind === 'name' && type === 'person' && endToken === i && character >= 0,
    )
    if (!name) continue
    let first = name.firstToken
    while (first > 0 && isTitle(tree, first - 1)) first--
    return {
      sentence: tree.sentence.index,
      head: name.headToken,
      start: tree.tokens[first]!.start,
      end: tree.tokens[i - 1]!.end,
    }
  }
  return undefined
}

function isTitle(tree: Tree, token: number): boolean {
  const { upos, form } = tree.tokens[token]!
  return /^(PROPN|NOUN|ADJ)$/.test(upos) && /^\p{Lu}/u.test(form)
}

function isPerson(source: Phrase | null, parsed: ParsedReport): boolean {
  return source !== null && parsed.reading.characters[characterOf(source, parsed)]?.type === 'person'
}

/** Whether the voice found so far is none, lies in the aside, or behind the verb without being its inverted subject. */
function isLoose(source: Phrase | null, tree: Tree, named: Phrase, verb: number): boolean {
  if (source === null || source.sentence !== named.sentence) return source === null
  const { start } = tree.tokens[source.head]!
  return start >= named.start && start < tree.tokens[verb]!.start
}

/** "“…,” Senator Nora Pym, Liberal of Vellamere": who says it is no part of what is said. */
function without(content: readonly Range[], named: Range): Range[] {
  return content.map((range) =>
    overlaps(range, named) && range.start < named.start ? { start: range.start, end: named.start - 1 } : range,
  )
}

/**
 * "He rejects calls for a toll, saying his plan will help."  →  he
 * "She spoke of the boats, warning that they were old and adding that two had sunk."  →  she, twice
 *
 * A participle behind a comma tells what the subject of the sentence did besides; a second one behind "and" goes with the first.
 */
function participleActor(tree: Tree, verb: number): number | undefined {
  const { xpos } = tree.tokens[verb]!
  if (xpos !== 'VBG' || childBy(tree, verb, 'aux', 'nsubj', 'case', 'det') !== undefined) return undefined
  const before = formAt(tree, verb - 1)
  if (/^(and|but)$/.test(before)) {
    const partner = tree.tokens.findLastIndex(
      (token, i) =>
        i < verb &&
        token.xpos === 'VBG' &&
        formAt(tree, i - 1) === ',' &&
        isRelation(token.deprel, 'advcl', 'acl', 'conj', 'parataxis'),
    )
    const { deprel, head } = tree.tokens[verb]!
    const isOwn = isRelation(deprel, 'conj') && tree.tokens[head]?.xpos === 'VBG'
    return partner < 0 || isOwn ? undefined : participleActor(tree, partner)
  }
  if (before !== ',' || formAt(tree, verb - 2) === ',') return undefined
  for (let t = tree.tokens[verb]!.head, steps = 0; t >= 0 && steps < 6; t = tree.tokens[t]!.head, steps++) {
    const token = tree.tokens[t]!
    if (isRelation(token.deprel, 'acl:relcl', 'appos')) return undefined
    const inTense = isTensed(token) || childBy(tree, t, 'aux') !== undefined
    if (t > verb || !isVerb(token) || !inTense) continue
    const subject = childBy(tree, t, 'nsubj')
    if (subject === undefined || isPassive(tree, t) || subject > verb) return undefined
    return isName(tree, subject) ? subject : undefined
  }
  return undefined
}

function isName(tree: Tree, token: number): boolean {
  return /^(NOUN|PROPN|PRON)$/.test(tree.tokens[token]!.upos)
}

/** Whether the voice found so far is the subject of some verb; a mere object beside the participle is not. */
function isSubject(source: Phrase | null, tree: Tree): boolean {
  if (source === null) return false
  return source.sentence !== tree.sentence.index || isRelation(tree.tokens[source.head]!.deprel, 'nsubj')
}

/** "[He rejects calls for a toll], saying …": of words that hold a clause its subject speaks. */
function shrunk(proposal: Proposal, tree: Tree): Proposal {
  const { source } = proposal
  if (!source || source.sentence !== tree.sentence.index || !isVerb(tree.tokens[source.head]!)) return proposal
  const subject = subjectOf(tree, source.head)
  if (!subject || subject.passive || !isName(tree, subject.token)) return proposal
  const phrase = phraseAt(tree, subject.token)
  return proposal.content.some((range) => overlaps(range, phrase)) ? proposal : { ...proposal, source: phrase }
}
