import type { Stance } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { contains, firstEndingAfter, overlaps, type Range } from '../model/span.js'
import type { PlainStatement, ReportStatements } from '../model/statements.js'
import { findAttributions } from './attribution/attribution.js'
import { sayingAt } from './attribution/cues.js'
import type { SettledAttribution } from './attribution/settle.js'
import type { AttributionTagger } from './attribution/tagger/tagger.js'
import { describesAnother, withNearestBearer } from './clauses/appositions.js'
import { numbersOf, whenOf, whereOf } from './clauses/circumstances.js'
import { type Clause, findClauses } from './clauses/clauses.js'
import { isCutOff } from './clauses/fragments.js'
import { gistOf } from './clauses/gist.js'
import { headlineClause } from './clauses/headlines.js'
import { coreOf, predicateOf } from './clauses/predicate.js'
import { rolesOf } from './clauses/roles.js'
import { spanOf } from './clauses/spans.js'
import { findTitles } from './clauses/titles.js'
import { commitmentAt, isLeftOpen } from './factuality/factuality.js'
import { type ParsedReport, parsedReport, quotationsAt } from './parsed-report.js'
import { isPassive } from './subjects.js'
import { settleTimes } from './times/settle-times.js'
import { childBy, childrenBy, formAt, isRelation, isVerb, subtree, type Tree } from './trees.js'

/** Who says what in one report: its attributions with their chains, and one statement for each clause that asserts something. */
export function findStatements(
  reading: Reading,
  { tagger = null }: { readonly tagger?: AttributionTagger | null } = {},
): ReportStatements {
  const parsed = parsedReport(reading)
  const attributions = findAttributions(parsed, tagger)
  const told = new Set<string>()
  const at = attributionsBySentence(attributions, parsed)
  const statements = parsed.trees.flatMap((tree) => statementsOf(tree, attributions, at, parsed, told))
  return {
    attributions: attributions.map(({ stance: _, ...attribution }) => attribution),
    statements: settleTimes(statements, attributions, parsed),
  }
}

function statementsOf(
  tree: Tree,
  attributions: readonly SettledAttribution[],
  at: readonly (readonly number[])[],
  parsed: ParsedReport,
  told: Set<string>,
): PlainStatement[] {
  if (tree.sentence.kind === 'furniture') return []
  const isHere = (range: Range) => overlaps(range, tree.sentence)
  const here = at[tree.sentence.index] ?? []
  const cuing = here.flatMap((i) => (attributions[i]!.cue.some(isHere) ? [attributions[i]!] : []))
  const sources = here.flatMap((i) => attributions[i]!.source.filter(isHere))
  const around = here.filter((i) => attributions[i]!.content.some(isHere))
  const isSource = tokensAmong(tree, sources)
  const clausesWithout = (cues: readonly Range[]) => findClauses(tree, tokensAmong(tree, cues), isSource)
  const allCues = cuing.flatMap(({ cue }) => cue)
  const first = clausesWithout(allCues)
  const telling = cuing.filter((attribution) => tellsItself(attribution, first, tree, parsed))
  const cues = telling.length === 0 ? allCues : cuing.filter((a) => !telling.includes(a)).flatMap(({ cue }) => cue)
  const all = [...findTitles(tree, parsed, told), ...(telling.length === 0 ? first : clausesWithout(cues))]
  const isCue = tokensAmong(tree, cues)
  const found = all.flatMap((clause) =>
    statementOf(withNearestBearer(clause, parsed), around, attributions, isCue, parsed),
  )
  const headline = found.length === 0 ? headlineClause(tree) : undefined
  return headline ? statementOf(headline, around, attributions, isCue, parsed) : found
}

/** For each sentence the attributions of which a part stands in it, by their index. */
function attributionsBySentence(attributions: readonly SettledAttribution[], { reading }: ParsedReport): number[][] {
  const at: Set<number>[] = reading.sentences.map(() => new Set())
  attributions.forEach(({ cue, source, content }, index) => {
    for (const range of [...cue, ...source, ...content]) {
      for (let i = firstEndingAfter(reading.sentences, range.start); i < at.length; i++) {
        if (reading.sentences[i]!.start >= range.end) break
        at[i]!.add(index)
      }
    }
  })
  return at.map((set) => [...set].sort((a, b) => a - b))
}

/**
 * "They confirmed the closure", "she revealed new plans", "he would not discuss it": the telling is itself the statement,
 * where what is told holds no clause of its own and is no bare quotation.
 */
function tellsItself(
  { content, cue, kind, because }: SettledAttribution,
  clauses: readonly Clause[],
  tree: Tree,
  parsed: ParsedReport,
): boolean {
  const isInside = (token: Range) => content.some((range) => contains(range, token))
  if (!content.every((range) => overlaps(range, tree.sentence))) return false
  const isThing = toldThing(tree, cue, isInside)
  const isMeant = (predicate: number) =>
    isInside(tree.tokens[predicate]!) &&
    (isBareDoing(tree, predicate, cue) || (because.rule === 'tagger' && isOnlyMeant(tree, predicate, cue)))
  if (clauses.some(({ predicate }) => isMeant(predicate))) return true
  if (
    tree.tokens.some(
      (token, i) => isInside(token) && isAmong(tree.tokens[token.head] ?? token, cue) && isLeftOpen(tree, i),
    )
  )
    return true
  const isTold = ({ predicate }: Clause) => isInside(tree.tokens[predicate]!)
  if (!isThing && clauses.some(isTold)) return false
  if (/^(confirmation|denial|refusal|document)$/.test(kind) || because.rule.startsWith('called')) return true
  const isQuotation = content.some((range) =>
    quotationsAt(range, parsed).some((quotation) => contains(quotation, range)),
  )
  return (
    !isQuotation &&
    tree.tokens.some(
      (token) =>
        isRelation(token.deprel, 'obj', 'ccomp', 'xcomp') &&
        token.head >= 0 &&
        isAmong(tree.tokens[token.head]!, cue) &&
        isInside(token),
    )
  )
}

/** "opposes closing the bridge": nobody is said to close it; "admits taking the lamp" tells of the taking. */
function isBareDoing(tree: Tree, predicate: number, cue: readonly Range[]): boolean {
  const { xpos, deprel, head } = tree.tokens[predicate]!
  return (
    xpos === 'VBG' &&
    head >= 0 &&
    head < predicate &&
    formAt(tree, (subtree(tree, predicate)[0] ?? 0) - 1) !== ',' &&
    isRelation(deprel, 'xcomp', 'ccomp', 'advcl', 'obj') &&
    isAmong(tree.tokens[head]!, cue) &&
    childBy(tree, predicate, 'nsubj', 'aux') === undefined &&
    !isPassive(tree, head) &&
    !/^(recall|describe|admit|deny|report|mention|confess|remember|recount|acknowledge|confirm)$/.test(
      tree.tokens[head]!.lemma.toLowerCase(),
    )
  )
}

/** "declined to use it", "urged them to use it": what is meant to be done, or not, is told together with the meaning. */
function isOnlyMeant(tree: Tree, predicate: number, cue: readonly Range[]): boolean {
  const { xpos, deprel, head } = tree.tokens[predicate]!
  return (
    xpos === 'VB' &&
    head >= 0 &&
    head < predicate &&
    isRelation(deprel, 'xcomp', 'ccomp', 'advcl') &&
    isAmong(tree.tokens[head]!, cue) &&
    childrenBy(tree, predicate, 'mark').some((mark) => formAt(tree, mark) === 'to') &&
    (childBy(tree, predicate, 'nsubj') === undefined || isWish(tree, head)) &&
    childrenBy(tree, predicate, 'aux').every((aux) => tree.tokens[aux]!.deprel === 'aux:pass') &&
    !/^(claim|allege|purport|profess|deny|say|report|believe|think|expect|estimate|appear|seem|consider|know)$/.test(
      tree.tokens[head]!.lemma.toLowerCase(),
    )
  )
}

/** "wants the rules to be kept" */
function isWish(tree: Tree, verb: number): boolean {
  return /^(want|wish|like|need|prefer|urge|ask|order|demand|call)$/.test(tree.tokens[verb]!.lemma.toLowerCase())
}

/** "revealed pictures that she took": what is told is a thing, whatever is said of it besides. */
function toldThing(tree: Tree, cue: readonly Range[], isInside: (token: Range) => boolean): boolean {
  return tree.tokens.some(
    (token, i) =>
      isAmong(token, cue) &&
      childBy(tree, i, 'ccomp', 'xcomp') === undefined &&
      childrenBy(tree, i, 'obj').some(
        (object) => /^(NOUN|PROPN)$/.test(tree.tokens[object]!.upos) && isInside(tree.tokens[object]!),
      ),
  )
}

/** Asks whether a token lies in one of some ranges. */
function tokensAmong(tree: Tree, ranges: readonly Range[]): (token: number) => boolean {
  if (ranges.length === 0) return () => false
  const among = tree.tokens.map((token) => isAmong(token, ranges))
  return (token) => among[token] === true
}

function isAmong(token: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => contains(range, token))
}

/** "Every lamp must burn, keeper Ada Holm said": behind its verb a clause ends where the words begin that tell who said it. */
function within(clause: Clause, { content, cue, source }: SettledAttribution): Clause {
  const { tree, predicate } = clause
  const verb = tree.tokens[predicate]!
  const own = content.find((range) => contains(range, verb))
  const begins = [...cue, ...source]
    .filter(({ start }) => own !== undefined && start >= own.end)
    .map(({ start }) => start)
  if (begins.length === 0) return clause
  const limit = Math.min(...begins)
  const stays = (token: number) => tree.tokens[token]!.start < limit || isAmong(tree.tokens[token]!, content)
  if (clause.words.every(stays)) return clause
  return { ...clause, tokens: clause.tokens.filter(stays), words: clause.words.filter(stays) }
}

/** "ENNET (Jan. 3)": a place and a day tell nothing. */
function isNameAlone({ tree, tokens, rule }: Clause): boolean {
  if (rule !== 'main-clause' && rule !== 'headline') return false
  return tokens.every((i) => /^(PROPN|PUNCT|NUM|SYM|X)$/.test(tree.tokens[i]!.upos))
}

function statementOf(
  whole: Clause,
  near: readonly number[],
  attributions: readonly SettledAttribution[],
  isCue: (token: number) => boolean,
  parsed: ParsedReport,
): PlainStatement[] {
  const { tree, predicate, rule } = whole
  const { report } = parsed.reading
  const around = attributionAround(tree.tokens[predicate]!, near, attributions)
  const attribution = around === undefined ? undefined : attributions[around]
  const clause = attribution ? within(whole, attribution) : whole
  const range = spanOf(clause)
  if (!range) return []
  const { start, end } = range
  if (
    isEmptyCue(clause, parsed) ||
    isMistakenAside(clause, parsed) ||
    lacksSubject(clause) ||
    lacksVerb(clause) ||
    isMisread(clause) ||
    isNameAlone(clause) ||
    isCutOff(clause)
  )
    return []
  const gist = gistOf(clause, attribution?.chain.at(-1) ?? null, parsed)
  if (gist.split(' ').length < 2 || isEmpty(gist) || hasLostHead(clause, gist)) return []
  const isAside = rule === 'age' || rule === 'title' || rule === 'apposition'
  const { factuality, negated } = isAside
    ? { factuality: 'certain' as const, negated: false }
    : commitmentAt(tree, coreOf(tree, predicate), isCue)
  const because = { report: report.id, start: tree.tokens[predicate]!.start, end: tree.tokens[predicate]!.end }
  return [
    {
      report: report.id,
      start,
      end,
      gist,
      attribution: around ?? null,
      chain: attribution?.chain ?? ['outlet'],
      stance: attribution?.stance ?? ownStance(clause),
      polarity: negated ? 'negative' : 'positive',
      factuality,
      predicate: predicateOfClause(clause),
      roles: rolesOf(clause, attribution?.chain.at(-1) ?? null, parsed),
      when: whenOf(clause, parsed),
      where: whereOf(clause, parsed),
      numbers: numbersOf(clause, parsed),
      because: { rule, spans: [because] },
    },
  ]
}

/** "There are", "That is why": what was to follow went to other statements. */
function isEmpty(gist: string): boolean {
  return /^(there|that|this|it|here)(’s|'s| is| are| was| were)( why| how| what| where| when)?$/i.test(gist)
}

/**
 * "which stands there", "that is held dear": a clause that only describes, of which the reading does not know whom or what;
 * and "by closing the bridge that …", where it takes a doing for the thing.
 */
function hasLostHead({ rule, tree, words, subject }: Clause, gist: string): boolean {
  if (rule === 'headline') return false
  const first = tree.tokens[words.find((i) => tree.tokens[i]!.upos !== 'PUNCT') ?? -1]
  const isThat = first?.xpos === 'WDT' && /^that\b/i.test(gist)
  const head = tree.tokens[subject?.token ?? -1]
  const isDoing =
    head?.xpos === 'VBG' &&
    head.upos === 'VERB' &&
    subject !== undefined &&
    !words.includes(subject.token) &&
    childBy(tree, subject.token, 'mark', 'case') !== undefined
  return isThat || isDoing || /^(which|whose|whom|who)\b/i.test(gist)
}

function predicateOfClause({ tree, predicate, rule }: Clause): string {
  if (rule === 'age') return 'be old'
  return rule === 'apposition' || rule === 'title'
    ? `be ${tree.tokens[predicate]!.lemma.toLowerCase()}`
    : predicateOf(tree, predicate)
}

/** "some of them noted", "police said on Friday": a verb of saying of which nothing said could be found states nothing. */
function isEmptyCue({ tree, predicate }: Clause, parsed: ParsedReport): boolean {
  const takes = sayingAt(tree, predicate, parsed)?.takes
  if (!takes?.has('clause') || takes.has('thing') || takes.has('hearer') || tree.tokens[predicate]!.upos !== 'VERB')
    return false
  return childBy(tree, predicate, 'obj', 'xcomp', 'ccomp', 'nsubj:pass') === undefined
}

/** "Ada Holm, a keeper from Ennet": words that the parser took for a clause though nothing in them is a verb. */
function lacksVerb({ rule, tree, predicate, words }: Clause): boolean {
  if (/^(headline|title|apposition|age)$/.test(rule) || isVerb(tree.tokens[predicate]!)) return false
  return !childrenBy(tree, predicate, 'aux', 'cop').some((i) => words.includes(i))
}

/** "built upon freedom and service is in line": a subject with a preposition shows that the parser lost its way. */
function isMisread({ tree, predicate, words }: Clause): boolean {
  const subject = childBy(tree, predicate, 'nsubj')
  if (subject === undefined) return false
  const first = childrenBy(tree, subject, 'case')[0]
  return (
    first !== undefined &&
    first < subject &&
    words[0] === first &&
    /^(by|upon|on|in|with|to|from|into|after|against|of|for)$/.test(formAt(tree, first)) &&
    !tree.tokens.slice(first, subject + 1).some(({ upos }) => upos === 'NUM')
  )
}

/** "doesn’t happen by itself": of whom it is said, neither its words nor those above them tell. */
function lacksSubject({ rule, subject, tree, predicate, words }: Clause): boolean {
  if (subject !== undefined || rule === 'headline') return false
  const opens = words.find((i) => !/^(ADV|PUNCT|CCONJ|SCONJ)$/.test(tree.tokens[i]!.upos))
  return opens === undefined || opens === predicate || childrenBy(tree, predicate, 'aux', 'cop').includes(opens)
}

/** "Sept. 14, a Monday" and the like: a date has neither age nor role; and of a thing or an act the parser's appositions are mostly mistaken. */
function isMistakenAside(clause: Clause, parsed: ParsedReport): boolean {
  const { rule, tree, predicate, subject } = clause
  if (rule !== 'age' && rule !== 'apposition') return false
  const head = tree.tokens[subject?.token ?? -1]
  if (!head || (rule === 'apposition' && !/^(NOUN|PROPN|PRON)$/.test(head.upos))) return true
  if (rule === 'apposition' && describesAnother(clause, parsed)) return true
  const own = tree.tokens[predicate]!
  const times = parsed.times[tree.sentence.index] ?? []
  if (times.some((time) => overlaps(time, head) || (rule === 'age' && overlaps(time, own) && !/old/i.test(own.form))))
    return true
  const type = parsed.mentions[tree.sentence.index]?.find(({ headToken }) => headToken === subject?.token)?.type
  // "Holm v. Harbour Office, 40": a bare number is an age of a person only.
  if (rule === 'age') return /old/i.test(own.form) ? type === 'place' || type === 'organisation' : type !== 'person'
  if (head.upos === 'PROPN') return false
  const isMany = ({ xpos }: { readonly xpos: string }) => /^(NNS|NNPS)$/.test(xpos)
  return type === undefined || type === null || isMany(head) !== isMany(own)
}

/** The narrowest attribution in whose content a word lies, by its index; `near` are those to look among. */
function attributionAround(
  word: Range,
  near: readonly number[],
  attributions: readonly SettledAttribution[],
): number | undefined {
  let best: number | undefined
  let bestSize = Infinity
  for (const i of near) {
    const { content } = attributions[i]!
    if (!content.some((range) => contains(range, word))) continue
    const size = content.reduce((sum, { start, end }) => sum + end - start, 0)
    if (size < bestSize) {
      best = i
      bestSize = size
    }
  }
  return best
}

/** What the report says itself it states, unless it says that it only may be so. */
function ownStance({ tree, predicate }: Clause): Stance {
  const hedged = childrenBy(tree, predicate, 'aux', 'advmod').some((child) =>
    /^(may|might|could|perhaps|probably|possibly|likely|apparently|presumably)$/.test(formAt(tree, child)),
  )
  return hedged || /^(appear|seem)(s|ed)?$/.test(formAt(tree, predicate)) ? 'speculated' : 'stated'
}
