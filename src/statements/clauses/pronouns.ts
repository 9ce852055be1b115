import type { Character, Mention } from '../../model/reading.js'
import type { Voice } from '../../model/statements.js'
import { isQuoted, type ParsedReport } from '../parsed-report.js'
import { childBy, childrenBy, formAt, isRelation, type Tree } from '../trees.js'
import { printed, type Word } from './words.js'

/** Puts names for pronouns in one gist. */
export interface Namer {
  /** The word for a token: its form, or the name it stands for. */
  readonly word: (token: number) => Word
  /** The name of the person, body or place that a token heads the naming of, where it has one. */
  readonly nameAt: (token: number) => string | undefined
}

const third = /^(he|she|it|they|him|her|them|his|its|their|hers|theirs)$/i
const first = /^(i|me|my|mine)$/i

/**
 * "She lit the lamp and he saw her" → "Ada Holm lit the lamp …": the first pronoun for somebody becomes the name,
 * the second stays, and so does one whose name stands among `own`, the gist's own tokens.
 * "I" and "my" become the speaker: "Ada Holm … her".
 */
export function namerFor(tree: Tree, own: readonly number[], speaker: Voice | null, parsed: ParsedReport): Namer {
  const mentions = parsed.mentions[tree.sentence.index] ?? []
  const inside = new Set(own)
  const heads = mentions.filter(
    ({ kind, headToken, character }) => kind !== 'pronoun' && character >= 0 && inside.has(headToken),
  )
  const isNamed = (character: number, i: number) =>
    named.has(character) ||
    // "the captain" names no one to a reader who has not met him, unless the pronoun follows.
    heads.some((m) => m.character === character && (m.kind === 'name' || m.headToken < i))
  const named = new Set<number>()
  const replaced = new Set<number>()
  // "Ada Holm said her sister had left her": whose sister it is the words leave open to any woman named before, and so does the gist;
  // and where Holm says "her sister", it is not somebody else's for sure.
  const isOpen = (i: number, character: number) => {
    if (!isOwners(tree, i) || parsed.reading.characters[character]?.type !== 'person') return false
    const mayBe = (other: number) =>
      other >= 0 && other !== character && isPerson(other, parsed) && !isCalledOtherwise(formAt(tree, i), other, parsed)
    return (
      (typeof speaker === 'number' && mayBe(speaker)) ||
      heads.some((m) => m.headToken < i && m.kind === 'name' && mayBe(m.character))
    )
  }
  const word = (i: number): Word => {
    const { form, upos, xpos } = tree.tokens[i]!
    // "the lamp that’s lit": where the gist begins with the short form, a name or noun is put before it.
    const full = inFull(tree, i, i === own[0] ? new Set([i - 1]) : replaced)
    if (full !== undefined) return { ...printed(i, full), apart: true }
    const who =
      upos === 'PRON' && (third.test(form) || first.test(form)) && !isInitial(tree, i)
        ? meantBy(tree, i, mentions, speaker, parsed)
        : undefined
    const isFirst = first.test(form)
    if (who === undefined) return printed(i, agreed(tree, i, replaced))
    if (!isFirst && isOpen(i, who.index)) return printed(i, form)
    const possessive =
      xpos === 'PRP$' ||
      /^(mine|hers|theirs|his)$/i.test(form) ||
      isRelation(tree.tokens[i]!.deprel, 'nmod:poss') ||
      isOwnersHer(tree, i)
    const back = isFirst ? thirdPerson(tree, i, who, possessive, parsed) : form
    if (isNamed(who.index, i) && back !== undefined) {
      if (isFirst) replaced.add(i)
      return printed(i, back)
    }
    named.add(who.index)
    replaced.add(i)
    return printed(i, possessive ? `${who.name}${who.name.endsWith('s') ? '’' : '’s'}` : who.name)
  }
  const nameAt = (i: number): string | undefined => {
    // "office head Ada Holm": the parser may take the title for the head.
    const isOwn = (m: Mention) => {
      const { deprel, head } = tree.tokens[m.headToken]!
      const isBehind = head === i && m.firstToken === i + 1 && m.type === 'person'
      return m.headToken === i || (isBehind && isRelation(deprel, 'appos', 'flat', 'nmod:desc'))
    }
    const mention = mentions.find((m) => m.kind === 'name' && isOwn(m))
    const character = mention && parsed.reading.characters[mention.character]
    return character?.named === true ? character.name : undefined
  }
  return { word, nameAt }
}

function isPerson(character: number, { reading }: ParsedReport): boolean {
  return reading.characters[character]?.type === 'person'
}

/** "her" is nobody whom the report calls "he" alone. */
function isCalledOtherwise(owner: string, character: number, parsed: ParsedReport): boolean {
  const { she, he } = parsed.called[character]!
  return (owner === 'her' && he && !she) || (owner === 'his' && she && !he)
}

/** "(I-Ennet)": a letter and no speaker. */
function isInitial(tree: Tree, i: number): boolean {
  return tree.tokens[i]!.form === 'I' && (/^[-–]/.test(formAt(tree, i + 1)) || formAt(tree, i - 1) === '(')
}

/** "“He is not welcome,” Holm said": in somebody's own words "he" is another. */
export function isQuotedOther(tree: Tree, i: number, parsed: ParsedReport): boolean {
  return /^(he|she|him|her|his|hers)$/.test(formAt(tree, i)) && isQuoted(tree.tokens[i]!.start, parsed)
}

/** "his", "her" and "their" before what they own. */
function isOwners(tree: Tree, i: number): boolean {
  return tree.tokens[i]!.xpos === 'PRP$' || isRelation(tree.tokens[i]!.deprel, 'nmod:poss') || isOwnersHer(tree, i)
}

/** "revealed her position": the tagger may take "her" for a person who is given something; behind her there would be an article. */
function isOwnersHer(tree: Tree, i: number): boolean {
  const next = tree.tokens[i + 1]
  return formAt(tree, i) === 'her' && next !== undefined && /^(NN|NNS|JJ|NNP)$/.test(next.xpos)
}

/** "It is too early to tell", "it is likely that": an "it" that holds the place of a clause. */
export function isPlaceholder(tree: Tree, i: number): boolean {
  const { deprel, head } = tree.tokens[i]!
  if (formAt(tree, i) !== 'it' || head < 0) return false
  if (isRelation(deprel, 'expl')) return true
  // "it is the first time", "it is a fact that", "when it comes to boats"
  const noun = tree.tokens[head]!
  const isOfNothing =
    /^(time|result|way|fact|reason|case|thing|matter|surprise|shame|pity|mistake|day|moment|problem|question|part|lot|kind|sort|opportunity|chance)$/.test(
      noun.lemma.toLowerCase(),
    ) && childBy(tree, head, 'cop') !== undefined
  if (isRelation(deprel, 'nsubj') && (isOfNothing || /^(take|seem|appear|happen|turn)$/.test(noun.lemma))) return true
  return (
    isRelation(deprel, 'nsubj') &&
    tree.tokens[head]!.upos === 'ADJ' &&
    childBy(tree, head, 'cop') !== undefined &&
    childrenBy(tree, head, 'csubj', 'ccomp', 'xcomp', 'advcl').some(
      (child) => child > head && /^(to|that|whether|for)$/.test(formAt(tree, childBy(tree, child, 'mark') ?? -1)),
    )
  )
}

/** Who a pronoun stands for, where the reading tells and has a name or description for it. */
function meantBy(
  tree: Tree,
  i: number,
  mentions: readonly Mention[],
  speaker: Voice | null,
  parsed: ParsedReport,
): Character | undefined {
  if (isPlaceholder(tree, i)) return undefined
  const mention = mentions.find((m) => m.headToken === i && m.kind === 'pronoun')
  const own = mention ? mention.character : -1
  if (own >= 0 && own === speaker && isQuotedOther(tree, i, parsed)) return undefined
  const index = own >= 0 ? own : first.test(tree.tokens[i]!.form) && typeof speaker === 'number' ? speaker : -1
  const character = parsed.reading.characters[index]
  // "it" may stand for a whole clause, and someone known by a pronoun alone has no name to put.
  return character && !/^(i|we|you|he|she|it|they|me|us|him|her|them|who|this|that)$/i.test(character.name)
    ? character
    : undefined
}

/** "my" of someone named already: "her", where the report calls them "she"; undefined where it does not tell. */
function thirdPerson(
  tree: Tree,
  i: number,
  who: Character,
  possessive: boolean,
  parsed: ParsedReport,
): string | undefined {
  const { she, he } = parsed.called[who.index]!
  if (she === he) return undefined
  if (possessive) return she ? 'her' : 'his'
  const subject = isRelation(tree.tokens[i]!.deprel, 'nsubj')
  return she ? (subject ? 'she' : 'her') : subject ? 'he' : 'him'
}

/** "’m" after a name → "is", "’s" → "is" or "has", "’ll" → "will": a name takes no short form. */
function inFull(tree: Tree, i: number, replaced: ReadonlySet<number>): string | undefined {
  const { form, deprel, head } = tree.tokens[i]!
  if (!/^[’'](m|re|s|ve|ll|d)$/i.test(form) || !isRelation(deprel, 'aux', 'cop') || !replaced.has(i - 1))
    return undefined
  const short = form.slice(1).toLowerCase()
  const wasFirst = first.test(formAt(tree, i - 1))
  const verb = tree.tokens[head]
  if (short === 'll') return 'will'
  if (short === 've') return wasFirst ? 'has' : 'have'
  if (short === 'm') return 'is'
  if (short === 're') return 'are'
  if (short === 'd') return verb?.xpos === 'VBN' || verb?.xpos === 'VBD' ? 'had' : 'would'
  return deprel === 'aux' && verb !== undefined && /^(VBN|VBD)$/.test(verb.xpos) ? 'has' : 'is'
}

/** "I am", "I have", "I want" → the third person that the name takes, where a name was put. */
function agreed(tree: Tree, i: number, replaced: ReadonlySet<number>): string {
  const { form, head, xpos, deprel } = tree.tokens[i]!
  const auxiliary = isRelation(deprel, 'aux', 'cop', 'aux:pass')
  const verb = auxiliary ? head : i
  const subject = verb >= 0 ? childBy(tree, verb, 'nsubj') : undefined
  if (subject === undefined || !replaced.has(subject) || !/^i$/i.test(tree.tokens[subject]!.form)) return form
  const known: Readonly<Record<string, string>> = { am: 'is', have: 'has', do: 'does' }
  const spoken = known[form.toLowerCase()]
  if (spoken) return xpos === 'VB' ? form : spoken
  return xpos === 'VBP' ? thirdOf(form) : form
}

/** "want" → "wants", "carry" → "carries", "have" → "has" */
export function thirdOf(verb: string): string {
  if (verb === 'have') return 'has'
  if (verb === 'be') return 'is'
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  return `${verb}${/(s|sh|ch|x|o|z)$/.test(verb) ? 'es' : 's'}`
}
