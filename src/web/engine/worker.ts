import { analyse, loadModels, type Models } from '../../analyse.js'
import { type Input, readReports } from '../../intake/intake.js'
import type { Findings } from '../../model/findings.js'
import type { Report } from '../../model/report.js'
import { unpackModels } from './pack.js'

/** What the page asks of the engine: read these files, together with reports it has read before. */
export interface Task {
  /** The packed models; only with the first task. */
  readonly models?: Uint8Array
  readonly reports: readonly Report[]
  readonly inputs: readonly Input[]
  readonly title: string | null
}

/** What the engine answers: how far it is, the findings, or why there are none. */
export type Answer =
  | { readonly kind: 'doing'; readonly what: string }
  | { readonly kind: 'done'; readonly findings: Findings }
  | { readonly kind: 'failed'; readonly why: string }

/** As much of the worker's own scope as is used here. */
interface Scope {
  onmessage: ((event: { readonly data: Task }) => void) | null
  postMessage(answer: Answer): void
}

const scope = globalThis as unknown as Scope
let models: Models | undefined

scope.onmessage = ({ data }) => {
  try {
    scope.postMessage(perform(data))
  } catch (error) {
    scope.postMessage({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
  }
}

function perform(task: Task): Answer {
  if (task.models !== undefined) {
    scope.postMessage({ kind: 'doing', what: 'Unpacking the models …' })
    const files = unpackModels(task.models)
    models = loadModels((name) => {
      const bytes = files.get(name)
      if (bytes === undefined) throw new Error(`The page holds no model ${name}`)
      return bytes
    })
  }
  if (models === undefined) throw new Error('The first task must bring the models')
  const { reports, notes } = readReports(task.inputs)
  const all = [...task.reports, ...reports]
  if (all.length === 0) return { kind: 'failed', why: notes.map((note) => note.message).join(' ') || 'Nothing to read' }
  scope.postMessage({ kind: 'doing', what: `Reading ${all.length} ${all.length === 1 ? 'report' : 'reports'} …` })
  const found = analyse(all, models, task.title === null ? {} : { title: task.title })
  return { kind: 'done', findings: { ...found, notes: [...notes, ...found.notes] } }
}
