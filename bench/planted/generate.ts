import { type Fact, facts, outlets, people, synonyms, turns } from './facts.js'
import { type Random, randomFrom } from './random.js'

/** One report of a planted story, with where each fact stands in it. */
export interface PlantedReport {
  readonly id: string
  readonly outlet: string
  readonly published: string
  readonly text: string
  readonly facts: readonly {
    readonly fact: string
    readonly value: string
    readonly start: number
    readonly end: number
  }[]
}

/** A story of which it is known who saw what and who took from whom. */
export interface PlantedStory {
  readonly reports: readonly PlantedReport[]
  readonly edges: readonly { readonly to: string; readonly from: string; readonly how: 'copy' | 'rewriting' }[]
  /** For each fact the people who witnessed it, over all reports. */
  readonly witnesses: ReadonlyMap<string, ReadonlySet<string>>
}

/** A sentence before it is written down. */
interface Line {
  readonly fact: Fact
  readonly value: string
  readonly clause: string
  readonly voice: string | null
}

/**
 * A story by known copying, rewriting and independent witnessing. One to three outlets each speak to witnesses and write in words of their own;
 * up to three more copy one of them (dropping and joining sentences) or rewrite it (synonyms, passive, order, lost names),
 * slips included; now and then one of these adds what it has from a witness of its own.
 */
export function plantStory(seed: number): PlantedStory {
  const random = randomFrom(seed)
  const names = random.shuffled(outlets)
  const voices = random.shuffled(people)
  const primaries = 1 + random.below(3)
  const derived = random.below(4)
  const witnesses = new Map<string, Set<string>>()
  const saw = (fact: Fact, voice: string) => witnesses.set(fact.id, (witnesses.get(fact.id) ?? new Set()).add(voice))

  const drafts: {
    lines: Line[]
    from: number | null
    how: 'copy' | 'rewriting' | null
    day: number
    credit: boolean
  }[] = []
  for (let p = 0; p < primaries; p++) {
    // Every so often two outlets speak to the same person: two mouths, one witness.
    const own =
      p > 0 && random.chance(0.3)
        ? [voices[0]!.full]
        : [voices[p]!.full, ...(random.chance(0.3) ? [voices[p + 3]!.full] : [])]
    const known = byWeight(random, random.shuffled(facts).slice(0, 7 + random.below(4)))
    const lines = known.map((fact) => {
      const voice = random.pick(own)
      saw(fact, voice)
      const value = random.chance(0.12) ? random.pick(fact.slips) : fact.value
      return { fact, value, clause: fact.wordings[p]!.replace('{v}', value), voice }
    })
    drafts.push({ lines, from: null, how: null, day: 14, credit: false })
  }
  for (let d = 0; d < derived; d++) {
    const from = random.below(primaries)
    const how = random.chance(0.5) ? 'copy' : 'rewriting'
    const source = drafts[from]!.lines
    const kept = source.filter(() => random.chance(0.85))
    const lines = (kept.length < 5 ? source : kept).map((line) =>
      how === 'copy' ? copied(line, random) : rewritten(line, random),
    )
    if (how === 'rewriting') swapOnce(lines, random)
    const fresh = facts.find((f) => !lines.some((l) => l.fact === f) && drafts[from]!.lines.some((l) => l.fact !== f))
    if (fresh && random.chance(0.2)) {
      const voice = voices[5]!.full
      saw(fresh, voice)
      lines.push({
        fact: fresh,
        value: fresh.value,
        clause: fresh.wordings[(from + 1) % 3]!.replace('{v}', fresh.value),
        voice,
      })
    }
    drafts.push({ lines, from, how, day: random.chance(0.85) ? 15 + random.below(2) : 14, credit: random.chance(0.25) })
  }
  // The order in which they are read tells nothing of who was first.
  const ids = random.shuffled(drafts.map((_, i) => `r${i + 1}`))
  const reports = drafts.map((draft, i) => {
    const outlet = names[i]!
    const credit = draft.credit && draft.from !== null ? names[draft.from]! : null
    return written(ids[i]!, outlet, `2024-06-${draft.day}`, draft.lines, credit, random)
  })
  return {
    reports: [...reports].sort((a, b) => (a.id < b.id ? -1 : 1)),
    edges: drafts.flatMap((d, i) => (d.from === null ? [] : [{ to: ids[i]!, from: ids[d.from]!, how: d.how! }])),
    witnesses,
  }
}

/** The important first, but no two newsrooms quite agree on what is important. */
function byWeight(random: Random, chosen: readonly Fact[]): Fact[] {
  return chosen
    .map((fact) => ({ fact, weight: facts.indexOf(fact) + 12 * random.next() }))
    .sort((a, b) => a.weight - b.weight)
    .map((w) => w.fact)
}

function copied(line: Line, random: Random): Line {
  const trimmed = random.chance(0.2)
    ? line.clause.replace(/, (?:most|many|an engineer|the deputy)[^,]*$/, '')
    : line.clause
  return { ...line, clause: trimmed }
}

function rewritten(line: Line, random: Random): Line {
  const turn = turns.find(([pattern]) => pattern.test(line.clause))
  const turned = turn && random.chance(0.7) ? line.clause.replace(turn[0], turn[1]) : line.clause
  const words = synonyms.reduce(
    (clause, [found, put]) => (random.chance(0.85) ? clause.replace(new RegExp(`\\b${found}\\b`), put) : clause),
    turned,
  )
  return { ...line, clause: words, voice: random.chance(0.4) ? null : line.voice }
}

function swapOnce(lines: Line[], random: Random): void {
  if (lines.length < 3) return
  const at = random.below(lines.length - 1)
  ;[lines[at], lines[at + 1]] = [lines[at + 1]!, lines[at]!]
}

function written(
  id: string,
  outlet: string,
  published: string,
  lines: readonly Line[],
  credit: string | null,
  random: Random,
): PlantedReport {
  let text = ''
  const placed: { fact: string; value: string; start: number; end: number }[] = []
  const introduced = new Set<string>()
  for (const { fact, value, clause, voice } of lines) {
    const name = voice === null ? null : introduced.has(voice) ? people.find((p) => p.full === voice)!.short : voice
    if (voice !== null) introduced.add(voice)
    const open = name === null ? '' : random.chance(0.3) ? `According to ${name}, ` : ''
    const body = open === '' ? capital(clause) : clause
    const close = name === null || open !== '' ? '.' : name.includes(',') ? `, said ${name}.` : `, ${name} said.`
    const start = text.length + open.length
    placed.push({ fact: fact.id, value, start, end: start + body.length })
    text += `${open}${body}${close}${random.chance(0.6) ? '\n\n' : ' '}`
  }
  if (credit !== null) text = `${text.trimEnd()}\n\nThis report includes material from ${credit}.\n`
  return { id, outlet, published, text, facts: placed }
}

function capital(clause: string): string {
  return clause[0]!.toUpperCase() + clause.slice(1)
}
