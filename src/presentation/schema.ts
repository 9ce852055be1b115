import { z } from 'zod'
import type { Findings } from '../model/findings.js'
import { noteCodes } from '../model/note.js'

// The types in src/model say the shape; these say the same to a program that reads findings as JSON.
// The last lines of this file fail to compile as soon as the two differ.

const id = z.string().min(1)
const offset = z.int().nonnegative().describe('Position in the text of the report, in UTF-16 code units')
const edtf = z.string().describe('Date in EDTF (ISO 8601-2)')
const range = z.object({
  start: offset.meta({ title: 'start, included' }),
  end: offset.meta({ title: 'end, left out' }),
})
const span = range.extend({ report: id }).meta({ id: 'Span', description: 'A stretch of the text of a report' })

const because = z
  .object({ rule: z.string(), spans: z.array(span) })
  .meta({ id: 'Because', description: 'Which rule made a thing, and from which words' })

const datePart = z.enum(['year', 'month', 'day', 'weekday', 'hour', 'minute', 'decade', 'century', 'season', 'week'])
const known = z
  .array(datePart)
  .describe('The parts that stand in the text; the rest is implied by the date of publication or the date in focus')
const when = range.extend({ edtf, known }).meta({ id: 'When' })

const furniture = range
  .extend({ kind: z.enum(['advert', 'prompt', 'byline', 'caption', 'dateline', 'navigation', 'boilerplate']) })
  .meta({ id: 'Furniture', description: 'What is on the page but not of the report' })

const report = z
  .object({
    id,
    source: z.string().describe('Path or URL as given'),
    url: z.string().exactOptional().describe('The address a page gives for itself'),
    language: z.string().exactOptional().describe('Likely language of the text; only English is analysed'),
    text: z.string().describe('The text exactly as decoded; all positions point into it'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the bytes that were read'),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    published: edtf.nullable(),
    publishedBecause: z.string().nullable().describe('"dateline", "metadata", "file", "given" or "inferred from …"'),
    furniture: z.array(furniture),
  })
  .meta({ id: 'Report' })

const timePhrase = range
  .extend({
    sentence: z.int().nonnegative(),
    kind: z.enum(['date', 'time', 'duration', 'set']),
    edtf: edtf.nullable(),
    known,
    duration: z.string().nullable().describe('ISO 8601 duration'),
    value: z.string().describe('TIMEX3 value'),
    rule: z.string(),
  })
  .meta({ id: 'TimePhrase' })

const numberPhrase = range
  .extend({
    sentence: z.int().nonnegative(),
    value: z.string().describe('"4", "30..40", "10..", "..5", "~20000"'),
    unit: z.string().nullable(),
    per: z.string().nullable(),
    rule: z.string(),
  })
  .meta({ id: 'NumberPhrase' })

const reading = z
  .object({
    report: id,
    sentences: z.array(range.extend({ kind: z.enum(['prose', 'heading', 'item', 'furniture']) })),
    times: z.array(timePhrase),
    numbers: z.array(numberPhrase),
  })
  .meta({ id: 'ReportReading', description: 'What was read in one report before anything was compared' })

const entity = z
  .object({
    id,
    type: z.enum(['person', 'organisation', 'group', 'place', 'work', 'event']),
    name: z.string(),
    names: z.array(z.string()),
    descriptions: z.array(z.string()),
    roles: z.array(z.string()),
    mentions: z.array(span.extend({ how: z.enum(['name', 'nominal', 'pronoun']) })),
    place: z
      .object({
        lat: z.number(),
        lon: z.number(),
        precision: z.enum(['point', 'region', 'country']),
        gazetteer: z.string(),
      })
      .exactOptional(),
    because,
  })
  .meta({ id: 'Entity', description: 'A person, body, place or work, over all reports' })

const chain = z
  .array(id)
  .describe('From the outside in: "outlet" for the report itself, every intermediary, the innermost voice')

const attribution = z
  .object({
    id,
    report: id,
    kind: z.enum([
      'direct',
      'mixed',
      'indirect',
      'confirmation',
      'denial',
      'refusal',
      'document',
      'nominal',
      'agentless',
      'opinion',
    ]),
    content: z.array(range),
    cue: z.array(range),
    source: z.array(range),
    chain,
    because,
  })
  .meta({ id: 'Attribution' })

const statement = span
  .extend({
    id,
    gist: z.string(),
    attribution: id.nullable(),
    chain,
    stance: z.enum(['stated', 'alleged', 'claimed', 'confirmed', 'denied', 'disputed', 'unverified', 'speculated']),
    polarity: z.enum(['positive', 'negative']),
    factuality: z
      .enum(['certain', 'probable', 'unreal'])
      .exactOptional()
      .describe(
        'How sure the words are: certain, asserted or denied outright; probable, expected, planned, meant or believed; unreal, wished, tried, possible, ordered or a condition',
      ),
    event: z.object({
      predicate: z.string(),
      roles: z.array(
        range.extend({
          role: z.enum(['agent', 'patient', 'recipient', 'attribute', 'place', 'other']),
          entity: id.nullable(),
        }),
      ),
    }),
    when: when.nullable(),
    where: id.nullable(),
    numbers: z.array(range.extend({ value: z.string(), unit: z.string().nullable() })),
    because,
  })
  .meta({ id: 'Statement', description: 'One clause: one thing that happened or holds, as one report puts it' })

const witness = z
  .object({
    known: z.boolean().describe('Whether it counts; what nobody vouches for may be an echo'),
    voices: z.array(id),
    statements: z.array(z.object({ id, through: z.array(id) })),
  })
  .meta({ id: 'Witness', description: 'One witness, or several voices and reports that cannot be told apart from one' })

const claim = z
  .object({
    id,
    gist: z.string(),
    statements: z.array(id),
    roots: z.array(id),
    independent: z.number().nullable().describe('How many truly independent witnesses; null where it cannot be told'),
    why: z.string(),
    witnesses: z.array(witness),
    grade: z.object({
      credibility: z.literal([1, 2, 3, 4, 5, 6]).describe('Admiralty credibility'),
      reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).exactOptional().describe('Only where a person set it'),
      because: z.string(),
    }),
    because,
  })
  .meta({ id: 'Claim' })

const conflict = z
  .object({
    id,
    kind: z.enum(['date', 'number', 'name', 'place', 'polarity', 'role', 'cause', 'attribution', 'other']),
    severity: z.enum(['hard', 'soft', 'error']),
    update: z.boolean(),
    sides: z.array(z.object({ gist: z.string(), statements: z.array(id), evidence: z.array(span) })),
    note: z.string(),
    because,
  })
  .meta({ id: 'Conflict' })

const derivation = z
  .object({
    to: id,
    from: id,
    kind: z.enum(['quotes', 'credits', 'rewrites', 'same-source']),
    evidence: z.array(span),
    note: z.string(),
  })
  .meta({ id: 'Derivation' })

const timelineEntry = z
  .object({ when: edtf, gist: z.string(), claims: z.array(id), disputed: z.boolean() })
  .meta({ id: 'TimelineEntry' })

const note = z
  .object({
    code: z.enum(noteCodes),
    report: id.exactOptional(),
    start: offset.exactOptional(),
    end: offset.exactOptional(),
    message: z.string(),
  })
  .meta({ id: 'Note' })

/** The whole of what `stemma read --format json` writes. Unknown fields are let through, as later versions may add some. */
export const findingsSchema = z
  .object({
    stemma: z.string(),
    story: z.object({ id: z.string(), title: z.string() }),
    reports: z.array(report),
    readings: z.array(reading),
    entities: z.array(entity),
    attributions: z.array(attribution),
    statements: z.array(statement),
    claims: z.array(claim),
    conflicts: z.array(conflict),
    derivations: z.array(derivation),
    timeline: z.array(timelineEntry),
    notes: z.array(note),
  })
  .meta({
    title: 'Stemma findings',
    description:
      'What is claimed, who says so and through whom, how many independent witnesses that is, and where the reports cannot all be right',
  })

/** The published JSON Schema (schema/findings.schema.json), with a line break at the end. */
export function findingsJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(findingsSchema, { io: 'input', target: 'draft-2020-12' }), null, 2)}\n`
}

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T
type Written = Frozen<z.infer<typeof findingsSchema>>

/** Both ways at compile time: whatever the types allow the schema allows, and the other way round. */
export const schemaFitsTypes: [Findings extends Written ? true : never, Written extends Findings ? true : never] = [
  true,
  true,
]
