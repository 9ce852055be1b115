import { isAlphanumeric, isApostrophe, Kind, kindAt } from './characters.js'

const emoticons = [
  ':-)',
  ':-(',
  ';-)',
  ':-D',
  ':-P',
  ':)',
  ':(',
  ';)',
  ':D',
  ':P',
  ':/',
  '=)',
  '=(',
  '<3',
  '^_^',
  ':o)',
]

/** Marks that are one token however often they are repeated. */
const repeated = '-=*_~#+|><'

/** End of the mark at `at`: an emoji, an emoticon, a run such as "...", "?!" or "--", else a single character. */
export function symbolEnd(text: string, at: number, limit: number, start: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0x2190) return pictureEnd(text, at, limit)
  const mark = text.charAt(at)
  if (mark === '.' || mark === '!' || mark === '?' || mark === '…') return runEnd(text, at, limit, '.!?…')
  if (mark === ':' || mark === ';' || mark === '=' || mark === '<' || mark === '^') {
    const face = emoticonEnd(text, at, start)
    if (face > 0) return face
  }
  if (mark === '#' || mark === '@') return nameEnd(text, at, limit, start)
  if (isApostrophe(mark)) {
    const end = cliticEnd(text, at, limit)
    if (end > 0) return end
  }
  if ("'`’‘".includes(mark) && isApostrophe(text.charAt(at + 1)) && !isAlphanumeric(text, at - 1)) return at + 2
  if (mark === "'" && text.charAt(at + 1) === "'") return at + 2
  return repeated.includes(mark) ? runEnd(text, at, limit, mark) : at + 1
}

/** "2003’s" and "“ah”s": what is owned by a figure or a quote; "’em", "'til": words that lost their beginning. */
const clitics = new Set(['s', 'm', 'd', 're', 've', 'll'])
const beheaded = new Set(['em', 'til', 'cause', 'cuz', 'bout', 'n'])

function cliticEnd(text: string, at: number, limit: number): number {
  let end = at + 1
  while (end < limit && end < at + 8 && isAlphanumeric(text, end)) end++
  if (end === at + 1 || isAlphanumeric(text, end)) return -1
  const word = text.slice(at + 1, end).toLowerCase()
  if (clitics.has(word)) return text.charAt(at) === '‘' ? -1 : end
  return beheaded.has(word) && !isApostrophe(text.charAt(end)) ? end : -1
}

function runEnd(text: string, at: number, limit: number, marks: string): number {
  let end = at + 1
  while (end < limit && marks.includes(text.charAt(end))) end++
  return end
}

/** An emoticon stands apart from the word before it: "10:(" is a figure and a bracket. */
function emoticonEnd(text: string, at: number, start: number): number {
  if (at > start && isAlphanumeric(text, at - 1) && kindAt(text, at - 1) === Kind.Digit) return -1
  const face = emoticons.find((known) => text.startsWith(known, at))
  return face !== undefined && !isAlphanumeric(text, at + face.length) ? at + face.length : -1
}

/** "#writing" and "@reader" are one token where a space or bracket goes before. */
function nameEnd(text: string, at: number, limit: number, start: number): number {
  const free = at === start || !isAlphanumeric(text, at - 1)
  if (!free || kindAt(text, at + 1) !== Kind.Letter)
    return text.charAt(at) === '#' ? runEnd(text, at, limit, '#') : at + 1
  let end = at + 1
  while (end < limit && isAlphanumeric(text, end)) end++
  return end
}

/** An emoji with all that belongs to it: skin tone, joined persons, both letters of a flag. Other symbols stay single. */
function pictureEnd(text: string, at: number, limit: number): number {
  let end = characterEnd(text, at)
  if (isFlagLetter(text, at) && isFlagLetter(text, end)) return characterEnd(text, end)
  while (end < limit) {
    const code = text.codePointAt(end) ?? 0
    if (code === 0xfe0f || code === 0x20e3 || (code >= 0x1f3fb && code <= 0x1f3ff)) end = characterEnd(text, end)
    else if (code === 0x200d && end + 1 < limit) end = characterEnd(text, end + 1)
    else break
  }
  return Math.min(end, limit)
}

function characterEnd(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}

function isFlagLetter(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0
  return code >= 0x1f1e6 && code <= 0x1f1ff
}
