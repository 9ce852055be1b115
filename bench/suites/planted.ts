import { loadModels, type Models } from '../../src/analyse.js'
import { findIndependence } from '../../src/independence/independence.js'
import { readReports } from '../../src/intake/intake.js'
import type { AlignedClaim, Alignment } from '../../src/model/alignment.js'
import type { Derivation } from '../../src/model/findings.js'
import { readModel } from '../../training/sources.js'
import { aligned } from '../aligned.js'
import { countOutlets, type Guess, voteWithCopyDetection } from '../planted/copy-detection.js'
import { type PlantedStory, plantStory } from '../planted/generate.js'
import { f1, percent, type SuiteOptions, type SuiteResult, type SuiteRow } from '../result.js'

/**
 * Five hundred stories made up by a seeded generator, of which it is known who witnessed what and who took from whom (bench/planted):
 * the text goes through the whole engine, and the stemma and the counts are compared with what was planted. The count is given the planted
 * joining of claims, so that it measures the counting; the row "own joining" does without. `--stories N` takes fewer.
 */
export async function run({ split, flags }: SuiteOptions): Promise<SuiteResult> {
  const models = loadModels(readModel)
  const at = flags.indexOf('--stories')
  const stories = at < 0 ? 500 : Number(flags[at + 1])
  const mine = emptyScore()
  const own = emptyScore()
  const outlets = emptyScore()
  const voting = emptyScore()
  const kinds = { copy: [0, 0], rewriting: [0, 0] } satisfies Record<string, [number, number]>
  for (let seed = 1; seed <= stories; seed++) {
    const story = plantStory(split === 'dev' ? seed : 100_000 + seed)
    const { derivations, planted, joined } = readStory(story, models)
    const edges = derivations.filter((d) => d.kind === 'rewrites')
    score(mine, story, { edges, counts: planted })
    score(own, story, { edges, counts: joined })
    score(outlets, story, countOutlets(story))
    score(voting, story, voteWithCopyDetection(story))
    for (const { to, from, how } of story.edges) {
      kinds[how][1]++
      const tied = derivations.some((d) => isTextual(d) && [d.to, d.from].sort().join() === [to, from].sort().join())
      if (tied) kinds[how][0]++
      else if (flags.includes('--misses')) console.error(`missed ${how}\tstory ${seed}\t${to} from ${from}`)
    }
    if (flags.includes('--misses'))
      for (const d of derivations.filter(isTextual)) {
        if (!story.edges.some((e) => [e.to, e.from].sort().join() === [d.to, d.from].sort().join()))
          console.error(`no edge\tstory ${seed}\t${d.to} from ${d.from}\t${d.kind}\t${d.note}`)
      }
  }
  const rows: SuiteRow[] = [
    {
      name: `edges f1 of ${mine.wanted}, direction included`,
      value: f1(mine.right, mine.found, mine.wanted).f1,
      bar: 80,
    },
    { name: 'edges precision', value: percent(mine.right, mine.found) },
    { name: 'edges recall', value: percent(mine.right, mine.wanted) },
    { name: `copies tied, of ${kinds.copy[1]}`, value: percent(kinds.copy[0], kinds.copy[1]) },
    { name: `rewritings tied, of ${kinds.rewriting[1]}`, value: percent(kinds.rewriting[0], kinds.rewriting[1]) },
    { name: `witnesses exact of ${mine.facts}, planted joining`, value: percent(mine.exact, mine.facts), bar: 80 },
    { name: 'witnesses exact where several, planted joining', value: percent(mine.exactMore, mine.more) },
    { name: 'witnesses exact, own joining', value: percent(own.exact, own.facts) },
    { name: 'outlets counted: witnesses exact', value: percent(outlets.exact, outlets.facts) },
    { name: 'voting with copy detection: witnesses exact', value: percent(voting.exact, voting.facts) },
    { name: 'voting with copy detection: edges f1', value: f1(voting.right, voting.found, voting.wanted).f1 },
  ]
  return { suite: 'planted', split, rows }
}

interface Score {
  right: number
  found: number
  wanted: number
  facts: number
  exact: number
  more: number
  exactMore: number
}

function emptyScore(): Score {
  return { right: 0, found: 0, wanted: 0, facts: 0, exact: 0, more: 0, exactMore: 0 }
}

// Only facts that two reports carry: the others say nothing of independence.
function score(
  into: Score,
  { edges, reports, witnesses }: PlantedStory,
  guess: Guess | { edges: Guess['edges']; counts: ReadonlyMap<string, number | null> },
): void {
  const wanted = new Set(edges.map((e) => `${e.to}<${e.from}`))
  const found = new Set(guess.edges.map((e) => `${e.to}<${e.from}`))
  into.wanted += wanted.size
  into.found += found.size
  into.right += [...found].filter((e) => wanted.has(e)).length
  for (const [fact, people] of witnesses) {
    if (reports.filter((r) => r.facts.some((f) => f.fact === fact)).length < 2) continue
    const hit = guess.counts.get(fact) === people.size
    into.facts++
    if (hit) into.exact++
    if (people.size > 1) into.more++
    if (people.size > 1 && hit) into.exactMore++
  }
}

function readStory(story: PlantedStory, models: Models) {
  const { reports } = readReports(
    story.reports.map(({ id, outlet, published, text }) => ({
      id,
      source: `${id}.txt`,
      bytes: new TextEncoder().encode(text),
      outlet,
      published,
    })),
  )
  const { readings, alignment } = aligned(reports, models)
  const claims = plantedClaims(story, alignment)
  const { derivations, claims: counted } = findIndependence(readings, { ...alignment, claims })
  const planted = new Map(counted.map((c) => [c.id, c.independent]))
  // With its own joining, a fact is counted by the claim that carries it in most reports.
  const ownClaims = findIndependence(readings, alignment).claims
  const reportOf = new Map(alignment.statements.map((s) => [s.id, s.report]))
  const joined = new Map(
    claims.map((claim) => {
      const wanted = new Set(claim.statements)
      const carried = ownClaims.map((c) => ({
        c,
        reports: new Set(c.statements.filter((id) => wanted.has(id)).map((id) => reportOf.get(id))).size,
      }))
      const best = carried.sort((a, b) => b.reports - a.reports)[0]
      return [claim.id, best && best.reports > 1 ? best.c.independent : null]
    }),
  )
  return { derivations, planted, joined }
}

/** Statements that lie in the words of a planted fact, joined as they were planted. */
function plantedClaims(story: PlantedStory, { statements }: Alignment): AlignedClaim[] {
  const places = story.reports.flatMap((r) => r.facts.map((f) => ({ ...f, report: r.id })))
  return [...story.witnesses.keys()].map((fact) => {
    const here = places.filter((p) => p.fact === fact)
    const members = statements.filter((s) =>
      here.some(
        (p) => p.report === s.report && Math.min(s.end, p.end) - Math.max(s.start, p.start) >= 0.5 * (s.end - s.start),
      ),
    )
    return {
      id: fact,
      gist: fact,
      statements: members.map((s) => s.id),
      because: { rule: 'planted', spans: members.map(({ report, start, end }) => ({ report, start, end })) },
    }
  })
}

function isTextual({ kind, note }: Derivation): boolean {
  return kind === 'rewrites' || (kind === 'same-source' && !note.startsWith('both have it from'))
}
