import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { enginePlace } from '../engine/engine.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'

/** A report someone drops or pastes. */
export interface Handed {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the reading of dropped reports is at. */
export type Reading = { readonly state: 'idle' } | { readonly state: 'busy' | 'failed'; readonly words: string }

/** Where reports come in: dropped, chosen or pasted. They are read in this page and go nowhere. */
export function AddView({
  reading,
  read,
}: {
  readonly reading: Reading
  readonly read: (handed: readonly Handed[], together: boolean) => void
}): ComponentChildren {
  const { story } = useRoom()
  const [text, setText] = useState('')
  const [together, setTogether] = useState(true)
  const have = story.findings.reports.length
  const none = enginePlace() === 'none'
  return (
    <div class="add">
      <h1>Add reports</h1>
      {!none && (
        <p class="lede small">
          Drop text files or saved web pages anywhere on this page, choose them, or paste a text. They are read here, by
          the engine inside this page; nothing leaves this machine.
        </p>
      )}
      {none && (
        <p class="empty">
          This copy of the page was written without the engine, so it can show its story and cannot read new reports.
          Open the story with <code>stemma serve</code>, or write it again without <code>--without-engine</code>.
        </p>
      )}
      <div role="status">
        {reading.state === 'busy' && <p class="busy">{reading.words}</p>}
        {reading.state === 'failed' && (
          <p class="failed">
            It could not be read: <Words text={reading.words} />
          </p>
        )}
      </div>
      {!none && (
        <>
          {have > 0 && (
            <label class="check">
              <input type="checkbox" checked={together} onChange={() => setTogether(!together)} /> read them together
              with the {have === 1 ? 'report' : `${have} reports`} already here
            </label>
          )}
          <p>
            <label class="button file">
              Choose files
              <input
                type="file"
                multiple
                disabled={reading.state === 'busy'}
                onChange={(event) => {
                  const { files } = event.currentTarget
                  if (files !== null) void handedFrom(files).then((handed) => read(handed, together && have > 0))
                }}
              />
            </label>
          </p>
          <form
            class="paste"
            onSubmit={(event) => {
              event.preventDefault()
              if (text.trim() === '') return
              read([{ name: 'pasted.txt', bytes: new TextEncoder().encode(text) }], together && have > 0)
              setText('')
            }}
          >
            <label>
              Or paste the text of one report
              <textarea rows={10} value={text} onInput={(event) => setText(event.currentTarget.value)} />
            </label>
            <button type="submit" disabled={reading.state === 'busy'}>
              Read it
            </button>
          </form>
        </>
      )}
    </div>
  )
}

/** The names and bytes of files. */
export async function handedFrom(files: FileList): Promise<Handed[]> {
  return await Promise.all(
    [...files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}
