import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { forms } from '../../presentation/exports/forms.js'
import type { Story } from '../../presentation/story.js'
import { hold, pageCopy } from '../hold.js'
import { useRoom } from '../room.js'

/** What leaves the page: findings in every form, the page itself, paper; and names taken out of all of it first. */
export function TakeView({
  hidden,
  hide,
}: {
  readonly hidden: readonly string[]
  readonly hide: (names: readonly string[]) => void
}): ComponentChildren {
  const { story } = useRoom()
  const [name, setName] = useState('')
  const add = (): void => {
    if (name.trim() !== '') hide([...hidden, name.trim()])
    setName('')
  }
  return (
    <div class="take">
      <h1>Take it with you</h1>
      <p class="lede small">
        Files are made here, on this machine, and go nowhere by themselves. People named in reports may be in danger:
        think before you pass them on.
      </p>
      <section>
        <h2>Take names out</h2>
        <form
          class="inline"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <label>
            Name
            <input list="names" value={name} onInput={(event) => setName(event.currentTarget.value)} maxLength={200} />
          </label>
          <datalist id="names">
            {story.findings.entities
              .filter((entity) => entity.type === 'person' || entity.type === 'organisation')
              .slice(0, 500)
              .map((entity) => (
                <option value={entity.name} />
              ))}
          </datalist>
          <button type="submit">Redact this name</button>
        </form>
        <p class="meta">
          A name goes with all its forms and with what the reports call it, in the page’s text and in every file below.
          What is left can still give a person away: read it before you pass it on.
        </p>
        {hidden.length > 0 && (
          <p role="status">
            {hidden.length === 1 ? 'One name is' : `${hidden.length} names are`} taken out.{' '}
            <button type="button" onClick={() => hide([])}>
              Show the names again
            </button>
          </p>
        )}
      </section>
      <section>
        <h2>Files</h2>
        <ul class="forms">
          {forms.map((form) => (
            <li>
              <button
                type="button"
                onClick={() => hold(fileName(story, form.ending), form.mediaType, form.render(story))}
              >
                <b>{form.label}</b>
                <small>
                  {form.use} (.{form.ending})
                </small>
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={() => hold(fileName(story, 'html'), 'text/html', pageCopy(story.findings))}>
              <b>This page, as one file</b>
              <small>to open anywhere, without a network (.html)</small>
            </button>
          </li>
          <li>
            <button type="button" onClick={() => print()}>
              <b>Dossier on paper</b>
              <small>to print, or to keep as PDF</small>
            </button>
          </li>
        </ul>
      </section>
    </div>
  )
}

function fileName({ findings }: Story, ending: string): string {
  const plain = findings.story.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
  return `${plain || 'story'}.${ending}`
}
