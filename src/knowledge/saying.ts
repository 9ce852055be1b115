import type { AttributionKind, Stance } from '../model/findings.js'

/** What may stand with a verb as the thing said. */
export type Frame =
  /** "said that he fled" */
  | 'clause'
  /** "'I fled,' he said" */
  | 'quotation'
  /** "claimed to have fled" */
  | 'infinitive'
  /** "confirmed the arrest" */
  | 'thing'
  /** "told the paper that …": its object is the one who hears it. */
  | 'hearer'

/** A verb by which words, beliefs or denials are ascribed to someone. */
export interface SayingVerb {
  /** Base form: "point out" is under "point", with its particle. */
  readonly verb: string
  /** The particle without which it says nothing: "out" of "point out". */
  readonly particle: string | null
  readonly kind: AttributionKind
  readonly stance: Stance
  readonly takes: ReadonlySet<Frame>
}

/** A noun that stands for words, beliefs or denials: "his claim that …". */
export interface SayingNoun {
  readonly noun: string
  readonly kind: AttributionKind
  readonly stance: Stance
}

/** Everything known beforehand about words of saying, ready to be asked. */
export interface SayingLexicon {
  /** The verb of saying of which this word is a form; `particle` is the particle that goes with it, if any. */
  readonly verb: (form: string, particle?: string | null) => SayingVerb | undefined
  /** The noun of saying of which this word is the singular or plural. */
  readonly noun: (form: string) => SayingNoun | undefined
  /** Whether the word is a form of a verb that gives somebody's attitude, put into words or not: "Holm opposes the closure". */
  readonly isAttitude: (form: string) => boolean
  /** Whether what the word governs is somebody's wish, plan or judgement, attitudes among them: "criticised", "unclear". */
  readonly wantsOrJudges: (form: string) => boolean
  /** The stance of an adverb that lets a clause rest on somebody's unnamed word: "reportedly". */
  readonly hearsayAdverb: (form: string) => Stance | undefined
  /** Whether people who hear news for a living, or nobody in particular, are meant: "told reporters" passes through no one. */
  readonly isAnyHearer: (noun: string) => boolean
  /** Whether the word names something written, filmed or spoken that can itself be quoted: "a video", "the statement". */
  readonly isDocument: (noun: string) => boolean
  /** Whether the word names something that is asked for, won or taken: whoever "claimed asylum" or "claimed the title" says nothing. */
  readonly isObtained: (noun: string) => boolean
  /** Whether the word is one for an outlet: "the newspaper", "the agency". */
  readonly isOutlet: (noun: string) => boolean
}

/** The lexicon made from the lists below, when it is first asked for. */
export function sayingLexicon(): SayingLexicon {
  made ??= makeLexicon()
  return made
}

// The same for every report, and never changed once it is made.
let made: SayingLexicon | undefined

function makeLexicon(): SayingLexicon {
  const verbs = indexVerbs()
  const nouns = indexNouns()
  const adverbs = new Set(words(hearsayAdverbs))
  const attitudeForms = formsOf(attitudes)
  const judging = new Set([...attitudeForms, ...formsOf(judgements), ...words(openQuestions)])
  const either = (list: string) => {
    const set = new Set(words(list))
    return (word: string) => set.has(word.toLowerCase()) || set.has(singularOf(word.toLowerCase()))
  }
  return {
    verb: (form, particle = null) => {
      const known = verbs.get(form.toLowerCase())
      return (
        known?.find((verb) => verb.particle !== null && verb.particle === particle) ??
        known?.find((verb) => verb.particle === null)
      )
    },
    noun: (form) => nouns.get(form.toLowerCase()) ?? nouns.get(singularOf(form.toLowerCase())),
    isAttitude: (form) => attitudeForms.has(form.toLowerCase()),
    wantsOrJudges: (form) => judging.has(form.toLowerCase()),
    hearsayAdverb: (form) => (adverbs.has(form.toLowerCase()) ? 'alleged' : undefined),
    isAnyHearer: either(anyHearers),
    isDocument: either(documents),
    isObtained: either(obtained),
    isOutlet: either(outletNouns),
  }
}

interface Group {
  readonly kind: AttributionKind
  readonly stance: Stance
  readonly takes: readonly Frame[]
  /** "base" or "base past participle"; a particle after a plus sign. One verb between commas. */
  readonly verbs: string
}

/** In groups of like use; where one form belongs to two verbs, the group that stands first is meant. */
const groups: readonly Group[] = [
  {
    kind: 'indirect',
    stance: 'claimed',
    takes: ['clause', 'quotation'],
    verbs: `say said said, state, add, note, explain, remark, observe, mention, declare, announce, report, reply, respond, answer, argue,
      contend, maintain, insist, assert, recall, emphasize, emphasise, stress, reiterate, repeat, conclude, clarify, counter, retort, quip,
      joke, write wrote written, tweet, retweet, post, blog, testify, predict, forecast forecast forecast, estimate, calculate, complain,
      lament, boast, brag, reveal, disclose, divulge, opine, exclaim, recount, relate, elaborate, underline, underscore, highlight, point+out,
      point+to, go+on, proclaim, profess, attest, avow, aver averred averred, reason, caution, posit, submit, stipulate, muse,
      theorize, theorise, speculate, quote, cite, reflect, rejoin, enthuse, gloat, marvel, narrate, certify, purport, find+out,
      spell+out, rule, decree, set+out, put+it, chime+in, sum+up, text texted texted, email, e-mail, message, pen,
      detail, describe, summarize, summarise, outline, comment, object, protest`,
  },
  {
    kind: 'indirect',
    stance: 'claimed',
    takes: ['clause', 'quotation', 'hearer'],
    verbs: `tell told told, inform, notify, warn, assure, remind, advise, brief, alert, promise, reassure, persuade, convince, teach taught taught`,
  },
  {
    kind: 'indirect',
    stance: 'claimed',
    takes: ['clause', 'quotation', 'infinitive'],
    verbs: `claim, pledge, vow, swear swore sworn, threaten, profess, pretend, purport, guarantee, undertake undertook undertaken`,
  },
  {
    kind: 'indirect',
    stance: 'alleged',
    takes: ['clause', 'quotation', 'infinitive', 'thing'],
    verbs: `allege, charge, accuse`,
  },
  {
    kind: 'indirect',
    stance: 'claimed',
    takes: ['quotation'],
    verbs: `continue, begin began begun, ask, shout, yell, scream, whisper, murmur, mutter, mumble, cry cried cried, call+out, sigh, laugh, sob, bark,
      snap, growl, groan, moan, grumble, plead, beg, implore, urge, demand, order, inquire, enquire, wonder, ponder, interject, interrupt, intone,
      chant, sing sang sung, recite, read read read, roar, bellow, shriek, stammer, stutter, blurt+out, smile, grin, nod, shrug, scoff, sneer,
      fume, rage, thunder, gush, coo, croak, hiss, wail, weep wept wept, think+aloud, volunteer, venture, offer, finish, close, open, tease, chide,
      scold, admonish, lecture, preach, pray, greet, apologize, apologise, sign+off, jeer, taunt, rap, bemoan, decry, rant`,
  },
  {
    kind: 'confirmation',
    stance: 'confirmed',
    takes: ['clause', 'quotation', 'thing'],
    verbs: `confirm, verify, acknowledge, admit, concede, confess, corroborate, affirm, reaffirm, authenticate, substantiate, attest, validate,
      bear+out, own+up, vouch`,
  },
  {
    // "recognised the marriage" says nothing of it.
    kind: 'confirmation',
    stance: 'confirmed',
    takes: ['clause', 'quotation'],
    verbs: `recognize, recognise`,
  },
  {
    kind: 'denial',
    stance: 'denied',
    takes: ['clause', 'quotation', 'infinitive', 'thing'],
    verbs: `deny, reject, refute, rebut, disavow, disclaim, repudiate, debunk, gainsay, rule+out, dismiss, brush+aside, wave+away, shrug+off, retract,
      contradict`,
  },
  {
    kind: 'denial',
    stance: 'disputed',
    takes: ['clause', 'thing'],
    verbs: `dispute, contest, challenge, doubt, question, disagree`,
  },
  {
    kind: 'indirect',
    stance: 'speculated',
    takes: ['clause', 'quotation'],
    verbs: `suggest, imply, indicate, signal, hint, intimate, insinuate, propose, speculate, project, foretell foretold foretold, prophesy,
      postulate, surmise, conjecture, hypothesize`,
  },
  {
    kind: 'opinion',
    stance: 'speculated',
    takes: ['clause'],
    verbs: `believe, think thought thought, suspect, fear, hope, expect, feel felt felt, assume, presume, suppose, guess, reckon, figure, imagine,
      consider, worry, doubt, anticipate, agree, understand understood understood, sense, conclude, deem, assess,
      infer, deduce, determine, conceive, envisage, envision, foresee foresaw foreseen, calculate`,
  },
]

const nounGroups: readonly { readonly kind: AttributionKind; readonly stance: Stance; readonly nouns: string }[] = [
  {
    kind: 'nominal',
    stance: 'claimed',
    nouns: `claim, account, statement, report, assertion, announcement, argument, contention, testimony, insistence, remark, comment, declaration,
      explanation, description, version, reply, response, answer, message, word, news, promise, pledge, vow, assurance, warning, prediction, forecast,
      estimate, revelation, disclosure, story, narrative, conclusion, finding, assessment, evaluation, notice, notification, complaint, boast,
      criticism, observation, point, reminder, threat, recollection, memory, tale, pronouncement, proclamation, affidavit, deposition, oath,
      verdict, ruling, judgment, judgement, tweet, post, posting, letter, email`,
  },
  {
    kind: 'nominal',
    stance: 'alleged',
    nouns: `allegation, accusation, charge, rumour, rumor, insinuation, innuendo, gossip, complaint, suggestion, hint, implication, whisper, hearsay,
      speculation`,
  },
  {
    kind: 'confirmation',
    stance: 'confirmed',
    nouns: `confirmation, admission, confession, acknowledgement, acknowledgment, verification, concession`,
  },
  {
    kind: 'denial',
    stance: 'denied',
    nouns: `denial, rejection, refutation, rebuttal, disavowal, repudiation, disclaimer, dismissal`,
  },
  {
    kind: 'opinion',
    stance: 'speculated',
    nouns: `belief, view, opinion, fear, suspicion, hope, expectation, theory, hypothesis, feeling, impression, conviction, assumption, concern, worry,
      doubt, understanding, sense, guess, thought, notion, idea, presumption`,
  },
]

const attitudes = `want, wish, prefer, favor, favour, support, back, endorse, oppose, welcome, embrace, resist, regret, appreciate, admire, hate, love,
  like, seek sought sought, intend`

const judgements = `criticise, criticize, praise, condemn, denounce, blast, slam, attack, rip, defend, applaud, mock, ridicule, lambast, lambaste,
  assail, rebuke, champion, advocate, reject, dispute, demand, urge, encourage, recommend, propose, call, threaten, plan, pledge, vow, agree,
  refuse, decline, seem, appear`

const openQuestions = `unclear, unknown`

const hearsayAdverbs = `reportedly, allegedly, supposedly, purportedly, ostensibly, reputedly, rumoredly`

const anyHearers = `reporter, journalist, media, press, newsmen, correspondent, conference, briefing, crowd, audience, viewer, reader, listener,
  people, everyone, everybody, anyone, someone, somebody, friend, supporter, fan, follower, rally, gathering, world, public, nation, country, camera`

const documents = `statement, video, clip, film, movie, footage, recording, tape, audio, photo, photograph, picture, image, document, file, letter, email,
  e-mail, tweet, post, posting, message, memo, memorandum, report, study, survey, poll, filing, indictment, affidavit, complaint, lawsuit, suit,
  transcript, log, record, diary, book, memoir, article, column, editorial, essay, blog, website, release, poster, caption, note, text, contract,
  certificate, passport, database, dossier, archive, audit, analysis, paper, dispatch, cable, notice, bulletin, advisory, summary, documentary,
  podcast, broadcast, interview`

const obtained = `asylum, refuge, sanctuary, shelter, immunity, exemption, benefit, allowance, welfare, pension, compensation, damages, insurance, expense,
  refund, rebate, deduction, reward, bounty, inheritance, bursary, prize, medal, trophy, title, crown, cup, gold, silver, bronze, championship,
  victory, win, scalp, wicket, pole, seat, spot, place, body, luggage, baggage, parcel, life, lives, victim`

const outletNouns = `outlet, newspaper, paper, agency, broadcaster, network, station, channel, magazine, daily, weekly, tabloid, website, site,
  publication, programme, program, show, newswire, wire, journal, gazette`

/** Verbs whose last consonant is doubled before -ed and -ing. */
const doubling = `admit, quip, blog, brag, submit, infer, aver, snap, beg, sob, grin, nod, shrug, rebut, plan, rap, begin, let, put, set,
  prefer, regret, slam, rip`

const vowels = 'aeiou'

function indexVerbs(): Map<string, SayingVerb[]> {
  const index = new Map<string, SayingVerb[]>()
  const doubles = new Set(words(doubling))
  for (const { kind, stance, takes, verbs } of groups) {
    for (const entry of words(verbs)) {
      const { verb, particle, forms } = verbOf(entry, doubles)
      const saying: SayingVerb = { verb, particle, kind, stance, takes: new Set(takes) }
      for (const form of forms) {
        const known = index.get(form) ?? []
        if (!known.some((k) => k.verb === verb && k.particle === particle)) index.set(form, [...known, saying])
      }
    }
  }
  return index
}

/** The forms of the verbs of a list: "seek sought sought" gives seek, seeks, seeking, sought. */
function formsOf(verbs: string): Set<string> {
  const doubles = new Set(words(doubling))
  return new Set(words(verbs).flatMap((entry) => [...verbOf(entry, doubles).forms]))
}

/** A verb of a list, with its particle and all its forms. */
function verbOf(
  entry: string,
  doubles: ReadonlySet<string>,
): { readonly verb: string; readonly particle: string | null; readonly forms: ReadonlySet<string> } {
  const [first = '', ...irregular] = entry.split(/\s+/)
  const [verb = '', particle = null] = first.split('+')
  return {
    verb,
    particle,
    forms: new Set([...regularForms(verb, irregular.length === 0, doubles.has(verb)), ...irregular]),
  }
}

function indexNouns(): Map<string, SayingNoun> {
  const index = new Map<string, SayingNoun>()
  for (const { kind, stance, nouns } of nounGroups) {
    for (const noun of words(nouns)) if (!index.has(noun)) index.set(noun, { noun, kind, stance })
  }
  return index
}

/** say → say, says, saying; admit → admits, admitting, admitted; deny → denies, denying, denied. */
function regularForms(verb: string, withPast: boolean, doubled: boolean): string[] {
  const last = verb.at(-1) ?? ''
  const before = verb.at(-2) ?? ''
  const consonantY = last === 'y' && !vowels.includes(before)
  const third = consonantY ? `${verb.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`
  const stem = last === 'e' && before !== 'e' ? verb.slice(0, -1) : doubled ? verb + last : verb
  const past = consonantY ? `${verb.slice(0, -1)}ied` : `${stem}ed`
  return [verb, third, `${stem}ing`, ...(withPast ? [past] : [])]
}

function singularOf(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(ss|us|is)$/.test(word)) return word
  return word.endsWith('s') ? word.slice(0, -1) : word
}

function words(list: string): string[] {
  return list.split(',').map((word) => word.trim().replace(/\s+/g, ' '))
}
