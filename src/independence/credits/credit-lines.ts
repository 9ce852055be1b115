import { looksLikeOutlet, outletNamed } from '../../knowledge/outlet-names.js'
import type { Report } from '../../model/report.js'
import type { Range } from '../../model/span.js'

/** A line by which a report says whose copy it is, or who had a part in it. */
export interface CreditLine extends Range {
  /** As the line writes it: "AP", "the Halyard news agency", "agencies". */
  readonly name: string
  /** Whether the whole report is the other's copy, and not a part of it. */
  readonly whole: boolean
  /** Whether the name alone shows an outlet; otherwise it counts only if the story knows it for one. */
  readonly sure: boolean
}

/** How far into a report a dateline or byline may stand, and how far from its end a credit. */
const opening = 1500

/**
 * "PORT ALDANE, June 14 (Halyard) –"  ·  "By Herald Staff and Halyard"  ·  "The Associated Press contributed to this report."
 *
 * Credits that belong to no sentence of the story: agency slugs, bylines, datelines, lines at the foot.
 */
export function findCreditLines(report: Report): CreditLine[] {
  const { text } = report
  const found: CreditLine[] = []
  for (const { pattern, whole, from, slug, needs } of forms) {
    if (needs !== undefined && !text.includes(needs)) continue
    const start = from === 'foot' ? Math.max(0, text.length - opening) : 0
    const part = from === 'head' ? text.slice(0, opening) : text.slice(start)
    for (const match of part.matchAll(pattern)) {
      const words = match[1]
      if (words === undefined) continue
      const at = start + match.index + match[0].indexOf(words)
      for (const name of namesIn(words)) {
        const offset = at + words.indexOf(name)
        const plain = bare(name)
        found.push({
          name: plain,
          whole: whole === 'always' || (whole === 'agency' && isAgency(plain)),
          sure: slug === true ? isSlug(plain) || isPublisher(plain) : isPublisher(plain),
          start: offset,
          end: offset + name.length,
        })
      }
    }
  }
  const seen = new Set<string>()
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const fresh = !seen.has(`${start} ${end}`)
      seen.add(`${start} ${end}`)
      return fresh
    })
}

interface Form {
  /** The first group holds the names. No pattern repeats what it repeats. */
  readonly pattern: RegExp
  readonly whole: 'always' | 'agency' | 'never'
  readonly from: 'head' | 'foot' | 'anywhere'
  /** A word without which there is no need to look. */
  readonly needs?: string
  /** Whether any name will do in this place. */
  readonly slug?: true
}

const story = '(?:report|story|article|dispatch|piece|post)'
const forms: readonly Form[] = [
  {
    pattern: /^["“”]?\p{Lu}[\p{L}.,' /\d-]{2,60} ?\((\p{Lu}[\p{L} .&/-]{1,40})\) ?[-–—]/gmu,
    whole: 'always',
    from: 'anywhere',
    slug: true,
  },
  { pattern: /^\((\p{Lu}[\p{L} .&-]{1,30})\) ?[-–—]/gmu, whole: 'always', from: 'head', slug: true },
  { pattern: /^(?:By|BY|by) ([^\n]{3,120})$/gmu, whole: 'agency', from: 'head' },
  {
    pattern:
      /^((?:The )?(?:Associated Press|Reuters|AFP|Agence France-Presse|AP|Bloomberg News|United Press International))$/gmu,
    whole: 'always',
    from: 'head',
  },
  {
    pattern: /[—–-] ?((?:Reuters|AP|AFP|Associated Press|Bloomberg|UPI|PTI|ANI|dpa))\.?$/gmu,
    whole: 'always',
    from: 'foot',
  },
  {
    pattern: new RegExp(`([^\\n.]{2,160}?) (?:also )?contributed (?:reporting )?to this ${story}`, 'gu'),
    whole: 'never',
    from: 'anywhere',
    needs: 'contributed',
  },
  {
    pattern:
      /^\W{0,2}(?:[Ww]ith|[Aa]dditional) (?:additional )?(?:inputs?|reporting|files|material|information|agency inputs) (?:from|by) ([^\n.]{2,120})/gmu,
    whole: 'never',
    from: 'anywhere',
  },
  {
    pattern: new RegExp(
      `[Tt]his ${story} (?:includes|contains|uses) (?:material|reporting|information|copy) (?:from|by) ([^\\n.]{2,120})`,
      'gu',
    ),
    whole: 'never',
    from: 'anywhere',
  },
  {
    pattern: new RegExp(
      `[Tt]his ${story} (?:was )?(?:originally |first )?(?:published|appeared|ran) (?:in|on|by) ([^\\n.]{2,80})`,
      'gu',
    ),
    whole: 'always',
    from: 'anywhere',
  },
  {
    pattern:
      /(?:[Cc]opyright|©|\([cC]\)) ?(?:©|\([cC]\))? ?(?:19|20)\d\d,? (?:by )?((?:[Tt]he )?(?:Associated Press|Reuters|AFP|Agence France-Presse|AP|Thomson Reuters))/gu,
    whole: 'always',
    from: 'foot',
  },
  { pattern: /^(?:Source|SOURCE|Via|VIA): ?([^\n]{2,80})$/gmu, whole: 'never', from: 'anywhere' },
  {
    pattern: /^((?:The )?(?:\p{Lu}[\p{L}-]+ ){1,3}(?:Wire|News Agency|News Service)) ?(?:©|\(c\)|[Cc]opyright)/gmu,
    whole: 'always',
    from: 'foot',
  },
]

const many = new Set([
  'agencies',
  'wire services',
  'news agencies',
  'wires',
  'agency',
  'wire reports',
  'wire services reports',
  'news services',
  'agency reports',
])

// "The Herald’s Curt Wendle and Halyard": one name a piece.
function namesIn(words: string): string[] {
  return words
    .split(/,| and | & |;|\/| with /)
    .map((w) => w.trim())
    .filter((w) => w.length > 1)
}

// "Halyard writers Mila Cordry", "the Herald's Curt Wendle", "the Halyard news agency".
function bare(name: string): string {
  const plain = name.replace(/^(?:By|by|from|the|The|via) /, '').replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
  const owner = /^(.{2,40}?)['’]s? /u.exec(plain)?.[1]
  const before =
    /^(.{2,40}?) (?:news agency|writers?|reporters?|correspondents?|staff|journalists?|producers?|staff writers?)\b/iu.exec(
      plain,
    )?.[1]
  const after = /\b((?:Associated Press|Reuters|AFP|Bloomberg News|CNN|Fox News|BBC News))$/u.exec(plain)?.[1]
  return before ?? owner ?? after ?? plain
}

function isPublisher(name: string): boolean {
  return many.has(name.toLowerCase()) || looksLikeOutlet(name)
}

// "(HNA)", "(Halyard)": in a dateline's brackets stands whose copy it is, known or not.
function isSlug(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\d]{1,5}$/u.test(name) || /^\p{Lu}\p{Ll}{3,}$/u.test(name)
}

function isAgency(name: string): boolean {
  return outletNamed(name)?.kind === 'agency' || / (?:agency|press|wire)$/i.test(name)
}
