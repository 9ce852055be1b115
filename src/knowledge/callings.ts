/** What a person or a body may be called; two callings of one dimension compete, those of two do not. */
export interface Calling {
  readonly dimension: string
  /** Callings of one sense count as one: "lawyer", "attorney". */
  readonly sense: string
}

/**
 * One line a dimension, words of one sense joined by "=".
 * General English: ranks, offices, trades, kin, legal standing; for bodies and places what kind of thing they are.
 */
const personLines = `
position: commander leader soldier=serviceman=serviceperson mercenary fighter=combatant recruit=enlistee conscript member employee=worker=staffer=staff veteran deserter=defector guerrilla=insurgent=rebel militant terrorist volunteer
charge: founder=creator=cofounder owner=proprietor chief=head=boss CEO=ceo manager director chairman=chairwoman=chairperson=chair shareholder investor partner
rank: private corporal sergeant=sgt lieutenant=lt captain=capt major colonel=col general=gen admiral commodore
ship: captain=skipper mate pilot copilot navigator sailor=seaman=deckhand=crewman passenger engineer
kin: husband wife=bride boyfriend girlfriend fiance=fiancé fiancee=fiancée brother sister cousin nephew niece uncle aunt son daughter grandson granddaughter father=dad mother=mom=mum grandfather grandmother stepfather stepmother stepson stepdaughter widow widower twin
law: suspect victim witness defendant convict=felon plaintiff hostage informant
standing: entrepreneur=businessman=businesswoman millionaire billionaire oligarch tycoon=magnate
trade: lawyer=attorney=counsel doctor=physician nurse surgeon teacher professor=lecturer engineer technician=mechanic electrician driver cook=chef fisherman farmer journalist=reporter photographer student pupil accountant scientist biologist chemist physicist priest=pastor=minister rabbi imam bouncer guard
spokesman: spokesman=spokeswoman=spokesperson
`

const bodyLines = `
force: group=organization=organisation=outfit company=firm contractor gang militia mercenary army movement sect=cult network cell
venue: nightclub=club bar=pub=tavern restaurant=diner hotel=motel=inn hall cafe=café lounge theater=theatre=cinema church school warehouse shop=store
watch: watchdog charity foundation institute thinktank
`

/** What a word calls a person, or undefined. */
export function personCallings(noun: string): readonly Calling[] {
  persons ??= index(personLines)
  return persons.get(noun.toLowerCase()) ?? []
}

/** "her nephew", "of the same family": whether words speak of kin. */
export function tellsOfKin(words: string): boolean {
  return words
    .split(/[^\p{L}]+/u)
    .some((word) => family.has(word.toLowerCase()) || personCallings(word).some(({ dimension }) => dimension === 'kin'))
}

const family = new Set(['family', 'parent', 'parents', 'related', 'relation'])

/** What a word calls a body or a place, or undefined. */
export function bodyCallings(noun: string): readonly Calling[] {
  bodies ??= index(bodyLines)
  return bodies.get(noun.toLowerCase()) ?? []
}

// The same for every story, and never changed once they are made.
let persons: ReadonlyMap<string, readonly Calling[]> | undefined
let bodies: ReadonlyMap<string, readonly Calling[]> | undefined

function index(lines: string): ReadonlyMap<string, readonly Calling[]> {
  const made = new Map<string, Calling[]>()
  for (const line of lines.trim().split('\n')) {
    const [dimension, words] = line.split(': ') as [string, string]
    for (const senses of words.split(' '))
      for (const word of senses.split('=')) {
        const known = made.get(word.toLowerCase()) ?? []
        made.set(word.toLowerCase(), [...known, { dimension, sense: senses.split('=')[0]! }])
      }
  }
  return made
}
