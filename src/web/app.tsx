import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { leansMost } from '../independence/without.js'
import type { Findings } from '../model/findings.js'
import { frontOf } from '../presentation/front.js'
import { redact } from '../presentation/redact.js'
import { storyOf } from '../presentation/story.js'
import { Apparatus } from './apparatus.js'
import { analyseHere, enginePlace } from './engine/engine.js'
import { Words } from './parts/words.js'
import { PrintOnDemand } from './print.js'
import { RoomProvider, roomFor } from './room.js'
import { useRoute, type View } from './route.js'
import { AddView, type Handed, handedFrom, type Reading } from './views/add-view.js'
import { ClaimsView } from './views/claims-view.js'
import { ConflictsView } from './views/conflicts-view.js'
import { FrontView } from './views/front-view.js'
import { MapView } from './views/map-view.js'
import { PeopleView } from './views/people-view.js'
import { ReaderView } from './views/reader-view.js'
import { StemmaView } from './views/stemma-view.js'
import { TakeView } from './views/take-view.js'
import { TimelineView } from './views/timeline-view.js'

const emptyStory: Findings = {
  stemma: '',
  story: { id: 'empty', title: 'A new story' },
  reports: [],
  readings: [],
  entities: [],
  attributions: [],
  statements: [],
  claims: [],
  conflicts: [],
  derivations: [],
  timeline: [],
  notes: [],
}

/** The reading room: the story's rail on the left, the thing itself in the middle, the apparatus on the right. */
export function App({ given }: { readonly given: Findings | null }): ComponentChildren {
  const [findings, setFindings] = useState(given ?? emptyStory)
  const [hidden, hide] = useState<readonly string[]>([])
  const [reading, setReading] = useState<Reading>({ state: 'idle' })
  const [over, setOver] = useState(false)
  const route = useRoute()
  const story = useMemo(() => {
    const shown = redact(findings, hidden)
    return storyOf(shown, leansMost(shown))
  }, [findings, hidden])
  const front = useMemo(() => frontOf(story), [story])
  const room = useMemo(() => roomFor(story, front, route), [story, front, route])
  const main = useRef<HTMLElement>(null)
  const view: View = given === null && findings === emptyStory && route.view === 'front' ? 'add' : route.view

  useEffect(() => {
    const { title } = story.findings.story
    document.title = `${title.slice(0, 80)} – Stemma`
  }, [story])

  // Before the views' own effects, which may scroll to what is selected.
  useLayoutEffect(() => {
    main.current?.scrollTo(0, 0)
  }, [view])

  const read = async (handed: readonly Handed[], together: boolean): Promise<void> => {
    if (handed.length === 0) return
    location.hash = room.link({ view: 'add' })
    setReading({ state: 'busy', words: 'Reading …' })
    try {
      const before = together ? findings.reports : []
      const taken = new Set(before.map((report) => report.id))
      const free = Array.from({ length: before.length + handed.length }, (_, i) => `r${i + 1}`).filter(
        (id) => !taken.has(id),
      )
      const inputs = handed.map(({ name, bytes }, i) => ({
        id: free[i] ?? `r${before.length + i + 1}`,
        source: name,
        bytes,
      }))
      const title = together && before.length > 0 ? findings.story.title : null
      const found = await analyseHere({ reports: before, inputs, title }, (words) =>
        setReading({ state: 'busy', words }),
      )
      setFindings(found)
      setReading({ state: 'idle' })
      location.hash = '#view=front'
    } catch (error) {
      setReading({ state: 'failed', words: error instanceof Error ? error.message : String(error) })
    }
  }

  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(event.type === 'dragover')
    }
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const files = event.dataTransfer?.files
      if (files !== undefined) void handedFrom(files).then((handed) => read(handed, findings.reports.length > 0))
    }
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const typing = (event.target as Element | null)?.closest?.('input, textarea, select')
      if (typing || text.trim().length < 40) return
      void read([{ name: 'pasted.txt', bytes: new TextEncoder().encode(text) }], findings.reports.length > 0)
    }
    addEventListener('dragover', drag)
    addEventListener('dragleave', drag)
    addEventListener('drop', drop)
    addEventListener('paste', paste)
    return () => {
      removeEventListener('dragover', drag)
      removeEventListener('dragleave', drag)
      removeEventListener('drop', drop)
      removeEventListener('paste', paste)
    }
  })

  const counts: Readonly<Partial<Record<View, number>>> = {
    claims: story.findings.claims.length,
    conflicts: story.findings.conflicts.length,
    reader: story.findings.reports.length,
    timeline: story.findings.timeline.length,
  }
  const rail: readonly (readonly [View, string])[] = [
    ['front', 'Front'],
    ['claims', 'Claims'],
    ['conflicts', 'Conflicts'],
    ['stemma', 'Stemma'],
    ['reader', 'Reader'],
    ['timeline', 'Timeline'],
    ['map', 'Map'],
    ['people', 'People'],
    ['take', 'Take away'],
    ['add', 'Add reports'],
  ]
  return (
    <RoomProvider value={room}>
      <div class={`room${over ? ' is-over' : ''}`}>
        <a
          class="skip"
          href="#main"
          onClick={(event) => {
            event.preventDefault()
            main.current?.focus()
          }}
        >
          To the text
        </a>
        <nav class="rail" aria-label="Views of the story">
          <a class="brand" href="#view=front">
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M10 2v7M10 9L4 17M10 9l6 8M10 9v8" />
              <circle cx="10" cy="2.6" r="1.8" />
            </svg>
            Stemma
          </a>
          <p class="story-title">
            <Words text={story.findings.story.title} />
          </p>
          <ul>
            {rail.map(([name, label]) => (
              <li>
                <a href={`#view=${name}`} aria-current={view === name ? 'page' : undefined}>
                  {label}
                  {counts[name] !== undefined && <small>{counts[name]}</small>}
                </a>
              </li>
            ))}
          </ul>
          {hidden.length > 0 && <p class="redacted">{hidden.length === 1 ? 'a name' : 'names'} taken out</p>}
        </nav>
        <main ref={main} id="main" tabIndex={-1} data-scrolls class={`is-${view}`}>
          <ViewOf view={view} hidden={hidden} hide={hide} reading={reading} read={read} />
        </main>
        <Apparatus />
        {over && (
          <p class="drop" role="status">
            {enginePlace() === 'none'
              ? 'This copy of the page holds no engine'
              : 'Let go: they are read here, nothing leaves this machine'}
          </p>
        )}
      </div>
      <PrintOnDemand story={story} />
    </RoomProvider>
  )
}

function ViewOf({
  view,
  hidden,
  hide,
  reading,
  read,
}: {
  readonly view: View
  readonly hidden: readonly string[]
  readonly hide: (names: readonly string[]) => void
  readonly reading: Reading
  readonly read: (handed: readonly Handed[], together: boolean) => Promise<void>
}): ComponentChildren {
  switch (view) {
    case 'front':
      return <FrontView />
    case 'claims':
      return <ClaimsView />
    case 'conflicts':
      return <ConflictsView />
    case 'stemma':
      return <StemmaView />
    case 'reader':
      return <ReaderView />
    case 'timeline':
      return <TimelineView />
    case 'map':
      return <MapView />
    case 'people':
      return <PeopleView />
    case 'take':
      return <TakeView hidden={hidden} hide={hide} />
    case 'add':
      return <AddView reading={reading} read={(handed, together) => void read(handed, together)} />
  }
}
