import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cluster } from '../../src/alignment/claims/clusters.js'
import { datesAgree } from '../../src/alignment/claims/dates-agree.js'
import { doubtOf } from '../../src/alignment/claims/evidence.js'
import type { When } from '../../src/model/when.js'
import { alignTexts, areJoined, neighbourRule } from './check-alignment.js'

describe('statements of two reports that tell the same are one claim', () => {
  for (const [first, a, second, b] of [
    [
      'The coast guard arrested Emil Lingard in Ennet on Monday.',
      'arrested',
      'Emil Lingard was detained by the coast guard in Ennet on Monday.',
      'detained',
    ],
    [
      'Ada Holm, the lawyer, said the ferry sank near the Lambs after it hit a rock.',
      'ferry sank',
      'The ferry Silver Tern sank near the Lambs at night.',
      'sank',
    ],
    [
      'Aldane Ferries confirmed that it had dismissed the technician.',
      'dismissed the technician',
      'The technician was fired by Aldane Ferries.',
      'fired',
    ],
  ] as const) {
    test(`${first} – ${second}`, () => {
      expect(areJoined(a, b, alignTexts(first, second))).toBe(true)
    })
  }
})

describe('statements that clash are neighbours, not one claim', () => {
  test('opposite polarity', () => {
    const story = alignTexts(
      'Emil Lingard repaired the lamp of the Ennet lighthouse.',
      'Emil Lingard did not repair the lamp of the Ennet lighthouse.',
    )
    expect(areJoined('repaired', 'repair', story)).toBe(false)
    expect(neighbourRule('repaired', 'repair', story)).toMatch(/\+opposite$/)
  })

  test('what somebody is by office, and how it stands with him', () => {
    const story = alignTexts(
      'President Emil Aske spoke in Ennet on Monday.',
      'President Emil Aske has been unable to keep his promise of a new lighthouse.',
    )
    expect(areJoined('President Emil Aske', 'unable', story)).toBe(false)
  })

  test('before and after one occasion', () => {
    const story = alignTexts(
      'Emil Lingard spoke to the crew before the hearing.',
      'Emil Lingard spoke to the crew after the hearing.',
    )
    expect(areJoined('before the hearing', 'after the hearing', story)).toBe(false)
  })

  test('names alone, and two things told of them', () => {
    const story = alignTexts(
      'Mayor Ada Holm of Port Aldane paid tribute to the old keeper.',
      'Mayor Ada Holm of Port Aldane launched an inquiry into the fire.',
    )
    expect(areJoined('paid tribute', 'launched', story)).toBe(false)
  })

  test('different numbers of one thing', () => {
    const story = alignTexts(
      'The ferry Silver Tern carried 90 passengers to Ennet.',
      'The ferry Silver Tern carried 120 passengers to Ennet.',
    )
    expect(areJoined('90 passengers', '120 passengers', story)).toBe(false)
    expect(neighbourRule('90 passengers', '120 passengers', story)).toMatch(/\+different-number$/)
  })

  test('different dates that both stand in the text', () => {
    const story = alignTexts(
      'The ferry Silver Tern sank off Ennet on June 3, 2024.',
      'The ferry Silver Tern sank off Ennet on June 4, 2024.',
    )
    expect(areJoined('sank', 'sank', story)).toBe(false)
    expect(neighbourRule('sank', 'sank', story)).toMatch(/\+different-date$/)
  })
})

test('what has only light words in common is not joined', () => {
  const story = alignTexts('Ada Holm wants the inquiry to do well.', 'Jonas Marrick wants to see the harbour rebuilt.')
  expect(areJoined('wants', 'wants', story)).toBe(false)
})

test('the gist of a claim is a statement with a named agent', () => {
  const story = alignTexts(
    'He was detained on Monday by them.',
    'The coast guard detained Emil Lingard in Ennet on Monday.',
  )
  for (const claim of story.claims.filter(({ statements }) => statements.length > 1)) {
    expect(claim.gist).toContain('Emil Lingard')
  }
  expect(story.claims.flatMap(({ statements }) => statements)).toHaveLength(story.statements.length)
})

test('neighbours have a likeness between 0 and 1, and at most eight stand beside one statement', () => {
  const story = alignTexts(
    'The ferry left Ennet at noon. The ferry left Ennet in the evening. The ferry left Ennet on Monday.',
    'The ferry left Ennet at one. The ferry did not leave Ennet. The ferry left Port Aldane on Tuesday with 40 people.',
  )
  expect(story.neighbours.length).toBeGreaterThan(0)
  const counts = new Map<string, number>()
  for (const { statements, likeness } of story.neighbours) {
    expect(likeness).toBeGreaterThanOrEqual(0)
    expect(likeness).toBeLessThanOrEqual(1)
    for (const id of statements) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(8)
})

describe('dates', () => {
  const when = (edtf: string): When => ({ edtf, known: ['year', 'month', 'day'], start: 0, end: 1 })
  for (const [a, b, answer] of [
    ['2024-06-03', '2024-06-03', 'same'],
    ['2024-06', '2024-06-03', 'compatible'],
    ['2024-06-03', '2024-06-04', 'different'],
    ['2024-06-01/2024-06-10', '2024-06-04', 'compatible'],
    ['2024-06-01/2024-06-10', '2024-06-11', 'different'],
    ['XXXX-06', '2024-06-04', 'compatible'],
    ['XXXX-07', '2024-06-04', 'different'],
    ['2024-06~', '2024-06', 'same'],
  ] as const) {
    test(`${a} and ${b}: ${answer}`, () => {
      expect(datesAgree(when(a), when(b))).toBe(answer)
      expect(datesAgree(when(b), when(a))).toBe(answer)
    })
  }

  test('a date that is not there tells nothing', () => {
    expect(datesAgree(when('2024'), null)).toBe('unknown')
  })
})

describe('grouping by average link', () => {
  test('merges what is alike on average, and never a forbidden pair', () => {
    const near = [
      { a: 0, b: 1, score: 3000 },
      { a: 1, b: 2, score: 2000 },
      { a: 0, b: 2, score: 1000 },
    ]
    expect(cluster([0, 1, 2, 3], near, 0)).toEqual([0, 0, 0, 3])
    const forbidden = [...near.slice(0, 2), { a: 0, b: 2, score: Number.NEGATIVE_INFINITY }]
    expect(cluster([0, 1, 2, 3], forbidden, 0)).toEqual([0, 0, 2, 3])
  })

  test('two clauses of one report, each like what another says, need not be like one another', () => {
    const nested = [
      { a: 0, b: 2, score: 1500 },
      { a: 1, b: 2, score: 900 },
    ]
    expect(cluster([0, 0, 1], nested, 200)).toEqual([0, 0, 0])
    expect(cluster([0, 1, 2], nested, 200)).toEqual([0, 1, 0])
  })

  test('what one report repeats is one, where nothing else speaks against it', () => {
    const repeated = [{ a: 0, b: 1, score: 3000 }]
    expect(cluster([0, 0, 1], repeated, 200)).toEqual([0, 0, 2])
    expect(cluster([0, 0, 1], [...repeated, { a: 1, b: 2, score: 2000 }], 200)).toEqual([0, 1, 1])
  })

  test('no group holds a forbidden pair, whatever the links', () => {
    const link = fc.record({
      a: fc.nat(11),
      b: fc.nat(11),
      score: fc.oneof(fc.integer({ min: -4000, max: 4000 }), fc.constant(Number.NEGATIVE_INFINITY)),
    })
    const links = fc.uniqueArray(link, { selector: ({ a, b }) => Math.min(a, b) * 12 + Math.max(a, b) })
    fc.assert(
      fc.property(links, fc.array(fc.nat(4), { minLength: 12, maxLength: 12 }), (links, reports) => {
        const real = links.filter(({ a, b }) => a !== b)
        const groups = cluster(reports, real, 0)
        const broken = real.filter(({ a, b, score }) => score === Number.NEGATIVE_INFINITY && groups[a] === groups[b])
        expect(broken).toEqual([])
      }),
    )
  })
})

test('words in common that are no event are doubted, and the same event is not', () => {
  const doubts = [
    'rare-words',
    'like-words',
    'same-number',
    'predicate-in-other-words',
    'same-predicate',
    'nearly-the-same-words+opposite',
  ].map(doubtOf)
  expect(doubts.slice(0, 4).every((doubt) => doubt > 0)).toBe(true)
  expect(doubts.slice(4)).toEqual([0, 0])
})
