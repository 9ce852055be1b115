import { isLower, isUpper, Kind, kindAt } from './characters.js'

const words = (list: string) => new Set(list.split(/\s+/).filter(Boolean))

/** Titles and ranks: their full stop belongs to them, and a name follows. */
const titles = words(`
  mr mrs ms mx dr prof rev fr hon pres gov sen sens rep reps gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt supt insp det
  messrs mlle mme st ste sr sra dir amb atty asst assoc treas secy cllr
`)

/** Abbreviations that are no word when written without their full stop. */
const plain = words(`
  jr sr inc corp ltd llc plc bros etc vs viz al approx cf dept est univ assn govt intl natl mfg ave blvd rd ft mt hwy
  vol vols pp esp ext incl tel attn ed eds ch sq nos fig figs eq
  jan feb apr jun jul aug sept sep oct nov dec tues tue weds thurs thur thu
  calif fla ariz ala colo conn kan ky md mich minn mont neb nev okla tenn tex va vt wis wyo
  aka
`)

/** Abbreviations that are words as well: only believed where what follows agrees. */
const doubtful = words(`
  no art co sec sat sun mon wed fri mar ill ind del ore mass miss wash pa la mo ga op nr pt c p ca prop wisc dak
`)

/** Of the doubtful ones, those that stand before a figure: "No. 10", "p. 4", "c. 1850". */
const beforeFigure = words('no nos art fig figs sec vol ch p pp eq c ca op nr pt prop')

/** Before these a single letter is a label ("vitamin C."), not somebody's initial. */
const labelled = words(
  'vitamin plan hepatitis group type appendix section part team grade class option category exhibit',
)

/**
 * "Mr. Brandt", "2 a.m.", "J. Smith", "No. 10"  →  the full stop belongs to the word
 *
 * `from` to `to` is the word and `to` the place of the full stop; `previous` is the word before, in small letters.
 */
export function endsAbbreviation(text: string, from: number, to: number, previous: string): boolean {
  const word = text.slice(from, to)
  if (word.length > 12) return false
  if (word.length === 1) return isInitial(text, from, to, previous)
  if (isDottedLetters(word)) return true
  const lower = word.toLowerCase()
  // An all-capital or small "GEN." may be anything; "Gen." and "gen." in running text are told apart by the capital.
  if (titles.has(lower)) return isUpper(text, from)
  if (beforeFigure.has(lower) && figureFollows(text, to + 1)) return true
  if (plain.has(lower)) return true
  if (doubtful.has(lower)) return isUpper(text, from) && sentenceGoesOn(text, to + 1)
  return false
}

/** Whether an abbreviation, full stop included, only leads up to what follows: "Sgt.", "e.g.", "v.", "No."; "St." may be a street. */
export function leadsOn(form: string): boolean {
  const lower = form.slice(0, -1).toLowerCase()
  return leading.has(lower) || (titles.has(lower) && lower !== 'st' && lower !== 'amb')
}

const leading = words(
  'e.g i.e v vs viz cf approx ca c p pp no nos fig figs eq vol prop art sec op est incl esp aka tel',
)

function isInitial(text: string, from: number, to: number, previous: string): boolean {
  if (beforeFigure.has(text.slice(from, to)) && figureFollows(text, to + 1)) return true
  // "Roe v. Wade"
  if (text.charAt(from) === 'v') return isUpper(text, skipSpace(text, to + 1))
  if (!isUpper(text, from) || labelled.has(previous)) return false
  // "than I. He" is the pronoun, "I. M. Pei" is not.
  if (text.charAt(from) === 'I') return /^.\.$/u.test(previous) || text.charAt(skipSpace(text, to + 1) + 1) === '.'
  return true
}

/** Letters with stops between them, without the last one: "U.S", "a.m", "Ph.D". */
function isDottedLetters(word: string): boolean {
  if (word.charAt(1) !== '.' && word.charAt(2) !== '.') return false
  return word.split('.').every((part) => part.length === 1 || part === 'Ph' || part === 'Sc')
}

function figureFollows(text: string, at: number): boolean {
  return kindAt(text, skipSpace(text, at)) === Kind.Digit
}

/** Whether what follows a full stop cannot begin a sentence: a small letter, a comma, a closing bracket. */
function sentenceGoesOn(text: string, at: number): boolean {
  const next = skipSpace(text, at)
  return isLower(text, next) || ',;:)-–—'.includes(text.charAt(next) || ' ')
}

function skipSpace(text: string, at: number): number {
  let next = at
  // More white space than this is no gap inside a sentence.
  while (next < at + 8 && next < text.length && kindAt(text, next) === Kind.Space) next++
  return next
}
