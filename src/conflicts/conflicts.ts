import type { Alignment } from '../model/alignment.js'
import type { Claim, Conflict, Derivation } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { overlaps } from '../model/span.js'
import { agesOutsideRange, anotherOfNoOne } from './callings/age-ranges.js'
import { differentAges } from './callings/ages.js'
import { findCallings } from './callings/called.js'
import { competingCallings } from './callings/competing.js'
import { differentGrades } from './callings/grades.js'
import { differentNationalities } from './callings/nationalities.js'
import { differentOffences } from './callings/offences.js'
import { differentOrigins } from './callings/origins.js'
import { relatedOrNot } from './callings/relations.js'
import { differentCompounds } from './compounds.js'
import { withEchoes } from './echoes.js'
import { attemptedOrDone } from './events/attempts.js'
import { differentVouchers } from './events/attributions.js'
import { differentReasons } from './events/causes.js'
import { differentCertainty } from './events/certainty.js'
import { closeTimes } from './events/clock-times.js'
import { keptOrBroken } from './events/compliance.js'
import { differentDates } from './events/dates.js'
import { findDeeds } from './events/deeds.js'
import { contraryVerdicts, contraryWords, differentDegrees, insideOrOutside } from './events/degrees.js'
import { vouchedFigures } from './events/figures-vouched.js'
import { differentDoers } from './events/fillers.js'
import { leadTolls } from './events/lead-tolls.js'
import { clauseContent, findLikePairs, leastLikeness, sentenceContent } from './events/likeness.js'
import { differentAmounts } from './events/numbers.js'
import { differentThingsLeft } from './events/objects.js'
import { differentPlaces } from './events/places.js'
import { deniedAndAffirmed } from './events/polarity.js'
import { differentVictims } from './events/victims.js'
import { once } from './lists.js'
import { firstNameSpellings, surnameSpellings } from './names/spellings.js'
import { swappedFirstNames } from './names/swapped-first-names.js'
import { shortenedNames, writtenWays } from './names/written-ways.js'
import { differentQuotations, quotedStretches } from './quotations.js'
import { differentRefusers } from './refusals.js'
import type { FoundConflict } from './sides.js'
import { confusedWords } from './slips/confused-words.js'
import { uncorrectedWordings } from './slips/corrections.js'
import { doubledWord, garbledInfinitive, lostObject, lostSayingVerb, lostSubject } from './slips/grammar-slips.js'
import { misheardPhrases } from './slips/set-phrases.js'
import {
  pluralWithApostrophe,
  smallFirstPerson,
  strayQuotationMark,
  undecodedCharacters,
} from './slips/spelling-slips.js'
import { wrongConversions } from './sums/conversions.js'
import { differentDistances } from './sums/distances.js'
import { hidingSums, stayLengths } from './sums/stays.js'
import { type Clause, type Layout, layOut, type View } from './view.js'

/** What the stage is given: the whole story, aligned, with its witnesses counted. */
export interface ComparedStory {
  readonly readings: readonly Reading[]
  readonly alignment: Alignment
  readonly claims: readonly Claim[]
  readonly derivations: readonly Derivation[]
}

/** Each rule looks for one kind of disagreement in the whole story; from sure to loose. */
const conflictRules: readonly ((view: View) => FoundConflict[])[] = [
  surnameSpellings,
  firstNameSpellings,
  swappedFirstNames,
  writtenWays,
  shortenedNames,
  undecodedCharacters,
  smallFirstPerson,
  pluralWithApostrophe,
  strayQuotationMark,
  garbledInfinitive,
  doubledWord,
  lostSubject,
  lostSayingVerb,
  lostObject,
  confusedWords,
  misheardPhrases,
  uncorrectedWordings,
  differentQuotations,
  differentAges,
  agesOutsideRange,
  anotherOfNoOne,
  differentCompounds,
  differentNationalities,
  closeTimes,
  differentDates,
  wrongConversions,
  differentDistances,
  hidingSums,
  stayLengths,
  leadTolls,
  differentAmounts,
  deniedAndAffirmed,
  keptOrBroken,
  competingCallings,
  relatedOrNot,
  differentGrades,
  differentOrigins,
  differentOffences,
  vouchedFigures,
  attemptedOrDone,
  differentThingsLeft,
  differentPlaces,
  differentDoers,
  differentVictims,
  differentReasons,
  differentDegrees,
  contraryWords,
  insideOrOutside,
  contraryVerdicts,
  differentCertainty,
  differentVouchers,
]

/** Where the reports cannot all be right, or one of them slips. */
export function findConflicts({ readings, alignment, derivations }: ComparedStory): Conflict[] {
  const view = viewOf(layOut(readings, alignment))
  const place = new Map(readings.map((reading, i) => [reading.report.id, i]))
  const found = [
    ...conflictRules.flatMap((rule) => rule(view)),
    ...differentRefusers(view, alignment.attributions),
  ].map((conflict) => inOrder(conflict, place))
  return settle(found, place).map((conflict, i) => ({
    ...withEchoes(conflict, derivations, readings),
    id: `x${i + 1}`,
  }))
}

function viewOf(layout: Layout): View {
  const contentOf = once((clause: Clause) => clauseContent(layout, clause))
  const pairs = findLikePairs(layout, contentOf, leastLikeness)
  const quotedIn = once(quotedStretches)
  return {
    ...layout,
    deeds: findDeeds(layout),
    callings: findCallings(layout),
    contentOf,
    contentOfSentence: once(
      (place) => sentenceContent(layout, place),
      ({ sentence }) => sentence,
    ),
    isQuoted: once(({ reading, statement }: Clause) => quotedIn(reading).some((q) => overlaps(q, statement))),
    likePairs: (least) => pairs.filter((pair) => pair.likeness >= least),
  }
}

/** Sides and their evidence in the order of the reports. */
function inOrder(conflict: FoundConflict, place: ReadonlyMap<string, number>): FoundConflict {
  const rank = ({ report, start }: { readonly report: string; readonly start: number }) =>
    (place.get(report) ?? 0) * 1e9 + start
  const sides = conflict.sides
    .map((side) => ({ ...side, evidence: [...side.evidence].sort((a, b) => rank(a) - rank(b)) }))
    .sort((a, b) => rank(a.evidence[0]!) - rank(b.evidence[0]!))
  return { ...conflict, sides }
}

/** The same quarrel found by two rules is told once, by the surer rule. */
function settle(found: readonly FoundConflict[], place: ReadonlyMap<string, number>): FoundConflict[] {
  const seen = new Set<string>()
  const kept: FoundConflict[] = []
  for (const conflict of found) {
    const key = conflict.sides
      .map((s) => s.evidence.map((e) => `${e.report}:${e.start}-${e.end}`).join(','))
      .sort()
      .join(' | ')
    if (seen.has(`${conflict.kind} ${key}`)) continue
    seen.add(`${conflict.kind} ${key}`)
    kept.push(conflict)
  }
  const rank = ({ sides }: FoundConflict) =>
    (place.get(sides[0]!.evidence[0]!.report) ?? 0) * 1e9 + sides[0]!.evidence[0]!.start
  const weight = ({ severity }: FoundConflict) => ['hard', 'error', 'soft'].indexOf(severity)
  return kept.sort((a, b) => weight(a) - weight(b) || rank(a) - rank(b))
}
