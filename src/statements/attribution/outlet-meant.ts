import { outlets } from '../../knowledge/outlets.js'
import { firstFrom } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { characterOf, type Phrase } from '../phrases.js'
import { formAt } from '../trees.js'

/**
 * "Ada Holm told the Gazette … She told the newspaper …"  →  the newspaper is the Gazette
 *
 * A word for an outlet means the one that was named last; undefined where none was, or where the reading knows already.
 */
export function outletMeant(phrase: Phrase, parsed: ParsedReport): number | undefined {
  const tree = parsed.trees[phrase.sentence]
  if (!tree || !parsed.saying.isOutlet(formAt(tree, phrase.head))) return undefined
  const { characters, mentions, report } = parsed.reading
  const known = characterOf(phrase, parsed)
  if (known >= 0 && characters[known]!.named) return undefined
  for (let m = firstFrom(mentions, phrase.start) - 1; m >= 0; m--) {
    const { start, end, kind, character } = mentions[m]!
    if (kind !== 'name' || character < 0 || characters[character]!.type === 'person') continue
    if (isOutletName(report.text.slice(start, end)) || isOutletName(characters[character]!.name)) return character
  }
  return undefined
}

/** Whether a name is known for an outlet's, or ends like one. */
function isOutletName(name: string): boolean {
  const plain = name.toLowerCase().replace(/^the /, '')
  return (
    known().has(plain) ||
    /\b(gazette|times|news|post|herald|tribune|courier|chronicle|journal|guardian|observer|mail|telegraph|tv|radio|press|magazine|agency)$/.test(
      plain,
    )
  )
}

function known(): ReadonlySet<string> {
  made ??= new Set(outlets().flatMap(({ name, aliases }) => [name, ...aliases].map((n) => n.toLowerCase())))
  return made
}

// The same for every report, and never changed once it is made.
let made: ReadonlySet<string> | undefined
