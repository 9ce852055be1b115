import type { Furniture } from '../model/report.js'
import { overlaps } from '../model/span.js'
import type { Line } from './lines.js'

/**
 * The headline of a text: its first line that is no furniture, when it is short, has no full stop, and is set off from what follows.
 * Null for a text of one line, and where the first line is the beginning of a paragraph.
 */
export function titleOf(lines: readonly Line[], furniture: readonly Furniture[]): string | null {
  const own = lines.slice(0, 12).filter((line) => !furniture.some((range) => overlaps(range, line)))
  const first = own[0]
  if (first === undefined || lines.length < 2 || first.text.length > 200) return null
  if (/[.,;:…”"]$/.test(first.text) || !/\p{L}/u.test(first.text)) return null
  if (first.blankAfter) return first.text
  // Without a blank line below: a headline is much shorter than the paragraphs; a line of wrapped text is as long as the next.
  const next = lines[first.index + 1]
  return next !== undefined && first.text.length <= 120 && next.text.length > 140 && /^[\p{Lu}\d"“'‘(]/u.test(next.text)
    ? first.text
    : null
}

/**
 * The outlet as the text's own furniture names it: "Sign up for The Tribune's newsletter", "© 2023 Harbour Herald".
 * Null where it does not; "as the Tribune reported" may be another outlet's word and tells nothing.
 */
export function outletOf(text: string, furniture: readonly Furniture[]): string | null {
  for (const { start, end } of furniture) {
    const words = text.slice(start, Math.min(end, start + 400))
    for (const form of outletForms) {
      const name = form
        .exec(words)?.[1]
        ?.trim()
        .replace(/[,.]?\s?(?:Inc|LLC|Ltd|Limited|Corp|GmbH)?\.?$/i, '')
      if (name !== undefined && name.length >= 2 && !notOutlets.test(name)) return asElsewhere(name, text)
    }
  }
  return null
}

// An agency's copyright line goes with its copy into every paper that prints it.
const notOutlets =
  /^(?:our|the|all rights|their|free|this|(?:the )?(?:associated press|reuters|thomson\b.*|afp|agence france-presse|.* syndicate|getty images))$/i

// "CLICK HERE TO GET THE HARBOUR HERALD APP": the name in ordinary letters, if the text has it.
function asElsewhere(name: string, text: string): string {
  if (name !== name.toUpperCase() || name.length < 5) return name
  const lower = text.toLowerCase()
  const wanted = name.toLowerCase()
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    const there = text.slice(at, at + name.length)
    if (there !== name && there !== wanted)
      return /\b[Tt]he $/.test(text.slice(Math.max(0, at - 4), at)) ? `The ${there}` : there
  }
  return name
}

const name =
  "(?:[Tt]he )?[\\p{Lu}\\d][\\p{L}\\d&'’-]*(?: (?:of |the |and |& |for |de )?[\\p{Lu}\\d][\\p{L}\\d&.-]*[\\p{L}\\d]){0,5}"
const year = '(?:19|20)\\d\\d(?:[-–]\\d{2,4})?'

const outletForms = [
  new RegExp(`^[Ss]ign up (?:for|to) (?:[^,.]{2,40}, )?(${name})['’]s? (?:\\w+ ){0,2}newsletter`, 'u'),
  new RegExp(`(?:©|\\([cC]\\)|[Cc]opyright|COPYRIGHT) ?(?:©|\\([cC]\\))? ?${year},? (?:by )?(${name})`, 'u'),
  new RegExp(`(?:©|\\([cC]\\)|[Cc]opyright) (${name}),? ${year}`, 'u'),
  new RegExp(`^[Ff]ollow (${name}) for more (?:stories|news|updates)\\b`, 'u'),
  /^CLICK HERE TO GET THE ([A-Z][A-Z &'’-]{2,40}) APP$/,
  new RegExp(`\\b[Vv]isit (${name})['’]s home ?page for more`, 'u'),
]
