import { combine, hashString } from '../../weights/hash.js'
import { best, LinearModel } from '../../weights/linear-model.js'

/**
 * Dictionary forms, by a linear model that chooses an edit of the word's end:
 * "2|e" takes two characters off and adds an "e" (moving → … after taking three off and adding "e").
 * "=" leaves the word as it stands, capitals included.
 */
export interface Lemmatiser {
  readonly model: LinearModel
  readonly edits: readonly Edit[]
  /** Lemmas already made, by tag and then by form; those of a tag are forgotten when they grow past 10,000. */
  readonly remembered: Map<string, Map<string, string>>
}

interface Edit {
  readonly strip: number
  readonly add: string
  readonly keepCase: boolean
}

/** Reads models/lemmas.bin. */
export function lemmatiserFromBytes(bytes: Uint8Array): Lemmatiser {
  const model = LinearModel.fromBytes(bytes)
  return { model, edits: model.classes.map(parseEdit), remembered: new Map() }
}

/** The dictionary form of a word with the given Penn tag: "told" VBD → "tell", "Groups" NNPS → "Group". */
export function lemmaOf(form: string, xpos: string, lemmatiser: Lemmatiser): string {
  const { model, edits, remembered } = lemmatiser
  const ofTag = remembered.get(xpos) ?? new Map<string, string>()
  const known = ofTag.get(form)
  if (known !== undefined) return known
  const isRegular = /^VB[DGN]$/.test(xpos) && /(?:ed|ing)$/i.test(form)
  const features = new Uint32Array(lemmaFeatureRoom)
  const scores = new Int32Array(model.classes.length)
  model.score(features, lemmaFeatures(form, xpos, features), scores)
  const likeliest = applyEdit(form, edits[best(scores)]!)
  const lemma = isRegular && !mayBeVerb(likeliest) ? (possibleVerb(form, scores, edits) ?? likeliest) : likeliest
  if (ofTag.size > 10_000) ofTag.clear()
  ofTag.set(form, lemma)
  remembered.set(xpos, ofTag)
  return lemma
}

/** The likeliest lemma that is spelt as a verb may be, and of which the form is a regular one. */
function possibleVerb(form: string, scores: Int32Array, edits: readonly Edit[]): string | undefined {
  return [...edits.keys()]
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .map((edit) => applyEdit(form, edits[edit]!))
    .find((lemma) => mayBeVerb(lemma) && regularForms(lemma).includes(form.toLowerCase()))
}

/** "admit" → admited, admitted, admiting, admitting; "lie" → lied, lieing, lying; "deny" → denied, denying: with those that only some verbs have. */
function regularForms(lemma: string): string[] {
  const last = lemma.at(-1) ?? ''
  if (last === 'e') return [`${lemma}d`, `${lemma}ing`, `${lemma.slice(0, -1)}ing`, `${lemma.replace(/ie$/, 'y')}ing`]
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`, `${lemma}ing`]
  return [lemma, lemma + last].flatMap((stem) => [`${stem}ed`, `${stem}ing`])
}

/**
 * No verb is spelt "aire", "acquitte", "plodd", "recycl", "fre", "ly" (for "lied") or "ow" (for "owed"): after two vowels there is no silent "e" ("create" has two syllables),
 * a doubled consonant ends short words only ("add", "err"), and what remains has a vowel.
 */
function mayBeVerb(lemma: string): boolean {
  const word = lemma.toLowerCase()
  if (/(?:ai|ee|ei|oa|oi|oo)[dfklmnprt]e$|ea[dfklmnpr]e$|ou[dfklmnpr]e$/.test(word)) return false
  if (/(?:bb|dd|gg|ll|mm|nn|pp|rr|tt)e$/.test(word) && !word.endsWith('ette')) return false
  if (/(?:bb|dd|gg|mm|nn|pp|rr|tt)$/.test(word) && word.length > 4) return false
  if (/[bcdfgkpstz]l$/.test(word)) return false
  if (word.length < 3) return /^(?:be|do|go)$/.test(word)
  return /[aeiou].|y/.test(word)
}

export const lemmaFeatureRoom = 24

/** Tag with the last one to seven characters, and with the whole word. */
export function lemmaFeatures(form: string, xpos: string, out: Uint32Array): number {
  const lower = form.toLowerCase().replaceAll('’', "'")
  const tag = hashString(xpos)
  let n = 0
  out[n++] = tag
  out[n++] = combine(tag, hashString(lower))
  out[n++] = combine(tag, hashString(form) ^ 1)
  out[n++] = hashString(lower) ^ 2
  out[n++] = combine(tag, form === lower ? 3 : 4)
  for (let length = 1; length <= 7; length++) {
    const ending = hashString(lower.slice(-length))
    out[n++] = combine(combine(tag, length), ending)
  }
  // Consonants and vowels of the end: doubled letters and a lost "e" show there.
  out[n++] = combine(tag, hashString(pattern(lower.slice(-6))))
  return n
}

/** The edit that makes `lemma` from `form`, as a class name. */
export function editBetween(form: string, lemma: string): string {
  if (form === lemma && form !== form.toLowerCase()) return '='
  const from = lemma === lemma.toLowerCase() ? form.toLowerCase() : form
  let shared = 0
  while (shared < from.length && shared < lemma.length && from[shared] === lemma[shared]) shared++
  return `${from === form && form !== form.toLowerCase() ? '=' : ''}${from.length - shared}|${lemma.slice(shared)}`
}

function parseEdit(name: string): Edit {
  if (name === '=') return { strip: 0, add: '', keepCase: true }
  const keepCase = name.startsWith('=')
  const [strip, add] = (keepCase ? name.slice(1) : name).split('|') as [string, string]
  return { strip: Number(strip), add, keepCase }
}

function applyEdit(form: string, edit: Edit): string {
  const from = edit.keepCase ? form : form.toLowerCase()
  if (edit.strip > from.length) return from
  return from.slice(0, from.length - edit.strip) + edit.add
}

function pattern(ending: string): string {
  let out = ''
  for (const letter of ending) out += 'aeiouy'.includes(letter) ? 'V' : letter === out.at(-1) ? '2' : 'C'
  return out
}
