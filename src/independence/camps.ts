import type { Entity } from '../model/findings.js'
import { wordsIn } from './bodies.js'

/**
 * "the Hallbrook campaign", "a spokesman for Mr. Hallbrook", "Hallbrook’s remarks"  →  Hallbrook
 *
 * Who speaks for one person, or what that person said or wrote, is that person's voice. Pairs of the person and the voice;
 * only for names that one person of the story bears.
 */
export function campsOf(
  entities: readonly Entity[],
  bodiesOfEntity: ReadonlyMap<string, readonly string[]>,
  partyOf: (entity: string) => string,
): [string, string][] {
  const bearers = personByName(entities, partyOf)
  return entities.flatMap((entity) => {
    // What was taken for a voice without a name may be no more than the name itself, with a verb after it.
    const bare = entity.names.length === 0 ? [wordsIn(entity.name)] : []
    const owned = [entity.name, ...entity.names].flatMap((name) => {
      const words = ownerIn(name)
      return words ? [words] : []
    })
    const spokenFor = (bodiesOfEntity.get(entity.id) ?? []).map((body) => body.split(' '))
    return [...bare, ...owned, ...spokenFor].flatMap((words): [string, string][] => {
      const person = bearers.get(plainName(words))
      return person === undefined || person === entity.id ? [] : [[person, entity.id]]
    })
  })
}

/** People by full name and by surname; names that two people bear are left out. */
function personByName(entities: readonly Entity[], partyOf: (entity: string) => string): Map<string, string> {
  const found = new Map<string, string | null>()
  for (const { id, type, names } of entities) {
    if (type !== 'person') continue
    const keys = names.flatMap((n) => [plainName(wordsIn(n)), wordsIn(n).at(-1) ?? ''])
    for (const key of new Set(keys)) {
      const known = found.get(key)
      if (known === undefined) found.set(key, id)
      else if (known !== null && partyOf(known) !== partyOf(id)) found.set(key, null)
    }
  }
  return new Map([...found].flatMap(([name, id]) => (id === null || name === '' ? [] : [[name, id] as const])))
}

/** The words that name the owner: "the Hallbrook campaign", "Hallbrook for Mayor", "Mr. Hallbrook’s own remarks", "a letter from Hallbrook". */
function ownerIn(name: string): string[] | undefined {
  const plain = name.replace(/^(?:the|a|an) /i, '')
  const words = wordsIn(plain)
  if (words.length > 8) return undefined
  const possessive = /^([^'’]{2,40})['’]s? /.exec(plain)
  if (possessive && words.some((w) => mouths.has(w))) return wordsIn(possessive[1]!)
  if (words.length >= 2 && camps.has(words.at(-1)!)) return words.slice(0, -1)
  const told = words.findIndex((w) => w === 'told' || w === 'said' || w === 'says')
  if (told > 0 && told < 5) return words.slice(0, told)
  const link = words.findIndex((w) => w === 'for' || w === 'from' || w === 'by' || w === 'of')
  if (link < 1 || link === words.length - 1) return undefined
  if (words[link] === 'for' && offices.has(words[link + 1]!)) return words.slice(0, link)
  return words.slice(0, link).some((w) => mouths.has(w)) ? words.slice(link + 1) : undefined
}

/** What acts for a person whose name it bears. */
const camps = new Set(['campaign', 'camp', 'team', 'office', 'administration', 'transition'])

/** "Hallbrook for Mayor" */
const offices = new Set(['president', 'governor', 'senate', 'congress', 'mayor', 'america'])

/** What speaks for a person, or what he said or wrote. */
const mouths = new Set(
  (
    'campaign camp team office administration spokesman spokeswoman spokesperson spokesmen spokespeople aide aides adviser advisers advisor advisors ' +
    'comment comments remark remarks statement statements speech letter letters tweet tweets post posts message memo memos op-ed words account testimony ' +
    'ad ads advertisement video book interview email emails'
  ).split(' '),
)

function plainName(words: readonly string[]): string {
  const kept = words.filter((w) => !titles.has(w))
  return (camps.has(kept.at(-1) ?? '') ? kept.slice(0, -1) : kept).join(' ')
}

const titles = new Set(
  'the mr mrs ms dr sen senator rep representative president gov governor mayor candidate congressman former'.split(
    ' ',
  ),
)
