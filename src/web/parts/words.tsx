import type { ComponentChildren } from 'preact'

// Controls, marks that turn the order of writing, and invisible signs: shown as a mark, never obeyed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Words of a report: text and nothing else, in their own direction, with a mark where a character would steer the page. */
export function Words({ text }: { readonly text: string }): ComponentChildren {
  if (text.search(hidden) < 0) return <bdi>{text}</bdi>
  const pieces: ComponentChildren[] = []
  let at = 0
  for (const found of text.matchAll(hidden)) {
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    pieces.push(
      text.slice(at, found.index),
      <span class="hidden-sign" title={`an invisible character, U+${code}`}>
        ·
      </span>,
    )
    at = found.index + found[0].length
  }
  return (
    <bdi>
      {pieces}
      {text.slice(at)}
    </bdi>
  )
}
