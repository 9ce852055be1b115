import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Front } from '../presentation/front.js'
import type { Story } from '../presentation/story.js'
import { linkTo, type Route } from './route.js'

/** What every part of the page may ask for. */
export interface Room {
  readonly story: Story
  readonly front: Front
  readonly route: Route
  /** The address of the page changed in some places. */
  readonly link: (change: Readonly<Record<string, string | null>>) => string
}

const RoomContext = createContext<Room | null>(null)

/** Gives the room to the parts within. */
export const RoomProvider = RoomContext.Provider

/** The room a part stands in. */
export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (room === null) throw new Error('This part stands outside the room: wrap it in RoomProvider')
  return room
}

/** A room for a story and an address. */
export function roomFor(story: Story, front: Front, route: Route): Room {
  return { story, front, route, link: (change) => linkTo(route, change) }
}
