import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDay, dayNumber, easter, isoWeek, weekdayOf } from '../../src/knowledge/calendar.js'
import { findTimes } from '../../src/language/dates/dates.js'
import type { Sentence, Token } from '../../src/model/reading.js'
import type { TimePhrase } from '../../src/model/when.js'

/** The library that other parts read EDTF with; it comes without types. */
const { default: edtf } = createRequire(import.meta.url)('edtf') as { default: (text: string) => unknown }

/** One sentence a line; tokens without tags, as finders must do without them. */
function read(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const tokens: Token[] = [...line.matchAll(/[\p{L}\d]+|[^\s\p{L}\d]/gu)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      form: match[0],
      lemma: match[0].toLowerCase(),
      upos: 'X',
      xpos: 'X',
      head: -1,
      deprel: 'dep',
    }))
    sentences.push({ start, end: start + line.length, index: sentences.length, paragraph: 0, kind: 'prose', tokens })
    start += line.length + 1
  }
  return sentences
}

function timesOf(text: string, published: string | null): TimePhrase[] {
  const { times, notes } = findTimes(text, read(text), published)
  for (const { start, end, edtf: date } of times) {
    expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
    expect(end).toBeGreaterThan(start)
    if (date !== null) expect(() => edtf(date)).not.toThrow()
  }
  for (const note of notes) expect(note.code).toBe('unresolved-date')
  return times
}

/** "words → EDTF", or "words → =TIMEX3" where there is no date to give. */
function spell(text: string, { start, end, edtf: date, value }: TimePhrase): string {
  return `${text.slice(start, end)} → ${date ?? '=' + value}`
}

function checkWhen(words: string, published: string | null, date: string): void {
  const text = `The ferry sank ${words}.`
  const times = timesOf(text, published)
  expect(times.map((time) => time.edtf ?? '=' + time.value)).toEqual([date])
}

function checkStory(text: string, published: string | null, expected: readonly string[]): void {
  expect(timesOf(text, published).map((time) => spell(text, time))).toEqual(expected)
}

describe('a single expression', () => {
  for (const [words, date] of [
    ['last Friday', '2023-01-13'],
    ['on Friday', '2023-01-13'],
    ['on Saturday', '2023-01-14'],
    ['last Saturday', '2023-01-07'],
    ['late Thursday', '2023-01-12'],
    ['early on Monday', '2023-01-09'],
    ['on Friday at around 2 a.m. local time', '2023-01-13T02:00'],
    ['at 10 p.m. on Wednesday', '2023-01-11T22:00'],
    ['at noon on Thursday', '2023-01-12T12:00'],
    ['at midnight on Thursday', '2023-01-13T00:00'],
    ['20 minutes before midnight on Thursday', '2023-01-12T23:40'],
    ['at half past twelve on Friday', '2023-01-13'],
    ['within the past ten days', '2023-01-04/2023-01-14'],
    ['in recent days', '2023-01-04~/2023-01-14'],
    ['in recent weeks', '2022-11~/2023-01-14'],
    ['over the past few months', '2022-03~/2023-01-14'],
    ['in recent years', '=PAST_REF'],
    ['over the past six months', '2022-07/2023-01'],
    ['for the past three months', '2022-10/2023-01'],
    ['on Friday morning', '2023-01-13'],
    ['on the night of January 3', '2023-01-03'],
    ['in July', '2022-07'],
    ['last July', '2022-07'],
    ['in January', '2023-01'],
    ['last January', '2022-01'],
    ['in January last year', '2022-01'],
    ['in August of that year', '2023-08'],
    ['in July 2022', '2022-07'],
    ['in July, 1982', '1982-07'],
    ['in February of 1940', '1940-02'],
    ['on July 6', '2022-07-06'],
    ['on January 3', '2023-01-03'],
    ['on July 6, 2022', '2022-07-06'],
    ['on July 6th', '2022-07-06'],
    ['on the 6th of July 2022', '2022-07-06'],
    ['on the sixth of July', '2022-07-06'],
    ['on 24 February', '2022-02-24'],
    ['on 24 February 2021', '2021-02-24'],
    ['on Sept. 11', '2022-09-11'],
    ['on Sept. 11, 2001', '2001-09-11'],
    ['on 3rd March 1918', '1918-03-03'],
    ['on Friday, Jan. 6', '2023-01-06'],
    ['on 14 December, Wednesday', '2022-12-14'],
    ['at 1:54 PM PST on Feb 16, 2022', '2022-02-16T13:54'],
    ['Feb 16, 2022 1:54 PM PST', '2022-02-16T13:54'],
    ['on 2022-12-05', '2022-12-05'],
    ['on 13/01/2022', '2022-01-13'],
    ['on 1/13/2022', '2022-01-13'],
    ['on 13.01.2022', '2022-01-13'],
    ['on 05/05/2022', '2022-05-05'],
    ['yesterday', '2023-01-13'],
    ['today', '2023-01-14'],
    ['tonight', '2023-01-14'],
    ['last night', '2023-01-13'],
    ['this morning', '2023-01-14'],
    ['the day before yesterday', '2023-01-12'],
    ['early this week', '2023-01-09/2023-01-15'],
    ['last week', '2023-01-02/2023-01-08'],
    ['on Tuesday of last week', '2023-01-03'],
    ['at the weekend', '2023-01-14/2023-01-15'],
    ['last weekend', '2023-01-07/2023-01-08'],
    ['last month', '2022-12'],
    ['earlier this month', '2023-01-01/2023-01-14'],
    ['earlier this week', '2023-01-09/2023-01-14'],
    ['earlier this year', '2023-01'],
    ['earlier in 2021', '2021'],
    ['this year', '2023'],
    ['last year', '2022'],
    ['late last year', '2022-09~/2022-12~'],
    ['at the end of March', '2022-03-21~/2022-03-31~'],
    ['in early March', '2022-03-01~/2022-03-10~'],
    ['in mid-June', '2022-06-11~/2022-06-20~'],
    ['in late February 2021', '2021-02-21~/2021-02-28~'],
    ['in early 2021', '2021-01~/2021-04~'],
    ['around November', '2022-11~'],
    ['around November 2021', '2021-11~'],
    ['in 2017', '2017'],
    ['in 2017 or so', '2017~'],
    ['in about 1910', '1910~'],
    ['in 480 BC', '-0479'],
    ['in the 470s BC', '-0478/-0469'],
    ['in the 4th century BC', '-0399/-0300'],
    ['100,000 years ago', '=P100000Y'],
    ['in the 1990s', '199X'],
    ["in the '80s", '198X'],
    ['in the early 1990s', '1990~/1993~'],
    ['in the late 1970s', '1977~/1979~'],
    ['in the nineties', '199X'],
    ['in the 18th century', '17XX'],
    ['in the twentieth century', '19XX'],
    ['in the summer', '2022-22'],
    ['last summer', '2022-22'],
    ['in the winter of 1994', '1994-24'],
    ['in autumn 2021', '2021-23'],
    ['this past spring', '2022-21'],
    ['in the third quarter', '2022-07/2022-09'],
    ['in the third quarter of 1999', '1999-07/1999-09'],
    ['in the first half of 2020', '2020-01/2020-06'],
    ['in Q2 2021', '2021-04/2021-06'],
    ['in fiscal 1999', '1999~'],
    ['at Christmas', '2022-12-25'],
    ['on Christmas Eve', '2022-12-24'],
    ['on Good Friday', '2022-04-15'],
    ['on Thanksgiving', '2022-11-24'],
    ["on New Year's Day", '2023-01-01'],
    ['on Easter Monday 2021', '2021-04-05'],
    ['a year ago', '2022~'],
    ['two years ago', '2021~'],
    ['three months ago', '2022-10~'],
    ['ten days ago', '2023-01-04'],
    ['two weeks ago', '2022-12-26~/2023-01-01~'],
    ['a decade ago', '2013~'],
    ['a year and a half ago', '2021-07~'],
    ['between 2017 and 2018', '2017/2018'],
    ['between July and November', '2022-07/2022-11'],
    ['from July 6 to November 6', '2022-07-06/2022-11-06'],
    ['between July and November 2021', '2021-07/2021-11'],
    ['between July 6 and 9', '2022-07-06/2022-07-09'],
    ['on 6-9 July', '2022-07-06/2022-07-09'],
    ['from 1914 to 1918', '1914/1918'],
    ['until November 6', '../2022-11-06'],
    ['since 2017', '2017/..'],
    ['since last summer', '2022-06/..'],
    ['in nineteen ninety-six', '1996'],
    ['in the year 2000', '2000'],
    ['last Oct. 23', '2022-10-23'],
    ['on the night of Friday, Jan. 6', '2023-01-06'],
    ['by year-end', '2023-09~/2023-12~'],
    ['at half past ten on Friday', '2023-01-13'],
    ['at 4 in the morning on Friday', '2023-01-13T04:00'],
    ['at 0735 GMT on Friday', '2023-01-13T07:35'],
    ['in Q3', '2022-07/2022-09'],
  ] as const) {
    test(`"${words}" in a report of 2023-01-14`, () => checkWhen(words, '2023-01-14', date))
  }
})

describe('lengths, sets and what has no date', () => {
  for (const [words, value] of [
    ['for six months', 'P6M'],
    ['for two hours', 'PT2H'],
    ['for three weeks', 'P3W'],
    ['for 2 1/2 years', 'P2Y6M'],
    ['for a minute and a half', 'PT1M30S'],
    ['for a year', 'P1Y'],
    ['for two decades', 'P20Y'],
    ['for decades', 'PXE'],
    ['for several years', 'PXY'],
    ['for at least four years', 'P4Y'],
    ['for nearly an hour', 'PT1H'],
    ['over the last year', 'P1Y'],
    ['in the weeks ahead', 'PXW'],
    ['on a two-day voyage', 'P2D'],
    ['after two years and six months', 'P2Y6M'],
    ['every Tuesday', 'XXXX-WXX-2'],
    ['on Tuesdays', 'XXXX-WXX-2'],
    ['every July', 'XXXX-07'],
    ['daily', 'P1D'],
    ['twice a week', 'P1W'],
    ['every two years', 'P2Y'],
    ['each month', 'P1M'],
    ['recently', 'PAST_REF'],
    ['just now', 'PRESENT_REF'],
    ['in recent years', 'PAST_REF'],
    ['some years ago', 'PAST_REF'],
  ] as const) {
    test(`"${words}"`, () => checkWhen(words, '2023-01-14', '=' + value))
  }
})

describe('the value for exchange', () => {
  for (const [words, value] of [
    ['last week', '2023-W01'],
    ['at the weekend', '2023-W02-WE'],
    ['on Friday night', '2023-01-13TNI'],
    ['in the summer of 2022', '2022-SU'],
    ['in the third quarter of 1999', '1999-Q3'],
    ['in the first half of 1999', '1999-H1'],
    ['in the 1990s', '199'],
    ['in the 18th century', '17'],
    ['in 480 BC', 'BC0480'],
    ['on Friday at 2 a.m.', '2023-01-13T02:00'],
  ] as const) {
    test(`"${words}" is ${value}`, () => {
      const [time] = timesOf(`The ferry sank ${words}.`, '2023-01-14')
      expect(time?.value).toBe(value)
    })
  }
})

describe('tense', () => {
  for (const [text, expected] of [
    ['The council will vote on Friday.', ['Friday → 2023-01-20']],
    ['The council voted on Friday.', ['Friday → 2023-01-13']],
    ['The bridge will open in July.', ['July → 2023-07']],
    ['The bridge opened in July.', ['July → 2022-07']],
    ['The inquiry is due to end on March 3.', ['March 3 → 2023-03-03']],
    ['Talks were postponed until Tuesday.', ['Tuesday → ../2023-01-17']],
    ['The bridge will open in the coming weeks.', ['the coming weeks → 2023-01-14/2023-03~']],
    ['The bridge will open in a few days’ time.', ['a few days → 2023-01-14/2023-01-24~']],
    ['The bridge could be mended in a few days.', ['a few days → =PXD']],
    ['The council will decide later this year.', ['later this year → 2023-01/2023-12']],
    ['Ahead of the vote on March 3, the mayor visited Ennet.', ['March 3 → 2023-03-03']],
    ['Ahead of the vote on January 5, the mayor visited Ennet.', ['January 5 → 2023-01-05']],
    ['A vote set for March 3 was called off.', ['March 3 → 2023-03-03']],
    ['The deadline of March 3 worries the crew.', ['March 3 → 2023-03-03']],
    ['The crew worries about the March 3 deadline.', ['March 3 → 2023-03-03']],
    ['The upcoming vote on March 3 divides the town.', ['March 3 → 2023-03-03']],
    ['The mayor was elected on March 3.', ['March 3 → 2022-03-03']],
    ['Divers will return next Friday.', ['next Friday → 2023-01-20']],
  ] as const) {
    test(text, () => checkStory(text, '2023-01-14', expected))
  }

  test('a record speaks in the present of what is past', () => {
    const text = 'The log records the grounding Friday'
    const heads = [1, 2, -1, 4, 2, 2]
    const xpos = ['DT', 'NN', 'VBZ', 'DT', 'NN', 'NNP']
    const upos = ['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'PROPN']
    const deprel = ['det', 'nsubj', 'root', 'det', 'obj', 'obl:tmod']
    const lemmas = ['the', 'log', 'record', 'the', 'grounding', 'Friday']
    const sentences = read(text).map((sentence) => ({
      ...sentence,
      tokens: sentence.tokens.map((token, i) => ({
        ...token,
        head: heads[i]!,
        xpos: xpos[i]!,
        upos: upos[i]!,
        deprel: deprel[i]!,
        lemma: lemmas[i]!,
      })),
    }))
    expect(findTimes(text, sentences, '2023-01-14').times.map((t) => t.edtf)).toEqual(['2023-01-13'])
  })

  test('the parse tells whose tense it is', () => {
    const text = 'The mayor who resigned said she will return Friday'
    const heads = [1, 4, 3, 1, -1, 7, 7, 4, 7]
    const xpos = ['DT', 'NN', 'WP', 'VBD', 'VBD', 'PRP', 'MD', 'VB', 'NNP']
    const upos = ['DET', 'NOUN', 'PRON', 'VERB', 'VERB', 'PRON', 'AUX', 'VERB', 'PROPN']
    const deprel = ['det', 'nsubj', 'nsubj', 'acl:relcl', 'root', 'nsubj', 'aux', 'ccomp', 'obl:tmod']
    const sentences = read(text).map((sentence) => ({
      ...sentence,
      tokens: sentence.tokens.map((token, i) => ({
        ...token,
        head: heads[i]!,
        xpos: xpos[i]!,
        upos: upos[i]!,
        deprel: deprel[i]!,
      })),
    }))
    expect(findTimes(text, sentences, '2023-01-14').times.map((time) => time.edtf)).toEqual(['2023-01-20'])
  })
})

test('“earlier this year” reaches up to the publication, and no further', () => {
  const text = 'The ferry sank earlier this year.'
  expect(timesOf(text, '2023-10-14').map((time) => time.edtf)).toEqual(['2023-01/2023-10'])
  expect(timesOf(text, '2023').map((time) => time.edtf)).toEqual(['2023'])
})

describe('the date in focus', () => {
  for (const [text, expected] of [
    [
      'He enlisted on July 6, 2022.\nTwo months earlier he had left jail.',
      ['July 6, 2022 → 2022-07-06', 'Two months earlier → 2022-05~'],
    ],
    [
      'The dam broke on March 3.\nThree days later the valley was dry.',
      ['March 3 → 2022-03-03', 'Three days later → 2022-03-06'],
    ],
    ['The dam broke on March 3.\nThe next day it rained.', ['March 3 → 2022-03-03', 'The next day → 2022-03-04']],
    [
      'The dam broke on March 3.\nThe mayor resigned the same day.',
      ['March 3 → 2022-03-03', 'the same day → 2022-03-03'],
    ],
    ['The dam broke on March 3.\nIt had held the day before.', ['March 3 → 2022-03-03', 'the day before → 2022-03-02']],
    [
      'The dam broke on March 3.\nSirens were heard at 4:15 a.m. that day.',
      ['March 3 → 2022-03-03', '4:15 a.m. that day → 2022-03-03T04:15'],
    ],
    [
      'He crossed in December.\nHe was seen shortly before 2 a.m. by guards.',
      ['December → 2022-12', '2 a.m. → =XXXX-XX-XXT02:00'],
    ],
    [
      'He left in 2016.\nMore than two months later, on March 30, he came back.',
      ['2016 → 2016', 'More than two months later → 2022-03-30', 'March 30 → 2022-03-30'],
    ],
    [
      'The first tower fell on 3 May 1992.\nThe second fell on 9 May.',
      ['3 May 1992 → 1992-05-03', '9 May → 1992-05-09'],
    ],
  ] as const) {
    test(text.replace('\n', ' '), () => checkStory(text, '2023-01-14', expected))
  }
})

describe('what stands in the text and what is implied', () => {
  for (const [words, known] of [
    ['on Friday', ['weekday']],
    ['on July 6', ['month', 'day']],
    ['on July 6, 2022', ['year', 'month', 'day']],
    ['last year', []],
    ['on Friday at 2:30 a.m.', ['weekday', 'hour', 'minute']],
    ['in the summer of 2022', ['year', 'season']],
  ] as const) {
    test(`"${words}" knows ${known.join(', ') || 'nothing'}`, () => {
      const [time] = timesOf(`The ferry sank ${words}.`, '2023-01-14')
      expect(time?.known).toEqual(known)
    })
  }
})

describe('a vague date of publication', () => {
  for (const [words, published, date] of [
    ['last Friday', '2023-01-17~', '2023-01-13'],
    ['on Monday', '2023-01-17/2023-01-20', '2023-01-16'],
    ['on Friday', '2023-01-16/2023-01-22', '2023-01-13/2023-01-20'],
    ['in July', '2023-01', '2022-07'],
    ['yesterday', '2023-01', '2022-12-31/2023-01-30'],
    ['last year', '2023', '2022'],
  ] as const) {
    test(`"${words}" in a report of ${published}`, () => checkWhen(words, published, date))
  }
})

describe('no date of publication', () => {
  for (const [words, date] of [
    ['on Friday', '=XXXX-WXX-5'],
    ['on July 6', 'XXXX-07-06'],
    ['in July', 'XXXX-07'],
    ['in July 2022', '2022-07'],
    ['last week', '=XXXX-WXX'],
    ['two months ago', '=P2M'],
    ['on Friday at 2 a.m.', '=XXXX-WXX-5T02:00'],
  ] as const) {
    test(`"${words}"`, () => checkWhen(words, null, date))
  }

  test('it leaves a note that says what would do', () => {
    const text = 'The ferry sank on Friday.'
    expect(findTimes(text, read(text), null).notes).toEqual([
      {
        code: 'unresolved-date',
        start: 18,
        end: 24,
        message: '"Friday" stays unresolved: give the report a date of publication',
      },
    ])
  })

  test('the latest date that the text itself gives tells the year', () => {
    checkStory('The deal was signed on July 6.\nIt was broken in November 2022.', null, [
      'July 6 → 2022-07-06',
      'November 2022 → 2022-11',
    ])
  })
})

describe('day or month first', () => {
  test('alone it stays open', () => {
    const text = 'The ferry sank on 05/06/2022.'
    const { times, notes } = findTimes(text, read(text), '2023-01-14')
    expect(times.map((time) => time.edtf)).toEqual(['2022'])
    expect(notes.length).toBe(1)
  })

  test('another date of the report tells', () => {
    checkStory('It sank on 05/06/2022 and was raised on 25/06/2022.', '2023-01-14', [
      '05/06/2022 → 2022-06-05',
      '25/06/2022 → 2022-06-25',
    ])
    checkStory('It sank on 05/06/2022 and was raised on 06/25/2022.', '2023-01-14', [
      '05/06/2022 → 2022-05-06',
      '06/25/2022 → 2022-06-25',
    ])
  })
})

describe('what only looks like a time', () => {
  for (const text of [
    'Ms. May said nothing.',
    'They may march on the palace.',
    'About 2000 people came.',
    'The fund grew by $1999.',
    'He won by 3:1.',
    'Three-quarters of the village was lost.',
    'A 26-year-old man drowned.',
    'He finished second and rose to fall again.',
    'Call 555-0199 for details.',
    'Version 1.2.3 was released.',
    'Guests came to Mar-a-Lago.',
    'He spoke on “This Week” at length.',
    'They showed High Noon again.',
    'Its quarterly dividend was cut.',
    'Sun, Moon and others lost money.',
  ]) {
    test(text, () => expect(timesOf(text, '2023-01-14')).toEqual([]))
  }

  test('a day that does not exist leaves its month', () =>
    checkStory('It sank on June 31, 2022.', '2023-01-14', ['June 31, 2022 → 2022-06']))
})

describe('with the ends of a range apart', () => {
  test('both are phrases of their own', () => {
    const text = 'He was jailed between 2017 and 2018.'
    const { times } = findTimes(text, read(text), '2023-01-14', { joinRanges: false })
    expect(times.map((time) => time.value)).toEqual(['2017', '2018'])
  })
})

describe('the calendar', () => {
  test('agrees with the built-in one over four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -80000, max: 80000 }), (number) => {
        const date = new Date(number * 86400000)
        const { year, month, day } = civilDay(number)
        expect([year, month, day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()])
        expect(dayNumber(year, month, day)).toBe(number)
        expect(weekdayOf(number)).toBe(((date.getUTCDay() + 6) % 7) + 1)
      }),
    )
  })

  test('knows weeks at the turn of the year', () => {
    expect(isoWeek(dayNumber(2021, 1, 3))).toEqual({ year: 2020, week: 53 })
    expect(isoWeek(dayNumber(2024, 12, 30))).toEqual({ year: 2025, week: 1 })
  })

  test('knows Easter', () => {
    expect([2000, 2019, 2023, 2024, 2025].map((year) => civilDay(easter(year)))).toEqual([
      { year: 2000, month: 4, day: 23 },
      { year: 2019, month: 4, day: 21 },
      { year: 2023, month: 4, day: 9 },
      { year: 2024, month: 3, day: 31 },
      { year: 2025, month: 4, day: 20 },
    ])
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'Friday|July|6|6th|,|2022|last|next|week|months|two|ago|earlier|at|2|a.m.|between|and|-|–|/|the|early|of|year|’|s|1990|quarter|every|(|)|.|noon|hundred|thousand|half|BC|13/01/2023|\n| '.split(
      '|',
    ),
  )

  test('a range whose ends are one month is that month', () => {
    expect(timesOf('July – July', '2023-01-14').map((t) => t.edtf)).toEqual(['2022-07'])
  })

  test('gives spans within it, in order, and readable EDTF', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' ')),
        ),
        fc.constantFrom('2023-01-14', '2023-01', null),
        (text, published) => {
          const times = timesOf(text, published)
          for (const [i, time] of times.entries()) {
            expect(time.start).toBeGreaterThanOrEqual(times[i - 1]?.end ?? 0)
            expect(time.end).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  for (const piece of [
    'hundred ',
    'two ',
    'July 6 and 7, ',
    '1990-',
    'early ',
    'a few ',
    '1/2/',
    'Friday ',
    '9',
    'the end of ',
  ]) {
    test(`takes time in proportion to its length: "${piece}" again and again`, () => {
      const cost = (count: number) => {
        const text = piece.repeat(count)
        const sentences = read(text)
        const started = performance.now()
        findTimes(text, sentences, '2023-01-14')
        return performance.now() - started
      }
      // A step for every pair of words would take minutes.
      expect(cost(10_000)).toBeLessThan(8000)
    }, 20_000)
  }
})

test('a named weekday stands above the days counted to it', () => {
  checkStory('It struck on Thursday.\nThe lamp was put out two days earlier, on Tuesday.', '2023-01-14', [
    'Thursday → 2023-01-12',
    'two days earlier → 2023-01-10',
    'Tuesday → 2023-01-10',
  ])
})

test('without a date of publication a month long before or after the latest date keeps no year', () => {
  checkStory(
    'It was signed in July 2022.\nIt was read aloud.\nIt was made known.\nHe left in November.\nHe came in May.',
    null,
    ['July 2022 → 2022-07', 'November → XXXX-11', 'May → 2022-05'],
  )
})

test('a weekday is left open where the day of publication may be one of many weeks', () => {
  checkStory('It sank on Friday.', '2022-11-01/2023-05-01', ['Friday → =2022-10-28'])
})
