/** What a word lets one conclude about the event it governs. */
export type Outcome =
  /** It happened or holds. */
  | 'holds'
  /** It did not happen or does not hold. */
  | 'not'
  /** It is expected, planned, meant or believed to be so. */
  | 'likely'
  /** Nothing can be concluded: wished, tried, possible, asked for. */
  | 'open'

/** A word that governs an event: what follows where the word itself holds, and where it is negated. */
export interface Embedding {
  readonly affirmed: Outcome
  readonly negated: Outcome
  /** It bears on nouns too: "seek a ban", "prevent an attack"; of most verbs only the clause is embedded. */
  readonly nouns: boolean
}

/** The embedding word of this lemma; with `infinitive` as it is used with "to": "forgot to call" against "forgot that she called". */
export function embeddingOf(lemma: string, infinitive: boolean): Embedding | undefined {
  index ??= makeIndex()
  return (infinitive ? index.get(`${lemma} to`) : undefined) ?? index.get(lemma)
}

// The same for every report, and never changed once it is made.
let index: ReadonlyMap<string, Embedding> | undefined

/** Whether a noun is one by which a thing is shown to be so: with "no" before it, whether it is so is left open. */
export function isEvidence(noun: string): boolean {
  return evidence.has(noun.toLowerCase())
}

const evidence = new Set(
  'evidence proof sign signs indication indications suggestion suggestions basis reason reasons grounds'.split(' '),
)

/**
 * Signatures of implicative, factive and other embedding words after Karttunen (1971) and Nairn, Condoravdi and Karttunen (2006).
 * "forget to" is the word with an infinitive. The first group that lists a word is meant.
 */
const groups: readonly (Embedding & { readonly words: string })[] = [
  // "managed to climb", "did not bother to call"
  {
    affirmed: 'holds',
    negated: 'not',
    nouns: false,
    words: `manage, bother, dare, happen, get, succeed, begin, start, continue, proceed, keep, go on, remember to, turn out, prove, come, serve, learn to,
      cause, force, make, let, lead, prompt, compel, help, drive, push, see fit, end up, wind up, finish, resume, rush, hurry, race, get to, use, decide,
      choose, opt, agree, move, accept, act, join, be, take, cease to be, have chance, able, enough, result, mean, show, prove, demonstrate, ensure, complete`,
  },
  // "failed to find", "did not forget to call"
  {
    affirmed: 'not',
    negated: 'holds',
    nouns: false,
    words: `fail, forget to, neglect, omit, avoid, refrain, escape, miss`,
  },
  { affirmed: 'not', negated: 'holds', nouns: false, words: `failure, inability, unable` },
  // "refused to join", "prevented the boat from sinking"
  {
    affirmed: 'not',
    negated: 'open',
    nouns: true,
    words: `refuse, prevent, block, prohibit, bar, ban, forbid, cancel, avert, lack, reject, deter, thwart, scrap, scuttle, veto, preclude, dissuade,
      discourage, abandon, forgo, foil, decline to, deny, stop from, keep from, save from, hinder, restrain, exclude, exempt, refusal, absence`,
  },
  // "found that it sank"; "did not find that it sank" leaves open whether it did
  {
    affirmed: 'holds',
    negated: 'open',
    nouns: false,
    words: `find, confirm, verify, establish, conclude, determine, admit, acknowledge`,
  },
  // "she knew that it sank", "she did not know that it sank"
  {
    affirmed: 'holds',
    negated: 'holds',
    nouns: false,
    words: `know, realize, realise, regret, discover, learn, notice, remember, forget, reveal, recognize, recognise,
      see, hear, watch, witness, recall, resent, ignore, overlook, mind, glad, sorry, sad, proud, surprised, happy, pleased, aware, disappointed, angry,
      shocked, stunned, upset, lucky, fortunate, grateful, thankful, fact, evidence, reason, report, point out, note, blame, criticize, criticise,
      condemn, thank, accuse, apologize, apologise, welcome, praise`,
  },
  // "is expected to close", "plans to leave", "believes that it sank"
  {
    affirmed: 'likely',
    negated: 'not',
    nouns: false,
    words: `expect, plan, likely, set, due, appear, seem, believe, schedule, promise, vow, pledge, commit, go to, prepare, slate, predict, forecast, anticipate,
      presume, estimate, think, slated, scheduled, poised, bound, expected, decision, agreement, promise, vow, pledge, commitment, design, mean to,
      supposed, suppose, prediction, expectation, swear to, undertake, intend, intention`,
  },
  // "tried to land", "wants her to leave", "the right to vote"
  {
    affirmed: 'open',
    negated: 'open',
    nouns: true,
    words: `want, wish, try, seek, hope, urge, demand, request, consider, propose, attempt, pursue, call for, recommend, advocate, require, await,
      threaten, allege, predict, avoid, suggest, negotiate, fear, desire, crave`,
  },
  {
    affirmed: 'open',
    negated: 'open',
    nouns: false,
    words: `ask, tell to, have to, remain to, order, need, offer, allow, permit, willing, ready, possible, aim, suspect, wonder, doubt, oppose, invite, encourage, advise,
      persuade, would, like to, prefer, love to, aspire, dream, struggle, fight, strive, work to, compete, vie, beg, plead, call on, instruct,
      command, authorize, authorise, empower, entitle, enable, look, race to, hesitate, eager, unwilling, reluctant, impossible, unlikely, hard,
      difficult, easy, free, eligible, necessary, important, better, best, worth, unclear, uncertain, doubtful, imagine, pretend, claim to, debate,
      discuss, contemplate, ponder, mull, weigh, warn, effort, right, ability, chance, possibility, threat, proposal, request, call, bid, need,
      opportunity, risk, danger, hope, wish, attempt, plan, power, authority, freedom, willingness, readiness, option, way, time, permission, duty,
      obligation, potential, capacity, temptation, desire, ambition, aim, goal, purpose, idea, fear, rumor, rumour, suggestion, allegation, speculation,
      theory, suspicion, doubt, question, prospect, order, offer, invitation, failing, condition, deadline, incentive, pressure, campaign, struggle, fight,
      drive, demand, appeal, choice, vote, bill, law, resolution, motion, petition, legislation, measure, deal, talk, negotiation, discussion,
      restrict, limit, urge, motivate, qualify, afford, deserve, stand, tempt, seem possible, insist on, depend,
      acquit, clear of, absolve, exonerate`,
  },
]

function makeIndex(): ReadonlyMap<string, Embedding> {
  const made = new Map<string, Embedding>()
  for (const { affirmed, negated, nouns, words } of groups) {
    for (const word of words.split(',').map((w) => w.trim().replace(/\s+/g, ' ')))
      if (!made.has(word)) made.set(word, { affirmed, negated, nouns })
  }
  return made
}
