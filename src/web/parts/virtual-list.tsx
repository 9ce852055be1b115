import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

interface Props<T> {
  readonly items: readonly T[]
  /** Every row has this height in CSS pixels. */
  readonly rowHeight: number
  readonly label: string
  readonly keyOf: (item: T) => string
  /** The row; its first link or button takes part in the arrow keys. */
  readonly children: (item: T, index: number) => ComponentChildren
  /** Key of a row to bring into view. */
  readonly shown?: string | undefined
}

/** A list of any length of which only the rows in sight are in the page. Arrow keys, Home and End go from row to row. */
export function VirtualList<T>({ items, rowHeight, label, keyOf, children, shown }: Props<T>): ComponentChildren {
  const list = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ first: 0, last: 30 })
  const wanted = useRef<number | null>(null)

  useLayoutEffect(() => {
    const element = list.current
    const frame = element?.closest<HTMLElement>('[data-scrolls]')
    if (element == null || frame == null) return
    const look = (): void => {
      const above = frame.getBoundingClientRect().top - element.getBoundingClientRect().top
      const first = Math.max(0, Math.floor(above / rowHeight) - 6)
      const last = Math.ceil((above + frame.clientHeight) / rowHeight) + 6
      setSight((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    look()
    frame.addEventListener('scroll', look, { passive: true })
    const watch = new ResizeObserver(look)
    watch.observe(frame)
    watch.observe(element)
    return () => {
      frame.removeEventListener('scroll', look)
      watch.disconnect()
    }
  }, [rowHeight, items])

  const bringToView = (index: number): void => {
    const element = list.current
    const frame = element?.closest<HTMLElement>('[data-scrolls]')
    if (element == null || frame == null) return
    const top = element.getBoundingClientRect().top - frame.getBoundingClientRect().top + index * rowHeight
    const head = 72
    if (top < head) frame.scrollTop += top - head
    else if (top + rowHeight > frame.clientHeight) frame.scrollTop += top + rowHeight - frame.clientHeight + 12
  }

  useEffect(() => {
    if (shown === undefined) return
    const index = items.findIndex((item) => keyOf(item) === shown)
    if (index >= 0) bringToView(index)
  }, [shown])

  useLayoutEffect(() => {
    if (wanted.current === null) return
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
    const inner = row?.querySelector<HTMLElement>('a, button')
    if (inner == null) return
    inner.focus({ preventScroll: true })
    wanted.current = null
  })

  const step = (event: KeyboardEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('[data-index]')
    if (row === null) return
    const now = Number(row.dataset['index'])
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[event.key]
    if (to === undefined || to < 0 || to >= items.length) return
    event.preventDefault()
    wanted.current = to
    bringToView(to)
    setSight(({ first, last }) => ({ first: Math.min(first, to), last: Math.max(last, to + 1) }))
  }

  const visible = items.slice(sight.first, sight.last)
  return (
    <div
      ref={list}
      class="virtual"
      role="list"
      aria-label={label}
      style={{ height: `${items.length * rowHeight}px` }}
      onKeyDown={step}
    >
      {visible.map((item, i) => {
        const index = sight.first + i
        return (
          <div
            key={keyOf(item)}
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={index + 1}
            data-index={index}
            class="virtual-row"
            style={{ top: `${index * rowHeight}px`, height: `${rowHeight}px` }}
          >
            {children(item, index)}
          </div>
        )
      })}
    </div>
  )
}
