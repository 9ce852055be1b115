/** Sets of genders and numbers as bits, so that "cannot agree" is one comparison. */
export const masculine = 1
export const feminine = 2
export const neuter = 4
export const singular = 1
export const plural = 2

/** What a pronoun says of the one it stands for. */
export interface PronounKind {
  /** Its column in the ranker: "him", "his" and "himself" share one with "he". */
  readonly column: 'he' | 'she' | 'it' | 'they' | 'I' | 'we' | 'you' | 'this' | 'these' | 'who'
  readonly gender: number
  readonly number: number
  readonly person: 1 | 2 | 3
  readonly reflexive: boolean
}

const anyGender = masculine | feminine | neuter

const pronounLines: readonly (readonly [PronounKind['column'], number, number, 1 | 2 | 3, string])[] = [
  ['he', masculine, singular, 3, 'he him his himself'],
  ['she', feminine, singular, 3, 'she her hers herself'],
  ['it', neuter, singular, 3, 'it its itself'],
  ['they', anyGender, singular | plural, 3, "they them their theirs themselves themself 'em"],
  ['I', masculine | feminine, singular, 1, 'i me my mine myself'],
  ['we', anyGender, plural, 1, 'we us our ours ourselves'],
  ['you', masculine | feminine, singular | plural, 2, 'you your yours yourself yourselves'],
  ['this', neuter, singular, 3, 'this that'],
  ['these', anyGender, plural, 3, 'these those'],
  ['who', anyGender, singular | plural, 3, 'who whom whose which'],
]

/** Pronouns by their lower-case form. */
export const pronouns: ReadonlyMap<string, PronounKind> = new Map(
  pronounLines.flatMap(([column, gender, number, person, forms]) =>
    forms
      .split(' ')
      .map((form) => [form, { column, gender, number, person, reflexive: /sel(f|ves)$/.test(form) }] as const),
  ),
)

/** Titles that stand before a name, with the gender they tell; 0 where they tell none. */
export const titles: ReadonlyMap<string, number> = new Map([
  ...spread(
    'mr mister sir lord baron prince king herr monsieur señor brother father fr pope sheikh sheik imam ayatollah',
    masculine,
  ),
  ...spread(
    'mrs ms miss madam madame mme lady dame princess queen baroness duchess señora frau sister mother',
    feminine,
  ),
  ...spread(
    'dr doctor prof professor president vice-president premier chancellor minister senator sen congressman rep',
    0,
  ),
  ...spread(
    'representative governor gov mayor judge justice general gen colonel col major maj captain capt lieutenant lt',
    0,
  ),
  ...spread(
    'sergeant sgt corporal private commander admiral adm marshal chief officer detective inspector superintendent',
    0,
  ),
  ...spread(
    'sheriff secretary ambassador attorney prosecutor reverend rev bishop archbishop cardinal rabbi saint st hon',
    0,
  ),
  ...spread('honourable honorable emperor empress deputy coach commissioner chairman director constable', 0),
])

/** Nouns for people that tell the gender. */
export const genderedNouns: ReadonlyMap<string, number> = new Map([
  ...spread(
    'man boy father dad daddy son brother husband grandfather grandpa grandson uncle nephew gentleman guy lad bloke king prince ' +
      'duke lord baron emperor actor waiter policeman businessman spokesman chairman congressman fireman fisherman salesman ' +
      'sportsman statesman gunman hitman cameraman craftsman serviceman airman frontman widower groom bridegroom boyfriend fiancé ' +
      'stepfather stepson father-in-law son-in-law brother-in-law priest monk pope bishop imam friar hero sultan tsar czar ' +
      'landlord schoolboy cowboy godfather patriarch playboy countryman clergyman nobleman councilman alderman assemblyman ' +
      'frenchman englishman irishman scotsman dutchman welshman sir papa',
    masculine,
  ),
  ...spread(
    'woman girl mother mom mum mommy mummy daughter sister wife grandmother grandma granddaughter aunt niece lady gal queen ' +
      'princess duchess baroness empress actress waitress policewoman businesswoman spokeswoman chairwoman congresswoman ' +
      'saleswoman sportswoman stewardess hostess heiress heroine widow bride girlfriend fiancée stepmother stepdaughter ' +
      'mother-in-law daughter-in-law sister-in-law nun midwife landlady schoolgirl godmother matriarch goddess ballerina ' +
      'councilwoman servicewoman maid maiden sorority mistress lesbian housewife ma’am mama diva',
    feminine,
  ),
])

/** Nouns whose usual sense in news is another than WordNet's first, or which it lacks. */
export const knownNouns: ReadonlyMap<string, NounKind> = new Map([
  ...spread<NounKind>(
    'source witness suspect victim guard counterpart member leader head chief guy kid boss spokesperson lawmaker defector ' +
      'founder owner survivor veteran mercenary recruit aide insider rival contractor analyst deserter fighter gunman hostage ' +
      'refugee migrant protester protestor activist rebel militant volunteer convict inmate prisoner detainee hunter driver ' +
      'resident local observer client patient parent child person staffer teammate teenager adult baby toddler passenger ' +
      'bystander whistleblower informant accuser plaintiff defendant attacker shooter assailant perpetrator bomber hijacker ' +
      'investigator prosecutor attorney lawyer partner colleague friend neighbour neighbor relative successor predecessor ' +
      'nominee candidate incumbent player coach star winner loser entrepreneur millionaire billionaire old',
    'person',
  ),
  ...spread<NounKind>(
    'people folk personnel staff crew public troops couple pair trio crowd mob youth police clergy',
    'group',
  ),
  ...spread<NounKind>(
    'company firm group organisation organization agency newspaper paper outlet magazine broadcaster network station website ' +
      'site government ministry department army military navy police court parliament senate congress council committee ' +
      'commission union party bank university school hospital club team league band militia gang cartel corporation charity ' +
      'foundation institute institution regime administration authority force embassy bureau office board tribunal church ' +
      'publisher manufacturer airline retailer insurer watchdog regulator think-tank brigade battalion unit platoon squad ' +
      'regiment kremlin coalition alliance daily weekly tabloid wire publication media press channel',
    'organisation',
  ),
  ...spread<NounKind>(
    'country nation state city town village region province district county border area territory neighbourhood neighborhood ' +
      'street road island continent capital valley river mountain lake sea coast airport prison jail facility building house ' +
      'home camp base station port bridge republic kingdom settlement frontline peninsula suburb square site',
    'place',
  ),
  ...spread<NounKind>(
    'video film movie book report statement letter song article photo photograph album interview',
    'work',
  ),
  ...spread<NounKind>(
    'war election attack trial invasion battle conflict crash summit storm earthquake shooting protest',
    'event',
  ),
  ...spread<NounKind>(
    'thing time way part percent year month week day number lot kind contract result case fact asylum refuge position reach ' +
      'mission fodder hole direction track tracks front end top bottom side line point place',
    'thing',
  ),
])

export type NounKind = 'person' | 'organisation' | 'group' | 'place' | 'work' | 'event' | 'thing'

/** Nouns a report uses for a publisher of news, with the kinds of publisher that answer to them; see knowledge/outlets.ts. */
export const outletNouns: ReadonlyMap<string, readonly string[]> = new Map([
  ['newspaper', ['newspaper']],
  ['paper', ['newspaper']],
  ['daily', ['newspaper']],
  ['tabloid', ['newspaper']],
  ['magazine', ['magazine', 'newspaper']],
  ['weekly', ['magazine', 'newspaper']],
  ['broadcaster', ['broadcaster']],
  ['network', ['broadcaster']],
  ['channel', ['broadcaster']],
  ['agency', ['agency']],
  ['wire', ['agency']],
  ['outlet', ['agency', 'broadcaster', 'newspaper', 'magazine', 'site']],
  ['publication', ['newspaper', 'magazine', 'site']],
  ['site', ['site', 'newspaper']],
  ['website', ['site', 'newspaper']],
])

/** Verbs of saying, as lemmas. */
export const sayingVerbs: ReadonlySet<string> = new Set(
  (
    'say tell add claim state announce report declare explain note write ask reply answer argue insist admit warn confirm deny ' +
    'allege assert believe think recall remember suggest acknowledge stress emphasise emphasize tweet post shout whisper ' +
    'remark comment continue conclude observe testify respond complain joke boast vow promise urge agree call describe ' +
    'maintain contend concede quip muse lament cry yell scream mutter murmur inquire wonder demand order plead quote'
  ).split(' '),
)

/** Ends of the names of bodies that short forms leave off. */
export const bodyEndings: ReadonlySet<string> = new Set(
  (
    'group inc incorporated corp corporation co company ltd limited llc plc holdings ag gmbh sa net com org party foundation ' +
    'institute association agency organisation organization bank airlines airways university news newspaper times ' +
    'stores industries motors systems technologies international enterprises communications entertainment pictures'
  ).split(' '),
)

/** Endings so empty that the rest of the name means the same body. */
export const emptyEndings: ReadonlySet<string> = new Set(
  'group inc incorporated corp corporation co company ltd limited llc plc holdings ag gmbh sa net com org'.split(' '),
)

/** Adjectives that set two things of a kind apart. */
export const contrasting: ReadonlySet<string> = new Set(
  (
    'other another different first second third fourth fifth last next previous former new old northern southern eastern western ' +
    'north south east west upper lower left right male female young big small large'
  ).split(' '),
)

/** Words before a post that make it another post: "the vice president" is not the president. */
export const lesserRanks: ReadonlySet<string> = new Set(['vice', 'deputy', 'assistant', 'associate', 'under', 'junior'])

/** Posts that one person holds at a time: alone, "the president" is the one whom a report tells of, not a guest of whom it says so in passing. */
export const singlePosts: ReadonlySet<string> = new Set(
  'president minister premier chancellor king queen emperor empress pope governor mayor'.split(' '),
)

function spread<T>(words: string, value: T): [string, T][] {
  return words.split(' ').map((word) => [word, value])
}
