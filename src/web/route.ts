import { useSyncExternalStore } from './hooks.js'

/** The views, in the order of the rail. */
export const views = [
  'front',
  'claims',
  'conflicts',
  'stemma',
  'reader',
  'timeline',
  'map',
  'people',
  'take',
  'add',
] as const

export type View = (typeof views)[number]

/** What the address says after "#": the view, what is selected, and how the view is filtered. All of it can be sent as a link. */
export type Route = Readonly<Record<string, string>> & { readonly view: View }

/** The view that shows a selected thing, where the address names no view: "#claim=c12" opens the claims. */
const homes: readonly (readonly [string, View])[] = [
  ['claim', 'claims'],
  ['statement', 'claims'],
  ['conflict', 'conflicts'],
  ['edge', 'stemma'],
  ['off', 'stemma'],
  ['report', 'reader'],
  ['entity', 'people'],
]

/** What can be selected; one thing at a time, and the apparatus answers for it. */
export const selectable = ['claim', 'statement', 'conflict', 'entity', 'edge', 'note'] as const

/** Reads an address: "#claim=c12", "#view=claims&grade=1". An unknown view is the front page. */
export function parseRoute(hash: string): Route {
  const values = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, '')))
  const named = views.find((view) => view === values['view'])
  const home = homes.find(([key]) => values[key] !== undefined)?.[1]
  return { ...values, view: named ?? home ?? 'front' }
}

/** The address of a route changed in some places; null takes a value away. Choosing one thing lets go of the other. */
export function linkTo(route: Route, change: Readonly<Record<string, string | null>>): string {
  const moved = change['view'] !== undefined && change['view'] !== route.view
  const values: Record<string, string | null> = moved ? {} : { ...route }
  if (selectable.some((key) => change[key] != null)) for (const key of selectable) delete values[key]
  Object.assign(values, change)
  const view = values['view'] ?? route.view
  const kept = Object.entries(values).filter(([key, value]) => value !== null && value !== '' && key !== 'view')
  return `#${new URLSearchParams([['view', view], ...(kept as [string, string][])])}`
}

/** The route of the page as it stands, renewed when the address changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return parseRoute(hash)
}

/** Changes the address without a new entry in the history: for typing into a filter. */
export function replaceRoute(link: string): void {
  history.replaceState(null, '', link)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
