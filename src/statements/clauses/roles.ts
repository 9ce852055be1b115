import type { PlainRole, Voice } from '../../model/statements.js'
import { agentOf } from '../attribution/speakers.js'
import type { ParsedReport } from '../parsed-report.js'
import { characterOf, phraseAt } from '../phrases.js'
import { isPassive } from '../subjects.js'
import { caseOf, childBy, childrenBy, isVerb, type Tree } from '../trees.js'
import type { Clause } from './clauses.js'
import { objectGapOf } from './gaps.js'
import { coreOf } from './predicate.js'
import { isPlaceholder, isQuotedOther } from './pronouns.js'

/** Who does what to whom, from the parse; active and passive come out alike. `speaker` is who says it, where somebody does. */
export function rolesOf(clause: Clause, speaker: Voice | null, parsed: ParsedReport): PlainRole[] {
  const { tree, predicate, subject, rule } = clause
  const roles: PlainRole[] = []
  const add = (role: PlainRole['role'], token: number | undefined) => {
    if (token === undefined || roles.some((known) => known.start === tree.tokens[token]!.start)) return
    const phrase = phraseAt(tree, token)
    const found = characterOf(phrase, parsed)
    // In "Ada Holm, a baker," the parser's apposition names her again; what she is said to be is no second person.
    const isNobody =
      isPlaceholder(tree, token) ||
      (found === speaker && isQuotedOther(tree, token, parsed)) ||
      (role === 'attribute' && roles.some((known) => known.character === found))
    const character = isNobody ? -1 : found
    roles.push({ role, character: character < 0 ? null : character, start: phrase.start, end: phrase.end })
  }
  const core = coreOf(tree, predicate)
  const copular =
    rule === 'apposition' ||
    rule === 'title' ||
    rule === 'age' ||
    !isVerb(tree.tokens[predicate]!) ||
    childBy(tree, predicate, 'cop') !== undefined
  // "has yet to be charged", "continued to be held"
  const passive = subject?.passive === true || (core !== predicate && isPassive(tree, core))
  add(passive ? 'patient' : 'agent', subject?.token)
  if (copular) {
    add('attribute', predicate)
  } else {
    if (passive) add('agent', agentOf(tree, core))
    add(passive ? 'other' : 'patient', objectGapOf(clause) ?? realObject(tree, core))
    add('recipient', childBy(tree, core, 'iobj'))
    add(
      'attribute',
      childrenBy(tree, core, 'xcomp').find((child) => !isVerb(tree.tokens[child]!)),
    )
  }
  if (rule === 'title') return roles
  for (const oblique of childrenBy(tree, core, 'obl', 'nmod').concat(
    core === predicate ? [] : childrenBy(tree, predicate, 'obl'),
  )) {
    const marker = caseOf(tree, oblique)
    const type = parsed.mentions[tree.sentence.index]?.find((m) => m.headToken === oblique)?.type ?? null
    if (type === 'place') add('place', oblique)
    else if (marker === 'to' && (type === 'person' || type === 'group' || type === 'organisation'))
      add('recipient', oblique)
    else if (type !== null) add('other', oblique)
  }
  return roles
}

/** The object of a verb; "that" before a clause, taken for one by the parser, is none. */
function realObject(tree: Tree, verb: number): number | undefined {
  return childrenBy(tree, verb, 'obj').find((i) => tree.tokens[i]!.xpos !== 'WDT' || i > verb)
}
