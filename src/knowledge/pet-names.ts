/**
 * First names that English uses for one another. A line has one full name in all its spellings, then what it is shortened to:
 * two full names of one short form ("Samuel", "Samantha") are two names.
 */
const lines = `
alexander alex sandy xander sasha
alexandra alex sandy sasha
andrew andy drew
anthony tony
barbara barb
benjamin ben benny
catherine katherine kathryn kate katie kathy cathy
charles charlie chuck
christopher chris
christine christina chris
christian chris
daniel danny dan
david dave
deborah debra deb debbie
donald don donnie
edward ted eddie ed ned
elizabeth liz beth betty eliza lizzie
eugene gene
frederick fred freddie
gerald jerry gerry
gregory greg
henry harry hank
jacob jake
james jim jimmy jamie
jeffrey jeff
jennifer jen jenny
john jack johnny jon
jonathan jon
joseph joe joey
joshua josh
kenneth ken kenny
lawrence larry laurence
leonard len lenny leo
margaret maggie peggy meg
matthew matt
michael mike mick micky mickey
nathaniel nathan nate nat
nicholas nick nicky
patricia pat patty trish
patrick pat paddy
peter pete
philip phillip phil
raymond ray
rebecca becky
richard dick rick ricky rich
robert bob bobby rob robbie bert
ronald ron ronnie
samuel sam sammy
samantha sam sammy
stephen steven steve
susan sue susie
theodore ted teddy theo
theresa teresa terry
thomas tom tommy
timothy tim
victoria vicky
vincent vince
walter walt
william bill billy will liam
zachary zach zack
`

/** "Mike" for "Michael", "Bob" for "Robert": whether two first names, in small letters, may be one person's. */
export function mayBeOneFirstName(a: string, b: string): boolean {
  sets ??= lines
    .trim()
    .split('\n')
    .map((line) => new Set(line.split(' ')))
  return sets.some((names) => names.has(a) && names.has(b))
}

// The same for every story, and never changed once they are made.
let sets: readonly ReadonlySet<string>[] | undefined

/** "Old Holm", "Crooked Holm": an adjective that stands before a surname as if it were a first name. */
export function isEpithet(word: string): boolean {
  return epithets.has(word.toLowerCase())
}

const epithets = new Set(['crooked', 'little', 'sleepy', 'young', 'old', 'big', 'poor', 'dear', 'lazy', 'crazy'])
