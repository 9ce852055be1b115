/** A kind of event as news tells it, with the verbs that tell it. */
export interface EventFamily {
  readonly name: string
  /** The role of the one it is mostly told about: who leaves, who is arrested. */
  readonly about: 'agent' | 'patient'
  readonly verbs: readonly string[]
}

// One family a line: name, whom it is about, verbs. Particles stand after an underscore: "sign_up".
const lines = `
leave agent leave desert flee quit defect abandon escape depart
join agent join enlist enrol enroll sign sign_up
enter agent cross enter arrive reach sneak
detain patient detain arrest apprehend capture hold catch nab collar
imprison patient imprison jail incarcerate
hide agent hide hide_out shelter
spend agent spend serve
kill patient kill murder execute slay slaughter assassinate
die agent die perish
hurt patient hurt injure wound shoot hit
fire agent fire open_fire shoot_at
charge patient charge accuse indict arraign prosecute
convict patient convict sentence
release patient release free discharge
found patient found establish
own patient own
lead patient lead head command oversee manage run
find patient find discover locate recover spot
take patient take steal seize obtain raid rob
begin agent begin start erupt break_out
end agent end stop halt cease shelve suspend
strike agent strike crash collide ram
sink agent sink founder capsize
explode agent explode detonate blow_up
marry agent marry wed
bear patient bear
raise patient raise bring_up grow_up
build patient build construct
order patient order instruct direct
warn patient warn notify alert inform tip_off
rescue patient rescue save evacuate
move patient move transfer relocate transport
drive patient drive
travel agent travel go head
resign agent resign step_down
appoint patient appoint name hire elect promote select
announce agent announce unveil
meet agent meet
vote agent vote
win agent win
lose agent lose
buy patient buy acquire purchase
extend patient extend renew prolong
switch_off patient switch_off turn_off shut_down shut_off put_out extinguish
burn agent burn shine
request agent request seek claim ask apply demand
attack patient attack ambush assault storm
carry agent carry
employ patient employ recruit
perform agent perform play sing
film agent film record
publish agent publish post
`

/** The family of a predicate such as "desert" or "break out", or undefined. */
export function eventFamily(predicate: string): EventFamily | undefined {
  known ??= index()
  return known.get(predicate)
}

/** The family of the event that a noun names: "arrest", "warning", "crossing", "escape". */
export function nominalFamily(noun: string): EventFamily | undefined {
  const family =
    eventFamily(noun) ?? eventFamily(noun.replace(/ings?$/, '')) ?? eventFamily(noun.replace(/(?:ment|ion)$/, ''))
  return family && !alsoThings.has(noun) ? family : undefined
}

/** Nouns that look like verbs of the families and name things. */
const alsoThings = new Set([
  'head',
  'lead',
  'play',
  'film',
  'post',
  'drive',
  'record',
  'name',
  'direct',
  'form',
  'own',
  'building',
  'meeting',
  'hit',
  'fire',
  'run',
  'win',
  'bear',
  'sign',
  'enter',
  'rise',
  'station',
  'mission',
])

// The same for every story, and never changed once it is made.
let known: ReadonlyMap<string, EventFamily> | undefined

function index(): ReadonlyMap<string, EventFamily> {
  const families = new Map<string, EventFamily>()
  for (const line of lines.trim().split('\n')) {
    const [name, about, ...words] = line.split(' ') as [string, 'agent' | 'patient', ...string[]]
    const verbs = words.map((v) => v.replaceAll('_', ' '))
    for (const verb of verbs) families.set(verb, { name, about, verbs })
  }
  return families
}
