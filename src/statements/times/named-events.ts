import type { When } from '../../model/when.js'
import type { ParsedReport } from '../parsed-report.js'
import { caseOf, childBy, childrenBy, formAt, isRelation, type Tree } from '../trees.js'
import { beyond, clausesBeside } from './before-after.js'
import { type PlacedStatement, tokensOf } from './placed.js'

/** The events that a report dates by name, by the lemma of their noun. */
export type NamedEvents = ReadonlyMap<string, When>

/**
 * "the 2015 deal", "the January raid"  →  deal: 2015, raid: January
 *
 * Nouns with a date for an attribute. A noun that a report gives two dates is left out: it names two events.
 */
export function findNamedEvents(parsed: ParsedReport): NamedEvents {
  const found = new Map<string, When | null>()
  for (const { sentence, kind, edtf, known, start, end } of parsed.reading.times) {
    const tree = parsed.trees[sentence]
    if (!tree || edtf === null || kind === 'duration' || kind === 'set') continue
    const tokens = tokensOf(tree, { start, end })
    const top = tokens.find((token) => !tokens.includes(tree.tokens[token]!.head))
    if (top === undefined || !isRelation(tree.tokens[top]!.deprel, 'amod', 'compound', 'nummod', 'nmod')) continue
    const noun = tree.tokens[tree.tokens[top]!.head]
    if (noun?.xpos !== 'NN') continue
    const name = noun.lemma.toLowerCase()
    const before = found.get(name)
    found.set(name, before === undefined || before?.edtf === edtf ? { edtf, known, start, end } : null)
  }
  return new Map([...found].flatMap(([name, when]) => (when ? [[name, when] as const] : [])))
}

/**
 * "Even after the deal was signed they went on." – with "the 2015 deal" elsewhere  →  from 2015 on
 * "Since the raid they are in hiding."  →  from January on
 */
export function byNamedEvent({ tree, predicate }: PlacedStatement, events: NamedEvents): When | null {
  const phrases = childrenBy(tree, predicate, 'obl')
  for (const child of [...phrases, ...clausesBeside(tree, predicate)]) {
    const isPhrase = phrases.includes(child)
    const marker = isPhrase ? caseOf(tree, child) : markOf(tree, child)
    const order = /^(after|since|following)$/.test(marker) ? 'after' : marker === 'before' ? 'before' : undefined
    if (!order) continue
    const noun = isPhrase ? child : childBy(tree, child, 'nsubj')
    if (noun === undefined || !isDefinite(tree, noun)) continue
    const event = events.get(tree.tokens[noun]!.lemma.toLowerCase())
    if (event) return beyond(event, order)
  }
  return null
}

function markOf(tree: Tree, clause: number): string {
  const mark = childrenBy(tree, clause, 'mark', 'case').find((child) => child < clause)
  return mark === undefined ? '' : formAt(tree, mark)
}

function isDefinite(tree: Tree, noun: number): boolean {
  return childrenBy(tree, noun, 'det', 'nmod:poss').some((child) =>
    /^(the|that|this|its|his|her|their)$/.test(formAt(tree, child)),
  )
}
