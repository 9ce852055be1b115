import { isAlphanumeric, Kind, kindAt } from './characters.js'

const endings = new Set(
  (
    'com org net gov edu mil int info biz name pro museum aero tv fm io ai app dev news online site blog media live ' +
    'uk ie fr eu ru ua by pl cz sk hu ro bg rs hr si gr tr es pt nl lu ch dk se fi ee lv lt cn jp kr hk tw sg vn th ph ' +
    'au nz za ng ke eg il ir iq sa ae pk bd ca mx br ar cl ly gg cc ws xyz htm html php asp pdf doc docx xls xlsx jpg png gif txt mp3 zip exe'
  ).split(' '),
)

/**
 * "Harbour.net", "www.bbc.co.uk/news", "desk@example.org", "https://t.co/x"  →  one token each
 *
 * Gives the end of the address that begins at `at`, or −1. Full stops and brackets that close the sentence are left out.
 */
export function webAddressEnd(text: string, at: number, limit: number): number {
  const scheme = schemeEnd(text, at, limit)
  if (scheme > 0) return trimmed(text, scheme, pathEnd(text, scheme, limit))
  return hostEnd(text, at, limit)
}

/** End of the run of characters that hosts and mail addresses are made of; no address begins again inside it. */
export function hostRunEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && (isAlphanumeric(text, end) || '.-_@%+'.includes(text.charAt(end)))) end++
  return end
}

function schemeEnd(text: string, at: number, limit: number): number {
  const first = text.charCodeAt(at) | 32
  if (first !== 104 && first !== 119 && first !== 102 && first !== 109) return -1
  const start = text.slice(at, Math.min(limit, at + 9)).toLowerCase()
  for (const scheme of ['https://', 'http://', 'ftp://', 'mailto:', 'www.']) {
    if (start.startsWith(scheme) && isAlphanumeric(text, at + scheme.length)) return at + scheme.length
  }
  return -1
}

function pathEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && kindAt(text, end) !== Kind.Space && !'<>"“”«»‘’|'.includes(text.charAt(end))) end++
  return end
}

function trimmed(text: string, from: number, to: number): number {
  const opened = text.slice(from, to).includes('(')
  let end = to
  while (end > from) {
    const last = text.charAt(end - 1)
    if (last === ')' && opened) break
    if (!".,;:!?)]}'…—–".includes(last)) break
    end--
  }
  return end
}

/** A host with a known ending, with or without a mailbox before it and a path behind it. */
function hostEnd(text: string, at: number, limit: number): number {
  let end = hostRunEnd(text, at, limit)
  while (end > at && '.-_@%+'.includes(text.charAt(end - 1))) end--
  const run = text.slice(at, end)
  const mailbox = run.indexOf('@')
  if (mailbox > 0) {
    // "Rice@ENRON" has no dot and stays whole all the same; "a@" alone does not come here.
    return mailbox < run.length - 1 ? end : -1
  }
  const dot = run.lastIndexOf('.')
  if (dot <= 0 || run.includes('..')) return -1
  const ending = run.slice(dot + 1)
  if (text.charAt(end) === '/' && /^[A-Za-z]{2,6}$/.test(ending)) return trimmed(text, end, pathEnd(text, end, limit))
  // "end.Next" with a capital is a slip of the keyboard, not an address; "REUTERS.COM" is one.
  const known = endings.has(ending) || (ending === ending.toUpperCase() && endings.has(ending.toLowerCase()))
  return known ? end : -1
}
