import { Recipe } from '../../weights/recipe.js'
import type { ParseState, ParseWords } from './parse-state.js'
import { guideTemplates, parseInput as input, parseInputs, parseTemplates } from './parse-templates.js'

/** No state has more features than this. */
export const parseFeatureRoom = 144

/** Takes the templates down, once for each model; the parser proper has those on its guide besides. */
export function parseRecipe(guided: boolean): Recipe {
  return new Recipe(parseInputs, (combine, put) => {
    parseTemplates(combine, put)
    if (guided) guideTemplates(combine, put)
  })
}

/** Writes the features of a state to `out` and gives back their number. */
export function parseFeatures(state: ParseState, words: ParseWords, recipe: Recipe, out: Uint32Array): number {
  const { inputs } = recipe
  const nothing = state.length + 1
  const { stack, depth, next } = state
  const s0 = depth > 0 ? stack[depth - 1]! : nothing
  const s1 = depth > 1 ? stack[depth - 2]! : nothing
  const s2 = depth > 2 ? stack[depth - 3]! : nothing
  const b0 = next
  const b1 = next + 1 <= state.length ? next + 1 : nothing
  const b2 = next + 2 <= state.length ? next + 2 : nothing
  const child = (table: Int16Array, of: number) => {
    if (of === nothing) return nothing
    const c = table[of]!
    return c < 0 ? nothing : c
  }
  const s0l = child(state.left, s0)
  const s0l2 = child(state.left2, s0)
  const s0r = child(state.right, s0)
  const s0r2 = child(state.right2, s0)
  const s1l = child(state.left, s1)
  const s1l2 = child(state.left2, s1)
  const s1r = child(state.right, s1)
  const s1r2 = child(state.right2, s1)
  const b0l = child(state.left, b0)
  const b0l2 = child(state.left2, b0)
  const s0rr = child(state.right, s0r)
  const s1rr = child(state.right, s1r)
  const s0ll = child(state.left, s0l)

  const { form, tag, upos, middle, fine, coarse, suffix } = words
  inputs[input.s0w] = form[s0]!
  inputs[input.s1w] = form[s1]!
  inputs[input.s2w] = form[s2]!
  inputs[input.b0w] = form[b0]!
  inputs[input.b1w] = form[b1]!
  inputs[input.b2w] = form[b2]!
  inputs[input.s0t] = tag[s0]!
  inputs[input.s1t] = tag[s1]!
  inputs[input.s2t] = tag[s2]!
  inputs[input.b0t] = tag[b0]!
  inputs[input.b1t] = tag[b1]!
  inputs[input.b2t] = tag[b2]!
  inputs[input.s0m] = middle[s0]!
  inputs[input.s1m] = middle[s1]!
  inputs[input.b0m] = middle[b0]!
  inputs[input.s0Fine] = fine[s0]!
  inputs[input.s1Fine] = fine[s1]!
  inputs[input.b0Fine] = fine[b0]!
  inputs[input.b1Fine] = fine[b1]!
  inputs[input.s0Coarse] = coarse[s0]!
  inputs[input.s1Coarse] = coarse[s1]!
  inputs[input.b0Coarse] = coarse[b0]!
  inputs[input.s0Upos] = upos[s0]!
  inputs[input.s1Upos] = upos[s1]!
  inputs[input.b0Upos] = upos[b0]!
  inputs[input.b1Upos] = upos[b1]!
  inputs[input.s0Suffix] = suffix[s0]!
  inputs[input.s1Suffix] = suffix[s1]!
  inputs[input.b0Suffix] = suffix[b0]!
  inputs[input.s0lWord] = form[s0l]!
  inputs[input.s0rWord] = form[s0r]!
  inputs[input.s1lWord] = form[s1l]!
  inputs[input.s1rWord] = form[s1r]!
  inputs[input.b0lWord] = form[b0l]!
  inputs[input.s0lTag] = tag[s0l]!
  inputs[input.s0rTag] = tag[s0r]!
  inputs[input.s1lTag] = tag[s1l]!
  inputs[input.s1rTag] = tag[s1r]!
  inputs[input.b0lTag] = tag[b0l]!
  inputs[input.s0llTag] = tag[s0ll]!
  inputs[input.s0rrTag] = tag[s0rr]!
  inputs[input.s1rrTag] = tag[s1rr]!
  const label = (x: number) => (x === nothing ? 0 : state.labels[x]! + 1)
  inputs[input.s0lLabel] = label(s0l)
  inputs[input.s0l2Label] = label(s0l2)
  inputs[input.s0rLabel] = label(s0r)
  inputs[input.s0r2Label] = label(s0r2)
  inputs[input.s1lLabel] = label(s1l)
  inputs[input.s1l2Label] = label(s1l2)
  inputs[input.s1rLabel] = label(s1r)
  inputs[input.s1r2Label] = label(s1r2)
  inputs[input.b0lLabel] = label(b0l)
  inputs[input.b0l2Label] = label(b0l2)
  inputs[input.gap] = s0 === nothing ? 0 : Math.min(b0 - s0, 7)
  inputs[input.gap1] = s1 === nothing || s0 === nothing ? 0 : Math.min(s0 - s1, 7)
  inputs[input.s0lc] = s0 === nothing ? 9 : Math.min(state.leftCount[s0]!, 4)
  inputs[input.s0rc] = s0 === nothing ? 9 : Math.min(state.rightCount[s0]!, 4)
  inputs[input.s1lc] = s1 === nothing ? 9 : Math.min(state.leftCount[s1]!, 4)
  inputs[input.s1rc] = s1 === nothing ? 9 : Math.min(state.rightCount[s1]!, 4)
  inputs[input.b0lc] = Math.min(state.leftCount[b0]!, 4)
  if (words.guide) {
    const { heads, relations, margins, lastChild } = words.guide
    const g0 = heads[s0]!
    const gb = heads[b0]!
    inputs[input.up] = s0 === nothing ? 0 : g0 === b0 ? 1 : g0 === s1 ? 2 : g0 > b0 ? 3 : 4
    inputs[input.upB] = gb === s0 ? 1 : gb === s1 ? 2 : gb >= 0 && gb < b0 ? 3 : 4
    inputs[input.waits] =
      (s0 !== nothing && lastChild[s0]! >= b0 ? 1 : 0) + (s1 !== nothing && lastChild[s1]! >= b0 ? 2 : 0)
    inputs[input.r0] = relations[s0]!
    inputs[input.rb] = relations[b0]!
    inputs[input.sure] = s0 === nothing ? 9 : margins[s0]!
  }
  return recipe.write(out)
}
