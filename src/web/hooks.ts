import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** A value that lives outside the page's components, read again whenever `subscribe` says it changed. */
export function useSyncExternalStore<T>(subscribe: (changed: () => void) => () => void, read: () => T): T {
  const [value, set] = useState(read)
  useEffect(() => {
    const renew = (): void => set(() => read())
    renew()
    return subscribe(renew)
  }, [])
  return value
}

/** Whether an element has the room of a telephone, and whether of a small one; page.css asks the same of the room that a view has, not of the window. */
export function useRoomFor(ref: RefObject<Element | null>): 'wide' | 'narrow' | 'small' {
  const width = useWidth(ref)
  return width === 0 || width > 560 ? 'wide' : width > 440 ? 'narrow' : 'small'
}

/** The width of an element in CSS pixels, renewed when it changes; 0 before it is there. */
export function useWidth(ref: RefObject<Element | null>): number {
  const [width, set] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const watch = new ResizeObserver(() => set(element.clientWidth))
    watch.observe(element)
    set(element.clientWidth)
    return () => watch.disconnect()
  }, [])
  return width
}
