import { type Lexicon, phraseKinds } from './lexicon.js'
import type { Page } from './page.js'
import { labels, type TaggedName } from './tags.js'
import { extendKey, type Word } from './words.js'

/** A name of the page with the rule that found it or gave it its label. */
export interface FoundName extends TaggedName {
  readonly rule: string
}

type Rule = (names: readonly FoundName[], page: Page, lexicon: Lexicon) => FoundName[]

/**
 * Settles the names of a document together: one full form teaches all short forms.
 * The order counts: first what is certain by its letters, then what the rest of the document tells.
 */
export function settleNames(names: readonly FoundName[], page: Page, lexicon: Lexicon): FoundName[] {
  let settled = [...names]
  for (const rule of documentRules) settled = rule(settled, page, lexicon)
  return settled
}

const documentRules: readonly Rule[] = [
  cleanEdges,
  calendarWords,
  hyphenatedNames,
  domainNames,
  knownBodies,
  personsByTitle,
  personsByAge,
  bodiesByKind,
  bodiesByPossession,
  personsByFullName,
  bodiesByFullName,
  unknownPlaces,
  sameNameElsewhere,
  missedNames,
]

const date = labels.indexOf('Date')
const person = labels.indexOf('Person')
const organisation = labels.indexOf('Organization')
const location = labels.indexOf('Location')
const facility = labels.indexOf('Facility')
const misc = labels.indexOf('Misc')
const product = labels.indexOf('Product')

const abbreviatedTitles = new Set(['mr.', 'mrs.', 'ms.', 'sen.', 'rep.', 'gov.', 'gen.', 'col.', 'lt.', 'sgt.', 'rev.'])

/** "Sen. Ada Brekke (D-Ohio" → "Ada Brekke"; "(D-Ohio)" names nobody; "’s Airport" begins after the mark. */
function cleanEdges(names: readonly FoundName[], page: Page): FoundName[] {
  return names.flatMap((name) => {
    if (isPartyMark(name, page) || isTimeZone(name, page)) return []
    const form = page.words[name.first]!.form
    const isLed = /^['’]s$/.test(form) || (name.label === person && abbreviatedTitles.has(form.toLowerCase()))
    const first = isLed ? name.first + 1 : name.first
    const end = endBeforeBracket(name, page)
    if (first === name.first && end === name.end) return [name]
    return first < end ? [{ ...name, first, end, rule: 'clean-edge' }] : []
  })
}

/** "R-Va." and "D-Ohio" after a member of Congress. */
function isPartyMark(name: FoundName, page: Page): boolean {
  const { form } = page.words[name.first]!
  const next = page.words[name.first + 1]?.form
  return name.end - name.first === 1 ? /^[DRI]-\p{Lu}/u.test(form) : /^[DRI]$/.test(form) && next === '-'
}

/** A bracket that the name opens and does not close ends it. */
function endBeforeBracket({ first, end }: FoundName, page: Page): number {
  let opened = end
  for (let i = first; i < end; i++) {
    const { form } = page.words[i]!
    if (form === '(' || form === '[') opened = i
    if (form === ')' || form === ']') opened = end
  }
  return opened
}

const timeZones = new Set('ET EST EDT CT PT PST PDT GMT UTC BST CET CEST'.split(' '))

function isTimeZone({ first, end }: FoundName, page: Page): boolean {
  const before = page.words[first - 1]?.form ?? ''
  return end - first === 1 && timeZones.has(page.words[first]!.form) && /^([ap]\.?m\.?|\d+|\d+:\d+)$/i.test(before)
}

const calendar = new Set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December'.split(
    ' ',
  ),
)

/** "on Friday" is a date wherever it stands. */
function calendarWords(names: readonly FoundName[], page: Page): FoundName[] {
  return names.map((name) =>
    name.end - name.first === 1 && name.label === misc && calendar.has(page.words[name.first]!.form)
      ? { ...name, label: date, rule: 'calendar' }
      : name,
  )
}

/**
 * "Wal" and "Mart" round a hyphen are one company, "Lund" and "Berg" one family; two countries stay two,
 * and so do two names of a list whose items begin with a dash.
 */
function hyphenatedNames(names: readonly FoundName[], page: Page): FoundName[] {
  const joined: FoundName[] = []
  for (const name of names) {
    const last = joined.at(-1)
    const isJoint =
      last !== undefined &&
      last.label === name.label &&
      (name.label === person || name.label === organisation) &&
      last.end + 1 === name.first &&
      page.sentenceStart[last.first] === page.sentenceStart[name.first] &&
      page.words[last.end]!.form === '-'
    if (isJoint) joined[joined.length - 1] = { ...last, end: name.end, rule: 'hyphen' }
    else joined.push(name)
  }
  return joined
}

/** "The founder of Harborwatch.org said" → an organisation. */
function domainNames(names: readonly FoundName[], page: Page): FoundName[] {
  const added: FoundName[] = []
  page.words.forEach((word, i) => {
    if (word.domain !== '') added.push({ first: i, end: i + 1, label: organisation, rule: 'domain-name' })
  })
  return added.length === 0 ? [...names] : insert(names, added)
}

/** "the New York Times reported", "the European Union" → one body, not a place and a rest. */
function knownBodies(names: readonly FoundName[], page: Page, lexicon: Lexicon): FoundName[] {
  const added: FoundName[] = []
  const ends = new Map(names.map((name) => [name.end, name]))
  for (let i = 0; i < page.words.length; i++) {
    if (!page.words[i]!.capital) continue
    const end = endOfBody(page, i, lexicon)
    if (end === 0) continue
    const known = ends.get(end)
    // "The Guardian" is taken with its article where the tagger did so, "the UN Security Council" with all its words.
    if (known?.label !== organisation || known.first > i) {
      added.push({ first: i, end, label: organisation, rule: 'known-body' })
    }
    i = end - 1
  }
  return insert(names, added)
}

/** End of the longest name of a known body, two words and more, that begins at `first`; 0 where there is none. */
function endOfBody(page: Page, first: number, lexicon: Lexicon): number {
  const { outlet, body, region } = phraseKinds
  if (page.words[first]!.form === 'The') return 0
  let key = 0
  let end = 0
  for (let i = first; i < Math.min(page.sentenceEnd[first]!, first + 5); i++) {
    const word = page.words[i]!
    if (word.keys.length === 0) {
      if (word.joiner) continue
      break
    }
    key = extendKey(key, word)
    const kinds = lexicon.kindsOf(key)
    if (i > first && word.capital && (kinds & (outlet | body)) !== 0 && (kinds & region) === 0) end = i + 1
  }
  return end
}

const titles = new Set([...abbreviatedTitles, 'mr', 'mrs', 'ms', 'sir'])

/** "Mr. Halden" → a person, whatever Halden is besides. */
function personsByTitle(names: readonly FoundName[], page: Page): FoundName[] {
  const tokens = byToken(names)
  const added: FoundName[] = []
  for (let i = 0; i + 1 < page.words.length; i++) {
    const word = page.words[i]!
    if (!word.capital || !titles.has(word.form.toLowerCase())) continue
    const next = page.words[i + 1]!
    if (i + 1 >= page.sentenceEnd[i]! || !next.capital || next.allCapitals) continue
    const known = tokens.get(i + 1)
    if (known?.label === person) continue
    const end = known && known.end <= i + 4 ? known.end : page.runEnd[i + 1]!
    if (end - i - 1 <= 3) added.push({ first: i + 1, end, label: person, rule: 'title' })
  }
  return added.length === 0 ? [...names] : insert(names, added)
}

/** "Sollia, 26, a former guard" → a person. */
function personsByAge(names: readonly FoundName[], page: Page): FoundName[] {
  return names.map((name) => {
    if (name.label !== organisation && name.label !== location) return name
    const form = (offset: number) => page.words[name.end + offset]?.form ?? ''
    const isAged = form(0) === ',' && /^[1-9]\d$/.test(form(1)) && form(2) === ','
    return isAged ? { ...name, label: person, rule: 'age' } : name
  })
}

/** "Marit Sollia" anywhere makes "Sollia" a person everywhere. */
function personsByFullName(names: readonly FoundName[], page: Page, lexicon: Lexicon): FoundName[] {
  const parts = new Set<number>()
  const bodies = new Set<number>()
  for (const { first, end, label } of names) {
    if (label === person && end - first >= 2 && end - first <= 4) parts.add(page.words[end - 1]!.exact)
    if (label !== person && end - first >= 2) for (let i = first; i < end; i++) bodies.add(page.words[i]!.exact)
  }
  return names.map((name) => {
    if (name.label === person || name.end - name.first !== 1) return name
    if (name.label !== organisation && name.label !== location && name.label !== misc) return name
    const word = page.words[name.first]!
    const isPeople = (lexicon.kindsOf(extendKey(0, word)) & (phraseKinds.demonym | phraseKinds.people)) !== 0
    return parts.has(word.exact) && !bodies.has(word.exact) && !isPeople
      ? { ...name, label: person, rule: 'full-name' }
      : name
  })
}

const kindsOfBodies = new Set(
  'organization organisation group company firm agency newspaper magazine broadcaster charity ngo website network publisher'.split(
    ' ',
  ),
)

/** "the aid organisation Samhjelp" makes "Samhjelp" an organisation, here and below. */
function bodiesByKind(names: readonly FoundName[], page: Page): FoundName[] {
  const fullNames = new Set<string>()
  const bodies = new Set<string>()
  for (const { first, end, label } of names) {
    if (end - first > 1 && label === person) for (let i = first; i < end; i++) fullNames.add(page.words[i]!.form)
    const before = page.words[first - 1]
    if (end - first === 1 && label !== location && before && kindsOfBodies.has(before.form))
      bodies.add(page.words[first]!.form)
  }
  return names.map((name) => {
    const { form } = page.words[name.first]!
    const isBody = name.end - name.first === 1 && bodies.has(form) && !fullNames.has(form)
    return isBody && (name.label === person || name.label === misc)
      ? { ...name, label: organisation, rule: 'kind-of-body' }
      : name
  })
}

const whatBodiesHave = new Set(
  'newsletter website newsroom editor editors correspondent reporter reporters headquarters spokesman spokeswoman spokesperson subscribers'.split(
    ' ',
  ),
)

/** "Under Open Sky's newsletter" makes the title before it that of a publisher. */
function bodiesByPossession(names: readonly FoundName[], page: Page): FoundName[] {
  return names.map((name) => {
    if (name.label !== misc && name.label !== product) return name
    const mark = page.words[name.end]?.form ?? ''
    const thing = page.words[name.end + 1]?.form ?? ''
    const owns = /^['’]s?$/.test(mark) && whatBodiesHave.has(thing)
    return owns ? { ...name, label: organisation, rule: 'possession' } : name
  })
}

const bodyWords = new Set(
  'group company corporation corp inc ltd bank holdings party movement brigade battalion agency institute foundation association union network'.split(
    ' ',
  ),
)

/** "the Brandt Group" makes "Brandt" an organisation, and "Harborwatch.org" makes "Harborwatch" one. */
function bodiesByFullName(names: readonly FoundName[], page: Page, lexicon: Lexicon): FoundName[] {
  const short = new Set<string>()
  const persons = new Set<string>()
  for (const { first, end, label } of names) {
    const form = page.words[first]!.form
    if (label === person && end - first > 1) for (let i = first; i < end; i++) persons.add(page.words[i]!.form)
    if (label !== organisation) continue
    if (end - first === 1 && page.words[first]!.domain !== '') short.add(page.words[first]!.domain)
    if (end - first === 2 && bodyWords.has(page.words[end - 1]!.form.toLowerCase())) short.add(form)
  }
  const isShort = (word: Word) =>
    short.has(word.form) &&
    !persons.has(word.form) &&
    !isKnownPlace(word, lexicon) &&
    word.capital &&
    word.form.length > 2
  const relabelled = names.map((name) =>
    name.label !== organisation && name.end - name.first === 1 && isShort(page.words[name.first]!)
      ? { ...name, label: organisation, rule: 'short-body' }
      : name,
  )
  const covered = coverage(relabelled, page)
  const added: FoundName[] = []
  page.words.forEach((word, i) => {
    if (covered[i] === 0 && isShort(word)) added.push({ first: i, end: i + 1, label: organisation, rule: 'short-body' })
  })
  return insert(relabelled, added)
}

function isKnownPlace(word: Word, lexicon: Lexicon): boolean {
  const { country, region, city, district, demonym, people } = phraseKinds
  return (lexicon.kindsOf(extendKey(0, word)) & (country | region | city | district | demonym | people)) !== 0
}

/** A name of a region that the tagger never met among the words of its training is what the gazetteer says: "Treriksrøysa". */
function unknownPlaces(names: readonly FoundName[], page: Page, lexicon: Lexicon): FoundName[] {
  return names.map((name) => {
    if (name.label === location || name.label === facility || name.end - name.first !== 1) return name
    const word = page.words[name.first]!
    const isRegion = (lexicon.kindsOf(extendKey(0, word)) & (phraseKinds.region | phraseKinds.country)) !== 0
    const before = page.words[name.first - 1]
    // "the West" is a part of the world; a bare "West" may be a family.
    const isPart = before !== undefined && isRegionWithArticle(before, word, lexicon)
    return (word.fine === 0 && isRegion) || isPart ? { ...name, label: location, rule: 'known-region' } : name
  })
}

function isRegionWithArticle(before: Word, word: Word, lexicon: Lexicon): boolean {
  if (before.form !== 'the') return false
  return (lexicon.kindsOf(extendKey(extendKey(0, before), word)) & phraseKinds.region) !== 0
}

const votable = new Set([person, organisation, location, facility, misc, product])

/** A name that is mostly an organisation in this document is one throughout. */
function sameNameElsewhere(names: readonly FoundName[], page: Page): FoundName[] {
  const votes = new Map<string, number[]>()
  for (const name of names) {
    if (!votable.has(name.label)) continue
    const key = textOf(name, page)
    const count = votes.get(key) ?? labels.map(() => 0)
    count[name.label]!++
    votes.set(key, count)
  }
  return names.map((name) => {
    const count = votable.has(name.label) ? votes.get(textOf(name, page)) : undefined
    if (!count) return name
    const total = count.reduce((n, x) => n + x, 0)
    const top = count.indexOf(Math.max(...count))
    if (top === name.label || total < 4 || count[top]! * 4 < total * 3) return name
    return { ...name, label: top, rule: 'same-name' }
  })
}

/** A name found several times in the document is one where the tagger passed it by. */
function missedNames(names: readonly FoundName[], page: Page): FoundName[] {
  const times = new Map<number, { label: number; count: number; agreed: boolean }>()
  for (const name of names) {
    if (name.end - name.first !== 1) continue
    const { exact } = page.words[name.first]!
    const seen = times.get(exact)
    if (seen) {
      seen.count++
      seen.agreed &&= seen.label === name.label
    } else times.set(exact, { label: name.label, count: 1, agreed: true })
  }
  const covered = coverage(names, page)
  const added: FoundName[] = []
  page.words.forEach((word, i) => {
    if (covered[i] !== 0 || !word.capital || word.form.length < 3 || page.casing[i] !== 0) return
    const seen = times.get(word.exact)
    if (!seen?.agreed || seen.count < 3 || !votable.has(seen.label)) return
    const isSmallElsewhere = page.places
      .get(word.lower)
      ?.slice(0, 40)
      .some((place) => !page.words[place]!.capital)
    const standsAlone = page.runEnd[i]! - page.runStart[i]! === 1 || page.runStart[i] === i
    if (!isSmallElsewhere && standsAlone) added.push({ first: i, end: i + 1, label: seen.label, rule: 'missed' })
  })
  return insert(names, added)
}

function textOf({ first, end }: FoundName, page: Page): string {
  let text = ''
  for (let i = first; i < end; i++) text += ` ${page.words[i]!.form}`
  return text
}

function coverage(names: readonly FoundName[], page: Page): Uint8Array {
  const covered = new Uint8Array(page.words.length)
  for (const { first, end } of names) covered.fill(1, first, end)
  return covered
}

/** The names by each of their tokens. */
function byToken(names: readonly FoundName[]): ReadonlyMap<number, FoundName> {
  const tokens = new Map<number, FoundName>()
  for (const name of names) for (let i = name.first; i < name.end; i++) tokens.set(i, name)
  return tokens
}

const longestKept = 6

/** The names with others added: one that shares a token with an added one gives way, unless it has the same label and holds it whole. */
function insert(names: readonly FoundName[], added: readonly FoundName[]): FoundName[] {
  if (added.length === 0) return [...names]
  const before = byToken(names)
  const lasting = new Set(
    added.map((name) => {
      const whole = before.get(name.first)
      const holds = whole?.label === name.label && whole.end >= name.end && whole.end - whole.first <= longestKept
      return holds ? whole : name
    }),
  )
  const taken = byToken([...lasting])
  const kept = names.filter((name) => {
    for (let i = name.first; i < name.end; i++) if (taken.has(i)) return false
    return true
  })
  return [...kept, ...lasting].sort((a, b) => a.first - b.first)
}
