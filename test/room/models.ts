import { loadModels, type Models } from '../../src/analyse.js'
import { readModel } from '../../src/storage/models.js'

let loaded: Models | undefined

/** The shipped models, read once. */
export function models(): Models {
  loaded ??= loadModels(readModel)
  return loaded
}
