/** In what capacity somebody speaks, by the noun that names it. */
export type Capacity =
  /** Speaks for a body: "spokesman". */
  | 'speaks-for'
  /** Serves in a body and knows what it knows: "Commander", "official". */
  | 'serves'
  /** Holds an office of state: "prime minister"; speaks as the government of the country. */
  | 'governs'
  /** Knows of another's doings from him: "lawyer", "friend". */
  | 'close-to'

const speaksFor = `spokesman spokeswoman spokesperson spokespeople spokesmen press-secretary press-officer press-office press-service media-officer
  communications-director public-information-officer information-officer representative rep`

const serves = `officer officers commander chief deputy-chief captain sergeant lieutenant major colonel general admiral detective detectives inspector
  superintendent commissioner constable sheriff deputy deputies trooper troopers marshal prosecutor prosecutors coroner agent agents investigator
  investigators official officials source sources insider employee employees executive executives adviser advisor aide aides member members staff
  chief-of-staff chief-executive founder co-founder creator owner director head chairman chairwoman president-of manager deputy-director`

const governs = `president vice-president prime-minister premier chancellor minister foreign-minister foreign-secretary secretary-of-state defence-minister
  defense-secretary secretary-of-defense treasury-secretary home-secretary attorney-general ambassador envoy diplomat diplomats official officials
  government administration leader leaders ministry foreign-ministry defence-ministry defense-ministry interior-ministry embassy white-house kremlin
  state-department authorities press-secretary spokesman spokeswoman`

const closeTo = `lawyer lawyers attorney attorneys solicitor barrister counsel advocate friend friends relative relatives family brother sister mother father
  parents wife husband son daughter cousin uncle aunt nephew niece partner girlfriend boyfriend fiancée fiancé colleague colleagues acquaintance
  acquaintances biographer ghostwriter`

/** Groups that work for people in need: what they tell of one they helped they mostly have from him. */
const helpers = `activist activists campaigner campaigners volunteer volunteers human-rights-group rights-group rights-organisation rights-organization
  human-rights-organisation human-rights-organization aid-group aid-organisation aid-organization charity ngo support-group advocacy-group
  human-rights-activist human-rights-activists rights-activist rights-activists human-rights-defender`

/** Words for bodies that say nothing about which body: "the company". */
const anyBody = `company firm club party group department ministry office body agency organisation organization institution force service council city town state
  county hospital school university airline operator team unit bank network station`

const lists = { speaksFor, serves, governs, closeTo, helpers, anyBody } as const
const sets = new Map<keyof typeof lists, ReadonlySet<string>>()

function setOf(name: keyof typeof lists): ReadonlySet<string> {
  const known = sets.get(name)
  if (known) return known
  const made = new Set(lists[name].split(/\s+/))
  sets.set(name, made)
  return made
}

/** A noun of capacity found in a list of small-letter words: where it stands and in what capacities it may speak. */
export interface FoundRole {
  readonly capacities: readonly Capacity[]
  readonly first: number
  readonly end: number
}

/** The first noun of capacity in the words, two- and three-word ones before single ones: "press secretary" before "secretary". */
export function roleIn(words: readonly string[]): FoundRole | undefined {
  for (let first = 0; first < words.length; first++) {
    for (const length of [3, 2, 1]) {
      if (first + length > words.length) continue
      const capacities = capacitiesOf(words.slice(first, first + length).join('-'))
      if (capacities.length > 0) return { capacities, first, end: first + length }
    }
  }
  return undefined
}

function capacitiesOf(noun: string): Capacity[] {
  const found: Capacity[] = []
  if (setOf('speaksFor').has(noun)) found.push('speaks-for')
  if (setOf('serves').has(noun)) found.push('serves')
  if (setOf('governs').has(noun)) found.push('governs')
  if (setOf('closeTo').has(noun)) found.push('close-to')
  return found
}

/** Whether the words name a group or person that works for people in need. */
export function helps(words: readonly string[]): boolean {
  return words.some((_, i) => [1, 2, 3].some((n) => setOf('helpers').has(words.slice(i, i + n).join('-'))))
}

/** Whether the word stands for a body without saying which: "the company". */
export function isAnyBody(word: string): boolean {
  return setOf('anyBody').has(word)
}

/** What stands for a country's government: a house, an office, the capital. */
export const governmentNames: ReadonlyMap<string, string> = new Map([
  ['white house', 'United States'],
  ['state department', 'United States'],
  ['pentagon', 'United States'],
  ['washington', 'United States'],
  ['kremlin', 'Russia'],
  ['moscow', 'Russia'],
  ['downing street', 'United Kingdom'],
  ['foreign office', 'United Kingdom'],
  ['élysée', 'France'],
  ['beijing', 'China'],
  ['tehran', 'Iran'],
  ['kyiv', 'Ukraine'],
  ['kiev', 'Ukraine'],
  ['ankara', 'Turkey'],
  ['damascus', 'Syria'],
  ['baghdad', 'Iraq'],
  ['islamabad', 'Pakistan'],
  ['new delhi', 'India'],
  ['riyadh', 'Saudi Arabia'],
  ['pyongyang', 'North Korea'],
  ['seoul', 'South Korea'],
  ['tokyo', 'Japan'],
  ['caracas', 'Venezuela'],
  ['havana', 'Cuba'],
  ['minsk', 'Belarus'],
])
