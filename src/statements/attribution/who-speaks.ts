import { overlaps, type Range } from '../../model/span.js'
import type { Voice } from '../../model/statements.js'
import { isQuoted, type ParsedReport } from '../parsed-report.js'
import { characterOf, type Phrase, phraseAt } from '../phrases.js'
import { caseOf, childrenBy, formAt, isRelation, type Tree } from '../trees.js'
import { distanceFrom } from './distance.js'
import { outletMeant } from './outlet-meant.js'
import type { Proposal } from './proposal.js'
import type { SentenceIndex } from './sentence-index.js'
import type { SettledAttribution } from './settle.js'

/** What one may look at to tell who speaks. */
export interface Company {
  /** The attribution in whose words this one stands. */
  readonly above: SettledAttribution | undefined
  /** The last one before that stands in nobody's words. */
  readonly last: SettledAttribution | undefined
  readonly parsed: ParsedReport
  readonly index: SentenceIndex
}

/**
 * Who is meant by the words that name a voice: a character, or −1 where that cannot be told.
 *
 * Reports go on with the one who spoke before: "he" whom the reading does not know, or mistakes for somebody whom his own words name,
 * is that one, and so are "I" in somebody's words and "the statement" that somebody has just issued.
 */
export function whoSpeaks(source: Phrase, proposal: Proposal, company: Company): Voice {
  const { above, parsed } = company
  const tree = parsed.trees[source.sentence]
  const own = tree ? formAt(tree, source.head) : ''
  const character = characterNamed(tree ? antecedentOf(source, tree) : source, parsed)
  const isUnknown = character < 0 || isOnlyPronoun(character, parsed)
  if (/^(i|we)$/.test(own)) return isUnknown ? (above?.chain.at(-1) ?? -1) : character
  if (/^(he|she)$/.test(own)) {
    if (isSpeakerItself(character, source, company)) return spokenOfBefore(own, source, company)
    if (isUnknown || isOneSpokenOf(character, proposal.content, company)) return speakerBefore(own, proposal, company)
    return goesOnSpeaking(own, character, source, proposal, company) ?? character
  }
  if (tree && isDefinite(source, company)) {
    const outlet = outletMeant(source, parsed)
    if (outlet !== undefined) return outlet
    const issuer = issuerOf(own, proposal, company)
    if (issuer !== undefined) return issuer
  }
  return isUnknown ? (tree ? ownerOfPaper(source, tree, parsed) : -1) : character
}

/** "keepers who said": those of whom "who" speaks. */
function antecedentOf(source: Phrase, tree: Tree): Phrase {
  if (!/^(who|which|that)$/.test(formAt(tree, source.head))) return source
  // "Mr. Holm, who asked": right behind a name's comma, whatever the parser made of the clause.
  const beside = source.head - 2
  if (formAt(tree, source.head - 1) === ',' && tree.tokens[beside]?.upos === 'PROPN') {
    const { deprel, head } = tree.tokens[beside]!
    const top = isRelation(deprel, 'flat') && head >= 0 ? head : beside
    const isDescribed = isRelation(tree.tokens[top]!.deprel, 'nmod', 'appos')
    if (!isDescribed) return phraseAt(tree, top)
  }
  const clause = tree.tokens[tree.tokens[source.head]!.head]
  return clause && isRelation(clause.deprel, 'acl') && clause.head >= 0 ? phraseAt(tree, clause.head) : source
}

/**
 * "according to a Harbour Office statement", "a statement by Ada Holm said": a paper without a name of its own
 * speaks for the one whose name it bears, or from whom it comes.
 */
function ownerOfPaper({ head, sentence }: Phrase, tree: Tree, { saying, mentions }: ParsedReport): Voice {
  const form = formAt(tree, head)
  if (!saying.isDocument(form) && saying.noun(form) === undefined) return -1
  const names = [
    ...childrenBy(tree, head, 'compound', 'nmod:poss'),
    ...childrenBy(tree, head, 'nmod').filter((child) => /^(by|from)$/.test(caseOf(tree, child))),
  ]
  const owner = mentions[sentence]?.find(
    ({ kind, type, headToken }) => kind === 'name' && type !== 'place' && type !== 'work' && names.includes(headToken),
  )
  return owner?.character ?? -1
}

/** Who is meant by a phrase, or by a name that its head is joined to over titles: "Minister of State Ada Holm, R-Vellamere". */
export function characterNamed(source: Phrase, parsed: ParsedReport): number {
  const known = characterOf(source, parsed)
  const tree = parsed.trees[source.sentence]
  // "Ennet Police Chief Jo Marrick", "Rights League President Jo Marrick": a place or body at the head of titles does not speak.
  const type = parsed.reading.characters[known]?.type
  const isPlace = known >= 0 && type === 'place'
  const isBody = known >= 0 && (type === 'organisation' || type === 'group')
  if ((known >= 0 && !isPlace && !isBody) || !tree) return known
  const isJoined = (token: number) => {
    let at = token
    while (at !== source.head && at >= 0 && isRelation(tree.tokens[at]!.deprel, 'flat', 'appos', 'compound'))
      at = tree.tokens[at]!.head
    return at === source.head
  }
  const { text } = parsed.reading.report
  // Whatever the parser made of it, a name after titles and before a comma is the head of its phrase.
  const isAfterTitles = ({ start, end }: Range) =>
    start >= source.start &&
    end <= source.end &&
    text
      .slice(source.start, start)
      .split(/\s+/)
      .every((word) => word === '' || /^\p{Lu}/u.test(word)) &&
    (end === source.end || /^([,(]|(of|from) )/.test(text.slice(end, end + 6).trimStart()))
  const named = (parsed.mentions[source.sentence] ?? []).find(
    (mention) =>
      mention.kind === 'name' &&
      mention.type === 'person' &&
      mention.character >= 0 &&
      ((!isBody && isJoined(mention.headToken)) || isAfterTitles(mention)),
  )
  return named?.character ?? (isPlace || isBody ? known : -1)
}

/**
 * "“Holm should go,” Jo Marrick said. He added: …": whoever speaks on is Marrick, and not the one whom he has just spoken of.
 * Undefined where the pronoun's own reading stands.
 */
function goesOnSpeaking(
  pronoun: string,
  character: number,
  source: Phrase,
  proposal: Proposal,
  company: Company,
): Voice | undefined {
  const { last, parsed, index } = company
  const voice = last?.chain.at(-1)
  if (!last || typeof voice !== 'number' || voice < 0 || voice === character) return undefined
  if (distanceFrom(last, proposal, index) > 1) return undefined
  const { mentions, characters } = parsed.reading
  const { named, type } = characters[voice]!
  if (!named || type !== 'person') return undefined
  const before = characters[character]!.mentions.map((m) => mentions[m]!).filter((m) => m.end <= source.start)
  const nearest = before.at(-1)
  const isQuotedOnly =
    nearest !== undefined &&
    last.content.some((range) => overlaps(range, nearest)) &&
    !isVoiceIn(character, last, parsed)
  if (!isAdding(proposal, parsed) && !isQuotedOnly) return undefined
  const speaker = speakerBefore(pronoun, proposal, company)
  return speaker === -1 ? undefined : speaker
}

/** "“He feared the sea,” Holm said": whom somebody calls "he" in his own words is not himself. */
function isSpeakerItself(character: number, source: Phrase, { above, parsed }: Company): boolean {
  if (!above || character < 0 || above.chain.at(-1) !== character) return false
  const isInWords = above.content.some((range) => overlaps(range, source))
  return isInWords && isQuoted(source.start, parsed) && above.source.every(({ start }) => !isQuoted(start, parsed))
}

/** "Emil Lingard left. “He feared the sea,” Holm said.": the person named last before the quotation, other than who speaks. */
function spokenOfBefore(pronoun: string, source: Phrase, { above, parsed }: Company): Voice {
  const speaker = above!.chain.at(-1)
  const { characters } = parsed.reading
  for (let s = source.sentence; s >= Math.max(0, source.sentence - 2); s--) {
    const named = (parsed.mentions[s] ?? []).findLast(
      ({ kind, character, end }) =>
        kind === 'name' &&
        end <= source.start &&
        character >= 0 &&
        character !== speaker &&
        characters[character]!.type === 'person' &&
        !isCalled(otherGender[pronoun] ?? '', character, parsed),
    )
    if (named) return named.character
  }
  return -1
}

function isVoiceIn(character: number, { source }: SettledAttribution, { reading }: ParsedReport): boolean {
  return reading.characters[character]!.mentions.some((m) =>
    source.some((range) => overlaps(range, reading.mentions[m]!)),
  )
}

/**
 * The last one who spoke, when that is somebody, and not long ago.
 * "he added" right behind somebody's words is that one, whatever pronouns the reading gave to the name besides.
 */
function speakerBefore(pronoun: string, proposal: Proposal, { above, last, parsed, index }: Company): Voice {
  if (above) return -1
  const voice = last?.chain.at(-1)
  if (last === undefined || typeof voice !== 'number' || parsed.reading.characters[voice]?.type !== 'person') return -1
  const distance = distanceFrom(last, proposal, index)
  if (distance <= 0 && isAdding(proposal, parsed)) return voice
  if (distance > 2 || isCalled(otherGender[pronoun] ?? '', voice, parsed)) return -1
  return voice
}

function isAdding({ cue }: Proposal, { reading }: ParsedReport): boolean {
  const [first] = cue
  return (
    first !== undefined &&
    /^(also )?(add(s|ed)|continu(es|ed)|(goes|went) on)/i.test(reading.report.text.slice(first.start, first.end))
  )
}

const otherGender: Readonly<Record<string, string>> = { he: 'she', she: 'he' }

function isCalled(pronoun: string, character: number, { reading }: ParsedReport): boolean {
  return reading.characters[character]!.mentions.some((m) => {
    const { start, end } = reading.mentions[m]!
    return reading.report.text.slice(start, end).toLowerCase() === pronoun
  })
}

// Mentions that the reading could only join with each other: "he … he".
function isOnlyPronoun(character: number, { reading }: ParsedReport): boolean {
  return reading.characters[character]!.mentions.every((m) => reading.mentions[m]!.kind === 'pronoun')
}

/** "He said that Lingard had left": nobody calls himself by his name, and nobody is first met in his own words. */
function isOneSpokenOf(character: number, content: readonly Range[], { parsed, index }: Company): boolean {
  const { mentions, characters } = parsed.reading
  const first = characters[character]!.mentions.map((m) => mentions[m]!).find(({ kind }) => kind !== 'pronoun')
  if (first && content.some((range) => overlaps(range, first))) return true
  const surname = characters[character]!.name.split(/\s+/).at(-1)
  return content.some((range) => {
    const [from, to] = index(range)
    return parsed.mentions
      .slice(from, to + 1)
      .some((list) =>
        list.some(
          (mention) =>
            mention.kind === 'name' &&
            overlaps(mention, range) &&
            (mention.character === character || wordsOf(mention, parsed).at(-1) === surname),
        ),
      )
  })
}

function wordsOf({ start, end }: Range, { reading }: ParsedReport): string[] {
  return reading.report.text.slice(start, end).split(/\s+/)
}

function isDefinite(source: Phrase, { parsed }: Company): boolean {
  const tree = parsed.trees[source.sentence]!
  return childrenBy(tree, source.head, 'det').some((det) => /^(the|this|that)$/.test(formAt(tree, det)))
}

/** "The ministry said in a statement … The statement said": a paper that somebody has just been quoted from speaks for them. */
function issuerOf(noun: string, proposal: Proposal, { last, parsed, index }: Company): Voice | undefined {
  if (!last || !/^(statement|letter|post|posting|tweet|release|email|e-mail|message|memo)$/.test(noun)) return undefined
  const voice = last.chain.at(-1)
  if (voice === undefined || voice === 'outlet' || voice < 0 || distanceFrom(last, proposal, index) > 2)
    return undefined
  const { sentences, report } = parsed.reading
  return [...last.cue, ...last.source].some((range) => {
    const { start, end } = sentences[index(range)[0]] ?? range
    return report.text.slice(start, end).toLowerCase().includes(noun)
  })
    ? voice
    : undefined
}
