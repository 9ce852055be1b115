import type { Input } from '../../intake/intake.js'
import type { Findings } from '../../model/findings.js'
import type { Report } from '../../model/report.js'
import type { Answer, Task } from './worker.js'

/** Where this page has its engine: in itself, at a server, or nowhere. */
export type EnginePlace = 'inside' | 'served' | 'none'

/** Where the engine is. It is looked for, not loaded. */
export function enginePlace(): EnginePlace {
  if (document.getElementById('engine') !== null) return 'served'
  return document.getElementById('engine-models') !== null ? 'inside' : 'none'
}

let worker: Promise<{ readonly worker: Worker; models: Uint8Array | undefined }> | undefined

/** Reads reports in a worker of this page: nothing leaves the machine. The engine is fetched with the first call. */
export async function analyseHere(
  task: { readonly reports: readonly Report[]; readonly inputs: readonly Input[]; readonly title: string | null },
  tell: (what: string) => void,
): Promise<Findings> {
  tell('Loading the engine …')
  worker ??= start()
  const engine = await worker.catch((error: unknown) => {
    worker = undefined
    throw error
  })
  return await new Promise((resolve, reject) => {
    engine.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'doing') tell(data.what)
      else if (data.kind === 'done') resolve(data.findings)
      else reject(new Error(data.why))
    }
    engine.worker.onerror = (event) => reject(new Error(event.message || 'The engine could not be started'))
    const message: Task = { ...task, ...(engine.models === undefined ? {} : { models: engine.models }) }
    engine.worker.postMessage(message, engine.models === undefined ? [] : [engine.models.buffer])
    engine.models = undefined
  })
}

async function start() {
  const { program, models } = await partsOf(enginePlace())
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  return { worker: new Worker(address), models: models as Uint8Array | undefined }
}

async function partsOf(place: EnginePlace): Promise<{ program: string; models: Uint8Array }> {
  if (place === 'inside') {
    const base64 = document.getElementById('engine-models')?.textContent ?? ''
    const program: string = JSON.parse(document.getElementById('engine-program')?.textContent ?? '""')
    return { program, models: bytesOf(base64) }
  }
  if (place === 'served') {
    const at: { program: string; models: string } = JSON.parse(document.getElementById('engine')?.textContent ?? '{}')
    const [program, models] = await Promise.all([ask(at.program), ask(at.models)])
    return { program: await program.text(), models: new Uint8Array(await models.arrayBuffer()) }
  }
  throw new Error(
    'This copy of the page holds no engine. Open it with "stemma serve", or write it with "stemma read … --format html".',
  )
}

async function ask(address: string): Promise<Response> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The engine could not be loaded: the server answered ${answer.status}`)
  return answer
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
