import type { RawToken } from '../layers.js'

/** So far back from its end a list of links begins. */
const longestList = 90
/** So many words at most lie between the name and the same name in full. */
const longestName = 8

/**
 * "Mayor Holm Ada Ruth HolmFerry fares to rise Council votes on the harbour MORE said …"  →  "Mayor Holm said …"
 *
 * Some pages hang the name in full and a list of links on every person they name; taken out of the page these run on inside the sentence,
 * the first of them glued to the name. The tokens without such lists: the words stay in the report and are read over.
 */
export function withoutLinkLists(tokens: readonly RawToken[]): readonly RawToken[] {
  const left: RawToken[] = []
  let hasLists = false
  for (const token of tokens) {
    left.push(token)
    if (token.form !== 'MORE') continue
    const name = nameBefore(left)
    if (name < 0) continue
    left.length = name + 1
    hasLists = true
  }
  return hasLists ? left : tokens
}

/** The token after which a list begins that ends with the last of these, −1 where none does. */
function nameBefore(tokens: readonly RawToken[]): number {
  for (let glued = tokens.length - 2; glued >= Math.max(0, tokens.length - longestList); glued--) {
    const { form } = tokens[glued]!
    if (!/^\p{Lu}/u.test(form)) continue
    for (let name = glued - 1; name >= Math.max(0, glued - longestName); name--) {
      const surname = tokens[name]!.form
      if (surname.length < 3 || form.length <= surname.length || !form.startsWith(surname)) continue
      if (!/^[\p{Lu}\d]/u.test(form.slice(surname.length)) || !/^\p{Lu}\p{L}*\p{Ll}/u.test(surname)) continue
      // Between the two stand first names: "Holm Ada Ruth HolmFerry".
      if (tokens.slice(name + 1, glued).every((token) => /^[\p{Lu}().]/u.test(token.form))) return name
    }
  }
  return -1
}
