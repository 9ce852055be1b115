/**
 * Words that news reports use for one another, a group a line: what dictionaries keep apart ("held", "arrested")
 * and reports do not. A word may stand in several groups. Verbs and the nouns made from them stand together.
 */
const groups = `
arrest detain hold apprehend capture seize custody arrested detention catch nab
jail prison imprison incarcerate cell penitentiary inmate prisoner convict behind-bars
release free freed bail discharge
flee escape leave desert defect abandon run quit depart evacuate exit
hide conceal evade shelter elude lie-low
kill slay murder dead die death fatal fatality lethal deadly perish lose toll
shoot fire gun gunfire shooting shot open-fire gunman shooter bullet
wound injure injury hurt casualty hit wounded
attack assault raid strike assail ambush hit
bomb explode blast explosion detonate bombing device
burn fire blaze flame
crash collide collision smash accident wreck
sink capsize founder overturn
say tell announce state declare report disclose reveal inform add note
confirm verify acknowledge corroborate admit
deny reject dismiss refute dispute
accuse allege charge blame claim
charge indict indictment count prosecute
convict guilty conviction verdict
sentence term punish
sue lawsuit suit sue-over complaint
lawyer attorney counsel solicitor barrister advocate defender
ask request seek apply demand plea appeal
want wish hope desire
plan intend aim prepare schedule
begin start launch open commence
stop halt end suspend cease finish close shut shelve cancel
continue go-on proceed persist resume keep extend
meet talk meeting summit discuss negotiate
visit travel go trip journey arrive come head make-way
arrive reach come land
enter cross slip get-into
return come-back back
join enlist sign-up sign recruit enrol enroll contract
recruit enlist hire
leader commander chief head boss
head boss chief director president chairman chairwoman chair leader executive manager
deputy vice number-two second-in-command
guard watchman doorman bouncer security
colleague fellow workmate co-worker comrade
founder creator owner
soldier troop fighter mercenary serviceman
serve stint service veteran member
police officer authority cop investigator detective
official authority spokesman spokeswoman spokesperson minister
find discover locate recover uncover detect notice trace
search look hunt comb
see witness observe watch notice spot view
show display present unveil reveal exhibit
prove show demonstrate evidence proof indicate
hide conceal secret covert undisclosed
lie deceive mislead deception falsehood
tell inform notify alert warn
warn caution alert threaten
threaten threat
help assist aid support back
rescue save pull
treat hospitalise hospitalize hospital doctor
take drive transport transfer bring rush move carry
move relocate transfer shift
give provide supply hand donate deliver
get obtain receive acquire gain
take seize steal grab
steal theft rob robbery burglary loot
buy purchase acquire acquisition takeover
sell sale
pay payment cost spend
rise increase climb grow jump surge gain up growth
fall decrease drop decline slip lose down plunge tumble
earn profit income earnings
win victory beat defeat triumph
lose defeat loss
elect election vote poll ballot
resign step-down quit resignation
appoint name nominate pick choose select
dismiss fire sack oust remove
replace succeed successor
marry wedding wed marriage
born birth
build construct erect building
destroy demolish ruin raze wreck
damage harm
quake earthquake tremor temblor shake jolt
storm hurricane typhoon cyclone
flood flooding inundate
missing disappear vanish lost
people person man woman victim
child boy girl kid son daughter
car vehicle truck van
boat ship vessel ferry
plane aircraft jet airliner flight
gun weapon rifle pistol handgun firearm
fight battle clash combat fighting war conflict
protest demonstrate demonstration rally march protester
agree agreement deal accord pact treaty
sign ink
approve pass adopt endorse back
refuse decline reject
ban bar prohibit outlaw
allow permit let
order instruct command direct
force compel
promise pledge vow swear
think believe suspect consider
know aware
decide decision choose
probe investigate investigation inquiry inquest enquiry
company firm business corporation
money fund cash
video film clip footage movie
document file paper record
interview talk speak speech address statement
speak talk address speech
publish release issue post print
write author pen
call name dub know codename
home house residence apartment flat
job work post position
dispute row quarrel argument fight altercation
sick ill illness disease
weapon arm bomb warhead
abuse mistreat atrocity crime violation
execute kill
`

/** Whether reports use two words, given as lemmas in small letters, for one another. */
export function usedAlike(a: string, b: string): boolean {
  const mine = usesOf(a)
  const other = usesOf(b)
  return mine.some((group) => other.includes(group))
}

/** Numbers of the groups that a lemma stands in. */
export function usesOf(lemma: string): readonly number[] {
  made ??= index()
  return made.get(lemma) ?? []
}

// The same for every story, and never changed once it is made.
let made: ReadonlyMap<string, readonly number[]> | undefined

function index(): ReadonlyMap<string, readonly number[]> {
  const groupsOf = new Map<string, number[]>()
  groups
    .trim()
    .split('\n')
    .forEach((line, group) => {
      for (const word of line.split(' ')) groupsOf.set(word, [...(groupsOf.get(word) ?? []), group])
    })
  return groupsOf
}
