/** The nine labels of the Worldwide corpus. */
export const labels = [
  'Person',
  'Organization',
  'Location',
  'NORP',
  'Date',
  'Misc',
  'Money',
  'Facility',
  'Product',
] as const

/** The tag of a token outside all names. */
export const outside = 0

const perLabel = 4

/** O, then for each label: begin, inside, last of a longer name, and unit, a name of one token (BILOU). */
export const tagNames: readonly string[] = [
  'O',
  ...labels.flatMap((label) => ['B', 'I', 'L', 'U'].map((place) => `${place}-${label}`)),
]

export const tagCount: number = tagNames.length

/** Tag of a token inside a name, by label index and the token's place in the name. */
export function tagOf(label: number, place: 'B' | 'I' | 'L' | 'U'): number {
  return 1 + label * perLabel + 'BILU'.indexOf(place)
}

/** Index of a tag's label, −1 for outside. */
export function labelOf(tag: number): number {
  return tag === outside ? -1 : Math.floor((tag - 1) / perLabel)
}

/** Whether a name goes on after this tag: begin and inside. */
export function staysOpen(tag: number): boolean {
  return tag !== outside && (tag - 1) % perLabel < 2
}

/** Whether a name goes on from the token before: inside and last. */
export function goesOn(tag: number): boolean {
  if (tag === outside) return false
  const place = (tag - 1) % perLabel
  return place === 1 || place === 2
}

/** Whether `next` may follow `tag`. */
export function mayFollow(tag: number, next: number): boolean {
  return staysOpen(tag) === goesOn(next) && (!goesOn(next) || labelOf(tag) === labelOf(next))
}

export interface TaggedName {
  readonly first: number
  readonly end: number
  /** Index into `labels`. */
  readonly label: number
}

/** Tags of a sentence from its names. */
export function tagsFromNames(length: number, names: readonly TaggedName[]): Uint8Array {
  const tags = new Uint8Array(length)
  for (const { first, end, label } of names) {
    if (end - first === 1) {
      tags[first] = tagOf(label, 'U')
      continue
    }
    for (let i = first; i < end; i++) tags[i] = tagOf(label, i === first ? 'B' : i === end - 1 ? 'L' : 'I')
  }
  return tags
}

/** Names in a valid sequence of tags. */
export function namesFromTags(tags: ArrayLike<number>, from: number, end: number): TaggedName[] {
  const names: TaggedName[] = []
  let first = from
  for (let i = from; i < end; i++) {
    const tag = tags[i]!
    if (tag === outside) continue
    if (!goesOn(tag)) first = i
    if (!staysOpen(tag)) names.push({ first, end: i + 1, label: labelOf(tag) })
  }
  return names
}
