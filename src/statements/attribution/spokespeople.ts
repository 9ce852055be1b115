import type { ParsedReport } from '../parsed-report.js'
import { characterOf, phraseAt } from '../phrases.js'
import { caseOf, childrenBy, formAt, isRelation, type Tree } from '../trees.js'

/**
 * "Ada Holm, a spokeswoman for the ministry, said …"  →  Ada Holm speaks for the ministry, wherever she speaks in the report
 *
 * Gives the body for which each character speaks, by index. Whoever speaks for a body hands on its word,
 * so the body is a step before the person.
 */
export function spokespeople(parsed: ParsedReport): ReadonlyMap<number, number> {
  const bodies = new Map<number, number>()
  for (const tree of parsed.trees) {
    for (let token = 0; token < tree.tokens.length; token++) {
      if (!isSpokesperson(tree, token)) continue
      const described = personAt(tree, token)
      const person = characterOf(phraseAt(tree, described), parsed)
      // A description that the reading joins with a name further off may be another one's.
      if (described === token && parsed.reading.characters[person]?.named && !isNamedHere(tree, token, person, parsed))
        continue
      const body = bodyOf(tree, token, parsed)
      if (person >= 0 && body !== undefined && body !== person && !bodies.has(person)) bodies.set(person, body)
    }
  }
  return bodies
}

function isSpokesperson(tree: Tree, token: number): boolean {
  const form = formAt(tree, token)
  if (/^spokes(man|woman|person|men|women|people)$/.test(form)) return true
  return form === 'officer' && /^(press|media|information|affairs|communications)$/.test(formAt(tree, token - 1))
}

/** Whether the name of the character stands beside the word: "a spokeswoman, Ada Holm". */
function isNamedHere(tree: Tree, token: number, person: number, parsed: ParsedReport): boolean {
  const beside = new Set(childrenBy(tree, token, 'appos', 'flat', 'compound'))
  return (parsed.mentions[tree.sentence.index] ?? []).some(
    ({ kind, character, headToken }) => kind === 'name' && character === person && beside.has(headToken),
  )
}

/** "spokesman Emil Lingard", "Emil Lingard, a spokesman": the name that the word describes. */
function personAt(tree: Tree, token: number): number {
  const { deprel, head } = tree.tokens[token]!
  if (isRelation(deprel, 'appos', 'compound', 'flat', 'nmod:desc') && head >= 0 && tree.tokens[head]!.upos === 'PROPN')
    return head
  return token
}

/** "for the ministry", "the ministry’s", "a ministry …": the body as a character of the report. */
function bodyOf(tree: Tree, token: number, parsed: ParsedReport): number | undefined {
  const owners = [
    ...childrenBy(tree, token, 'nmod').filter((child) => /^(for|of|with|at|from)$/.test(caseOf(tree, child))),
    ...childrenBy(tree, token, 'nmod:poss'),
    ...childrenBy(tree, token, 'compound', 'amod', 'nmod'),
  ]
  for (const owner of owners) {
    const known = characterOf(phraseAt(tree, owner), parsed)
    if (known >= 0 && isBody(known, parsed)) return known
    const named = bodyCalled(formAt(tree, owner), parsed)
    if (named !== undefined) return named
  }
  // "police News Affairs Officer Emil Lingard": the words in front of the title.
  for (let i = token - 1; i >= 0 && i >= token - 4 && /^(NOUN|PROPN|ADJ)$/.test(tree.tokens[i]!.upos); i--) {
    const named = bodyCalled(formAt(tree, i), parsed)
    if (named !== undefined) return named
  }
  return undefined
}

/** "police", "ministry": the one body of the report that is called so. */
function bodyCalled(word: string, parsed: ParsedReport): number | undefined {
  const called = parsed.reading.characters.filter(
    ({ index, name }) => isBody(index, parsed) && name.toLowerCase().split(/\s+/).at(-1) === word,
  )
  const named = called.filter((character) => character.named)
  return named.length === 1 ? named[0]!.index : called.length >= 1 && named.length === 0 ? called[0]!.index : undefined
}

function isBody(character: number, { reading }: ParsedReport): boolean {
  const type = reading.characters[character]?.type
  return type === 'organisation' || type === 'group'
}
