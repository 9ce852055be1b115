import { describe, expect, test } from 'vitest'
import { gradeClaims } from '../../src/independence/grade.js'
import { findIndependence } from '../../src/independence/independence.js'
import { leansMost, without } from '../../src/independence/without.js'
import type { Tie } from '../../src/model/alignment.js'
import type { Claim, Conflict, Findings } from '../../src/model/findings.js'
import { type Line, storyOf, type Voice } from './story.js'

const voices: Voice[] = [
  { id: 'e1', name: 'Coast Guard', type: 'organisation' },
  { id: 'e2', name: 'Ottilie Brandt', called: ['Coast Guard Commander'] },
  { id: 'e3', called: ['an official at the Transport Ministry'] },
  { id: 'e4', called: ['a source inside the Transport Ministry'] },
  { id: 'e5', name: 'Dov Pereth' },
  { id: 'e6', called: ['a dockworker'] },
  { id: 'e7', name: 'Ruben Aske' },
  { id: 'e8', name: 'The Harbour Gazette', type: 'organisation' },
  { id: 'e10', name: 'Emil Lindgard' },
  { id: 'e11', name: 'Emil Lingard' },
  { id: 'e12', called: ['the harbour log'] },
  { id: 'e13', called: ['former Coast Guard Commander'], name: 'Hanne Solberry' },
  { id: 'e14', called: ['the captain'] },
  { id: 'e15', name: 'Tehran', type: 'place' },
  { id: 'e16', called: ['the Iranian foreign minister'] },
  { id: 'e17', name: 'Beaconmark', type: 'organisation' },
  { id: 'e18', name: 'Piers Hallbrook', called: ['a spokesman for Beaconmark'] },
  { id: 'e19', name: 'Beaconmark', type: 'place' },
  { id: 'e22', name: 'Beaconmark', type: 'person' },
  { id: 'e20', name: 'Petra Vennor', called: ['Aldane Ferries spokeswoman'] },
  { id: 'e21', name: 'Ida Sorn', called: ['a former spokesman for Beaconmark'] },
  { id: 'e23', name: 'The Brennick Herald', type: 'organisation' },
  { id: 'e24', called: ['a tweet'] },
  { id: 'e25', called: ['the timing of the repairs'] },
  { id: 'e26', called: ['two passengers'] },
  { id: 'e27', name: 'Mike Orlend' },
  { id: 'e28', name: 'Michael Orlend' },
  { id: 'e29', name: 'Corin Hallbrook', called: ['the mayor'] },
  { id: 'e30', called: ['the Hallbrook campaign'], type: 'organisation' },
  { id: 'e31', name: 'Sela Tarn', called: ['a spokeswoman for Mr. Corin Hallbrook'] },
  { id: 'e32', called: ['Corin Hallbrook’s remarks'] },
  { id: 'e33', called: ['a campaign aide'] },
  { id: 'e34', called: ['most scholars'], type: 'group' },
  { id: 'e35', name: 'Democrats', type: 'group' },
  { id: 'e36', called: ['the former harbour master'] },
  { id: 'e37', called: ['the owner of the inn'] },
  { id: 'e38', called: ['a hospital'], type: 'organisation' },
  { id: 'e39', name: 'Ennet Hospital', type: 'organisation' },
  { id: 'e40', called: ['the 30-page indictment'], type: 'work' },
  { id: 'e41', name: 'District Attorney’s Office', type: 'organisation' },
  { id: 'e42', name: 'Aron Bellis', called: ['the Iranian president', 'the Norwegian prime minister'] },
  { id: 'e43', name: 'Norway', type: 'place' },
  { id: 'e44', called: ['Ennet police'] },
  { id: 'e45', called: ['Norwegian police'] },
  { id: 'e46', called: ['a Brennish Coastal Service source'] },
  { id: 'e47', name: 'Ivo Tarn', called: ['BCS spokesman'] },
  { id: 'e48', name: 'Olga Marr', called: ['special counsel Olga Marr'] },
  { id: 'e49', called: ['the head of the state-run harbour service'] },
  { id: 'e50', name: 'Mila Cordry', called: ['head of the Harbour Company'] },
  { id: 'e51', called: ['an executive of Saltgate Lines'] },
  { id: 'e52', name: 'Ruth Colm', called: ['executive at Aldane Ferries'] },
  { id: 'e53', name: 'Twitter', type: 'organisation' },
  { id: 'u0', name: 'unnamed voice', type: 'group' },
]

/** One claim, carried by a report for each chain. */
function claimOf(...chains: readonly (readonly string[])[]): Claim {
  return findIndependence(...storyFrom(chains)).claims[0]!
}

function storyFrom(chains: readonly (readonly string[])[]): Parameters<typeof findIndependence> {
  const words = ['rock', 'quay', 'mast', 'tide', 'storm', 'wharf']
  const { readings, alignment } = storyOf(
    chains.map((chain, i) => {
      const line: Line = { words: `The ${words[i]} was dark.`, claim: 'c1', ...(chain.length > 0 ? { chain } : {}) }
      return { id: `r${i + 1}`, lines: [line] }
    }),
    voices,
  )
  return [readings, alignment]
}

describe('how many witnesses', () => {
  for (const [name, chains, independent, why] of [
    ['one voice through two mouths', [['e8', 'e5'], ['e5']], 1, 'Dov Pereth'],
    ['an officer and his service', [['e1'], ['e2']], 1, 'speak for one body'],
    ['unnamed officials of one ministry', [['e3'], ['e4']], 1, 'one body'],
    ['a former officer is not the service', [['e1'], ['e13']], 2, 'Hanne Solberry'],
    ['two people', [['e5'], ['e2']], 2, '2 witnesses'],
    ['one man with two spellings', [['e10'], ['e11']], 1, 'Emil Lin'],
    ['what a dockworker says the captain told him, and what he says himself', [['e6', 'e7'], ['e6']], 1, '1 witness'],
    ['an outlet that has it from somebody who is named elsewhere', [['e8'], ['e8', 'e5']], 1, 'Dov Pereth'],
    ['a document', [['e12'], ['e5']], 2, 'the harbour log'],
    ['a voice and a report that names nobody', [['e5'], []], 1, 'does not say where it has it from'],
    ['two reports that name nobody', [[], []], null, 'cannot be counted'],
    ['one report that names nobody', [[]], 1, 'does not say from whom'],
    ['somebody who was introduced elsewhere may be the one who is named', [['e14'], ['e5']], 1, 'Dov Pereth'],
    ['somebody who was introduced elsewhere, alone', [['e14']], 1, 'the captain'],
    ['a capital and a minister', [['e15'], ['e16']], 1, 'government of Iran'],
    ['a company and its spokesman', [['e17'], ['e18']], 1, 'Beaconmark'],
    ['one name that was taken for two kinds of thing', [['e17'], ['e19']], 1, 'Beaconmark'],
    ['a spokesman and a company that was taken for a person', [['e18'], ['e22']], 1, 'Beaconmark'],
    ['a company and the spokeswoman of another', [['e17'], ['e20']], 2, '2 witnesses'],
    ['a company and its former spokesman', [['e17'], ['e21']], 2, '2 witnesses'],
    ['two outlets that do not say from whom they have it', [['e8'], ['e23']], 1, '1 witness'],
    ['a tweet of nobody knows whom, and a man', [['e24'], ['e5']], 1, 'Dov Pereth'],
    ['a figure of speech, and a man', [['e25'], ['e5']], 1, 'Dov Pereth'],
    ['people without names, and a man', [['e26'], ['e5']], 2, 'two passengers'],
    ['it is said, and a voice', [['u0'], ['e5']], 1, '1 witness'],
    ['a pet name', [['e27'], ['e28']], 1, 'Orlend'],
    ['a candidate and his campaign', [['e29'], ['e30']], 1, 'Corin Hallbrook'],
    ['a man and the spokeswoman who speaks for him', [['e29'], ['e31']], 1, '1 witness'],
    ['a man and his remarks', [['e29'], ['e32']], 1, 'Corin Hallbrook'],
    ['scholars in general, and a man', [['e34'], ['e5']], 1, 'not counted: most scholars (may be anyone)'],
    ['a party of which nobody is named, and a man', [['e35'], ['e5']], 1, 'not counted: Democrats (may be anyone)'],
    ['one who was introduced elsewhere in more words, and a man', [['e36'], ['e5']], 1, 'may be anyone'],
    ['one whom the words introduce, and a man', [['e37'], ['e5']], 2, 'the owner of the inn'],
    ['a hospital and one that is named', [['e38'], ['e39']], 1, 'Ennet Hospital'],
    ['a head without a name and one who is named', [['e49'], ['e50']], 1, 'Mila Cordry'],
    ['a platform, and a man', [['e53'], ['e5']], 1, 'not counted: Twitter (may be anyone)'],
    ['an executive is not the only one of his firm', [['e51'], ['e52']], 2, '2 witnesses'],
    ['prosecutors and their indictment', [['e40'], ['e41']], 1, 'speak for one body'],
    ['governments do not fold because one man was taken for two', [['e15'], ['e42'], ['e43']], 3, 'Aron Bellis'],
    ['a body and its initials', [['e46'], ['e47']], 1, 'speak for one body'],
    ['a special counsel and the prosecutors', [['e48'], ['e41']], 1, 'speak for one body'],
    ['police, and the police of the one country that is named', [['e44'], ['e45']], 1, 'police'],
  ] as const) {
    test(`${name}: ${independent ?? 'cannot be counted'}`, () => {
      const claim = claimOf(...chains)
      expect(claim.independent).toBe(independent)
      expect(claim.why).toContain(why)
    })
  }
})

describe('what is told, and how', () => {
  const told = (lines: readonly Omit<Line, 'claim'>[], likenesses?: Record<string, number>): Claim => {
    const ties =
      likenesses &&
      Object.entries(likenesses).map(([pair, likeness]): Tie => {
        const [a = '', b = ''] = pair.split(' ')
        return { statements: [a, b], likeness, isSameEvent: true }
      })
    const drafts = lines.map((line, i) => ({ id: `r${i + 1}`, lines: [{ claim: 'c1', ...line }] }))
    const { readings, alignment } = storyOf(drafts, voices, ties)
    return findIndependence(readings, alignment).claims[0]!
  }
  for (const [name, lines, independent, why] of [
    [
      'who somebody is by his office',
      [
        { words: 'Transport Minister Corin Vael', predicate: 'be minister', rule: 'title', chain: ['e5'] },
        { words: 'the transport minister, Corin Vael', predicate: 'be minister', rule: 'title' },
      ],
      2,
      'r1 and r2, each of an office that all can look up',
    ],
    [
      'an office, and what its holder did',
      [
        { words: 'Transport Minister Corin Vael', predicate: 'be minister', rule: 'title' },
        { words: 'the transport minister, Corin Vael', predicate: 'be minister', rule: 'title' },
        { words: 'Minister Corin Vael', predicate: 'be minister', rule: 'title' },
        { words: 'Minister Corin Vael was unable to keep his promise', predicate: 'be unable' },
      ],
      null,
      'none says from whom it has it',
    ],
    [
      'two who are quoted with the same words',
      [
        { words: '“The sea will have its due.”', chain: ['e5'] },
        { words: '“The sea will have its due.”', chain: ['e7'] },
      ],
      1,
      'the same words are given to Ruben Aske',
    ],
    [
      'two who say alike in the words of the reports',
      [
        { words: 'Seventeen people were hurt.', chain: ['e5'] },
        { words: 'Seventeen people were hurt.', chain: ['e7'] },
      ],
      2,
      '2 witnesses',
    ],
    [
      'two who each tell of somebody else',
      [
        { words: 'Brandt sought shelter.', chain: ['e5'], predicate: 'seek', doer: 'e2' },
        { words: 'Lindgard sought refuge.', chain: ['e7'], predicate: 'seek', doer: 'e10' },
      ],
      1,
      'not counted: Ruben Aske (tells it of somebody else)',
    ],
    [
      'one who denies what the other tells',
      [
        { words: 'The lamp was lit.', chain: ['e5'], predicate: 'light' },
        { words: 'The beacon was not lit.', chain: ['e7'], predicate: 'light', polarity: 'negative' },
      ],
      1,
      'says the contrary',
    ],
    [
      'one who is said to deny it, in other words',
      [
        { words: 'The tower was dark.', chain: ['e5'], predicate: 'be dark' },
        { words: 'Aske denied that the lamp was out.', chain: ['e7'], predicate: 'be out', stance: 'denied' },
      ],
      1,
      'not counted: Ruben Aske (says the contrary)',
    ],
    [
      'one who denies it and one who says that it is not so',
      [
        { words: 'the tower had been dark.', chain: ['e5'], predicate: 'be dark', stance: 'denied' },
        { words: 'The lamp was not out.', chain: ['e7'], predicate: 'be out', polarity: 'negative' },
      ],
      2,
      '2 witnesses',
    ],
    [
      'one who tells it in passing',
      [
        { words: 'The tower was dark.', chain: ['e5'] },
        { words: 'who had seen a dark tower', chain: ['e7'], rule: 'relative-clause' },
      ],
      1,
      'not counted: Ruben Aske (does not say so outright)',
    ],
    [
      'one who gives it as the time of something else',
      [
        { words: 'The tower was dark.', chain: ['e5'] },
        { words: 'when no lamp was lit', chain: ['e7'], rule: 'subordinate-clause' },
      ],
      1,
      'does not say so outright',
    ],
    [
      'one who believes it',
      [
        { words: 'The tower was dark.', chain: ['e5'] },
        { words: 'No lamp was lit.', chain: ['e7'], stance: 'speculated' },
      ],
      1,
      'does not say so outright',
    ],
    [
      'one who believes it, and nobody else',
      [{ words: 'No lamp was lit.', chain: ['e7'], stance: 'speculated' }, { words: 'The tower was dark.' }],
      1,
      'Ruben Aske',
    ],
    [
      'one whose words the tagger found',
      [
        { words: 'The tower was dark.', chain: ['e5'] },
        { words: 'No lamp was lit.', chain: ['e7'], foundBy: 'tagger' },
      ],
      1,
      'not counted: Ruben Aske (perhaps does not say so)',
    ],
    [
      'two who speak',
      [
        { words: 'Pereth threatened to leave on Tuesday.', predicate: 'threaten', doer: 'e5' },
        { words: 'Aske threatened to go.', predicate: 'threaten', doer: 'e7' },
      ],
      1,
      'tells that another spoke',
    ],
    [
      'what a government did in public, in two reports',
      [
        { words: 'Tehran signed the pact.', predicate: 'sign', doer: 'e15' },
        { words: 'Iran’s capital put its name to the treaty.', predicate: 'initial', doer: 'e15' },
      ],
      2,
      'r1 and r2, each of what a government did in public',
    ],
    [
      'a news conference, in two reports',
      [{ words: 'The keeper wept at a news conference.' }, { words: 'At the press conference he was in tears.' }],
      2,
      'of what happened in public',
    ],
  ] as const) {
    test(`${name}: ${independent ?? 'not counted'}`, () => {
      const claim = told(lines)
      expect(claim.independent).toBe(independent)
      expect(claim.why).toContain(why)
    })
  }

  const lines = [
    { words: 'The tower stood dark.', chain: ['e5'] },
    { words: 'A beacon had failed.', chain: ['e7'] },
    { words: 'No lamp was lit.', chain: ['e10'] },
  ]
  test('a loose join makes no second witness', () => {
    const two = lines.slice(0, 2)
    expect(told(two, { 'r1-0 r2-0': 0.8 }).why).toContain('not counted: Ruben Aske (tells it in other words)')
    expect(told(two, {}).independent).toBe(1)
    expect(told(two, { 'r1-0 r2-0': 0.95 }).independent).toBe(2)
    expect(told(two).independent).toBe(2)
  })

  test('a third counts who surely tells the same as the second', () => {
    expect(told(lines, { 'r1-0 r2-0': 0.95, 'r2-0 r3-0': 0.95 }).independent).toBe(3)
    expect(told(lines, { 'r1-0 r2-0': 0.95, 'r2-0 r3-0': 0.8 }).independent).toBe(2)
  })

  test('a report that names a witness adds none of its own', () => {
    const drafts = [
      { id: 'r1', lines: [{ words: 'The choir sang.', claim: 'c1', chain: ['e5'] }] },
      {
        id: 'r2',
        lines: [
          { words: 'Children could be heard.', claim: 'c1', chain: ['e7'] },
          { words: 'The song was broadcast.', claim: 'c1' },
        ],
      },
    ]
    const { readings, alignment } = storyOf(drafts, voices)
    expect(findIndependence(readings, alignment).claims[0]!.independent).toBe(2)
  })
})

describe('the grade', () => {
  const conflict = (
    severity: Conflict['severity'],
    sides: readonly (readonly string[])[],
    update = false,
  ): Conflict => ({
    id: 'x1',
    kind: 'date',
    severity,
    update,
    sides: sides.map((statements) => ({ gist: '', statements, evidence: [] })),
    note: '',
    because: { rule: 'test', spans: [] },
  })
  const graded = (
    chains: readonly (readonly string[])[],
    conflicts: readonly Conflict[] = [],
    others: readonly Claim[] = [],
  ) => gradeClaims([claimOf(...chains), ...others], conflicts)[0]!.grade.credibility

  test('two witnesses and no dispute: confirmed', () => expect(graded([['e5'], ['e2']])).toBe(1))
  test('two witnesses who differ in detail: probably true', () =>
    expect(graded([['e5'], ['e2']], [conflict('soft', [['r1-0'], ['r2-0']])])).toBe(2))
  test('one witness: possibly true', () => expect(graded([['e5'], ['e8', 'e5']])).toBe(3))
  test('a hard dispute: doubtful', () =>
    expect(graded([['e5'], ['e2']], [conflict('hard', [['r1-0'], ['r2-0']])])).toBe(4))
  test('contradicted by more witnesses: improbable', () => {
    const other = { ...claimOf(['e5'], ['e2']), id: 'c2', statements: ['x1', 'x2'] }
    expect(graded([['e10']], [conflict('hard', [['r1-0'], ['x1']])], [other])).toBe(5)
  })
  test('nobody says from whom: cannot be judged', () => expect(graded([[], []])).toBe(6))
  test('a growing figure and a slip are no disputes', () => {
    expect(graded([['e5'], ['e2']], [conflict('hard', [['r1-0'], ['r2-0']], true)])).toBe(1)
    expect(graded([['e5'], ['e2']], [conflict('error', [['r1-0'], ['r2-0']])])).toBe(1)
  })
  test('reliability is left to people', () => expect(claimOf(['e5']).grade).not.toHaveProperty('reliability'))
})

describe('a source taken away', () => {
  function findingsOf(...chains: readonly (readonly string[])[]): Findings {
    const [readings, alignment] = storyFrom(chains)
    const { claims, derivations, entities } = findIndependence(readings, alignment)
    return {
      reports: readings.map((r) => r.report),
      statements: alignment.statements,
      claims,
      derivations,
      entities,
    } as unknown as Findings
  }
  const fate = (findings: Findings, name: string) => {
    const { stands, toOne, weaker, falls } = without(findings, name)!
    return [
      ...stands.map(() => 'stands'),
      ...toOne.map(() => 'to one'),
      ...weaker.map(() => 'weaker'),
      ...falls.map(() => 'falls'),
    ]
  }
  test('the only witness', () => expect(fate(findingsOf(['e5'], ['e8', 'e5']), 'Dov Pereth')).toEqual(['falls']))
  test('one of two', () => expect(fate(findingsOf(['e5'], ['e2']), 'Dov Pereth')).toEqual(['to one']))
  test('a mouth, where the witness is heard through another', () =>
    expect(fate(findingsOf(['e8', 'e5'], ['e5']), 'the Harbour Gazette')).toEqual(['stands']))
  test('a body takes with it those who speak for it', () =>
    expect(fate(findingsOf(['e2']), 'Coast Guard')).toEqual(['falls']))
  test('by id', () => expect(fate(findingsOf(['e5'], ['e2']), 'e5')).toEqual(['to one']))
  test('nobody of that name', () => expect(without(findingsOf(['e5']), 'Nobody')).toBeUndefined())
  test('the known witness falls though an unnamed report still says it', () =>
    expect(fate(findingsOf(['e5'], []), 'Dov Pereth')).toEqual(['falls']))
  test('those on whom most hangs come first', () => {
    expect(leansMost(findingsOf(['e8', 'e5'], ['e5'])).map((b) => `${b.name} ${b.falls}`)).toEqual(['Dov Pereth 1'])
  })
})
