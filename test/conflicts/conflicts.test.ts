import { describe, expect, test } from 'vitest'
import { foundBy, rulesFor } from './read-story.js'

/** What disagrees, the rule that sees it, what it makes of it, and the reports. */
const cases: readonly (readonly [string, string, string, ...string[]])[] = [
  [
    'a surname spelt in two ways',
    'surname-spelling',
    'name error',
    'Emil Lingard, a technician, left the tower. Lingard said nothing.',
    'Emil Lindgard, a technician, left the tower. Lindgard said nothing.',
  ],
  [
    'a first name that transliteration writes in two ways',
    'first-name-spelling',
    'name soft',
    'Andrei Holm was seen in Sallow on Friday. Holm was alone.',
    'Andrey Holm was seen in Sallow on Friday. Holm was alone.',
  ],
  [
    'a name written together and apart',
    'written-ways',
    'name soft',
    'The party was held at the Saltgate Supper Club in Brennick.',
    'The party was held at the Saltgate Supperclub in Brennick.',
  ],
  [
    'a character that was never decoded',
    'undecoded-character',
    'name error',
    "Police went to Brandt&#39;s house in Brennick. They found nobody at Brandt's house.",
    'Police went to the house in Brennick.',
  ],
  [
    'a word that stands twice',
    'doubled-word',
    'other error',
    'The captain said that the the lamp was out.',
    'The lamp was out, the captain said.',
  ],
  [
    'a quotation in two wordings',
    'different-quotations',
    'other hard',
    '“We saw a small light on the rock long before midnight,” Brandt said.',
    '“We saw a small light on the reef long before midnight,” Brandt said.',
  ],
  [
    'two ages',
    'different-ages',
    'number hard',
    'Jonas Marrick, 44, was found on the rock.',
    'Jonas Marrick, 41, was found on the rock.',
  ],
  [
    'a captain who is a mate elsewhere',
    'competing-callings-ship',
    'role hard',
    'The first mate, Jonas Marrick, was found on the rock.',
    'The captain, Jonas Marrick, was found on the rock.',
  ],
  [
    'a founder who is the owner elsewhere',
    'competing-callings-charge',
    'role soft',
    'Piers Hallbrook, the founder of Beaconmark, was silent.',
    'Piers Hallbrook, the owner of Beaconmark, was silent.',
  ],
  [
    'two nationalities',
    'different-nationalities',
    'role hard',
    'Emil Lingard is a Norwegian citizen.',
    'Emil Lingard is a Polish citizen.',
  ],
  [
    'one event in two months',
    'different-dates',
    'date hard',
    'Emil Lingard left Brennick in July 2023.',
    'Lingard had fled Brennick in November 2023, Emil Lingard said.',
  ],
  [
    'one event dated more exactly',
    'less-exact-dates',
    'date soft',
    'Emil Lingard joined Beaconmark in 2023.',
    'Emil Lingard joined Beaconmark in July 2023.',
  ],
  [
    'a wrong conversion',
    'wrong-conversion',
    'number error',
    'The rock lies 12 km (9 miles) north of the port.',
    'The rock lies 12 km (7.5 miles) north of the port.',
  ],
  [
    'contracts of two lengths',
    'different-amounts',
    'number hard',
    'Beaconmark won a five-year contract to run the lights of Arveny.',
    'Beaconmark won a seven-year contract to run the lights of Arveny.',
  ],
  [
    'a toll that grows',
    'growing-toll',
    'number soft update',
    'Nine people were injured in the wreck off Sallow.',
    'Seventeen people were injured in the wreck off Sallow.',
  ],
  [
    'a week’s figure taken for a total',
    'rate-or-total',
    'number hard',
    'Beaconmark gave him 30-40 men per week.',
    'He was in charge of 30-40 men at Beaconmark.',
  ],
  [
    'years in prison that do not fit',
    'stay-lengths',
    'number hard',
    'Emil Lingard spent at least six years in prison.',
    'Emil Lingard was imprisoned between 2017 and 2018.',
  ],
  [
    'one man held by two bodies',
    'different-doers',
    'role soft',
    'Emil Lingard was arrested by border guards.',
    'Emil Lingard was arrested by Norwegian officials.',
  ],
  [
    'a set phrase with a wrong word',
    'misheard-phrase',
    'other error',
    'The company never came clear about the failing batteries, Brandt said.',
    'The batteries failed on Friday, Brandt said.',
  ],
  [
    'a wording put right that another report has as it was',
    'uncorrected-wording',
    'other error',
    'The ministry later said that its statement should have read “Arveny had a large fleet of ferries”.',
    '“Arveny has a large fleet of ferries and means to use it,” the ministry said.',
  ],
  [
    'an agreement kept and broken',
    'kept-or-broken',
    'polarity soft',
    'Arveny is abiding by the terms of the fishing agreement, Vellamere said.',
    'Arveny has violated the agreement, Brandt said on Friday.',
  ],
  [
    'no relation and a nephew',
    'related-or-not',
    'role hard',
    'Edda Marrick, who is no relation, found Jonas Marrick on Saturday.',
    'Edda Marrick lit the lamp. Edda Marrick’s nephew, Jonas Marrick, was found on Saturday.',
  ],
  [
    'two distances',
    'different-distances',
    'number hard',
    'Emil Lingard was found in Sallow, five miles from Brennick.',
    'Emil Lingard was found in Sallow, 20 miles south of Brennick.',
  ],
  [
    'a distance without a figure',
    'different-distances',
    'number hard',
    'Emil Lingard was found in Sallow, half a mile from Brennick.',
    'Emil Lingard was found in Sallow, about 12 kilometres south of Brennick.',
  ],
  [
    'two tolls in two leads',
    'growing-toll',
    'number soft update',
    'Fire on the quay at Sallow leaves two dead.',
    'Three people were killed in a fire on the quay at Sallow.',
  ],
  [
    'a denial',
    'denied-and-affirmed',
    'polarity hard',
    'Officials said that the Transport Ministry had been warned in April.',
    'The minister said that no warning had reached the Transport Ministry.',
  ],
  [
    'an assertion with and without a source',
    'different-vouchers',
    'attribution soft',
    'Emil Lingard was raised in an orphanage in Sallow.',
    'Emil Lingard was raised in an orphanage in Sallow, according to Nadia Fenwright.',
  ],
  [
    'two times of day',
    'close-times',
    'date soft',
    'The ferry struck the reef just after 11 p.m. on Thursday.',
    'The ferry struck the reef at about 11:45 p.m. on Thursday.',
  ],
  [
    'three ages, by the full name and by the surname',
    'different-ages',
    'number hard',
    'Edda Holm, 47, was hurt on the quay in Sallow.',
    'Two people were hurt in Sallow. 48-year-old Edda Holm was on the quay.',
    'The ferry hit the quay. The keeper, Edda Holm, was hurt. Holm, 49, is at home.',
  ],
  [
    'an age in a list',
    'different-ages',
    'number soft',
    'Police named the dead as 21-year-old Emil Lund, 25-year-old Nils Holm and Ada Roe.',
    'Emil Lund, 21, and Nils Holm, 26, were killed in Sallow.',
  ],
  [
    'two tolls in two leads',
    'growing-toll',
    'number soft update',
    'Two dead after ferry fire at the quay in Sallow\n\nA ferry burned at the quay in Sallow.',
    'A fire on a ferry at the quay in Sallow killed four people on Friday, the Coast Guard said.',
  ],
  [
    'a fact and an allegation',
    'different-certainty',
    'attribution soft',
    'Hans Brandt was the first person to open the gate of the harbour in Sallow.',
    'Hans Brandt was allegedly the first person to open the gate of the harbour in Sallow.',
  ],
  [
    'robbery and theft',
    'different-offences',
    'other hard',
    'Emil Lingard spent four years in prison for robbery.',
    'Emil Lingard spent four years in prison for theft.',
  ],
]

describe('conflicts', () => {
  for (const [name, rule, expected, ...texts] of cases)
    test(name, () => {
      expect(foundBy(rule, ...texts)).toBe(expected)
    })
})

/** What is no conflict. */
const quiet: readonly (readonly [string, ...string[]])[] = [
  ['a word that ends in the next', 'There was a break-in in the harbour.', 'Thieves came at night.'],
  [
    'the office of one whom initials name',
    'Emil Brandt went to the DA’s office. The DA said nothing.',
    'Brandt met the DA.',
  ],
  [
    'what a report itself calls untrue',
    'Brandt falsely said that he had not met the keeper in Sallow.',
    'Brandt met the keeper in Sallow, police said.',
  ],
  [
    'house style in a quotation',
    '“I believe that Gov. Brandt will realize what the harbour of the US needs,” Holm said.',
    '“I believe that Governor Brandt will realise what the harbor of the United States needs,” Holm said.',
  ],
  [
    'a soft hyphen in a quotation',
    '“The lamp on the rock has an understandable fault since the storm,” Brandt said.',
    '“The lamp on the rock has an under\u00adstandable fault since the storm,” Brandt said.',
  ],
  [
    'words left out of a quotation',
    '“We have put more lamps on the rock than anybody else in the country ever did,” Brandt said.',
    '“We have put more lamps on the rock ... than anybody else in the country ever did,” Brandt said.',
  ],
  [
    'the possessive of a body',
    'The H.C.C. met in Sallow. The captain ignored the H.C.C.’s decision.',
    'The H.C.C. has met in Sallow.',
  ],
  [
    'a party before a surname',
    'Emil Brandt, a senator, left the hall. Republican Brandt said nothing.',
    'Emil Brandt, a senator, left the hall. Emil Brandt said nothing.',
  ],
  [
    'a word of the next line stuck to a name',
    'Emil Brandt left the tower on Monday. Brandt was alone.',
    'Emil BrandtOn left the tower on Monday.',
  ],
  [
    'what was and what is',
    'The harbour order banned the Sallow ferries from the northern quay in May.',
    'The Sallow ferries are not banned from the northern quay by the harbour order.',
  ],
  [
    'further victims on the next day',
    'Fourteen miners were killed in Sallow on Monday.',
    'Two more miners were killed in Sallow on Tuesday.',
  ],
  [
    'authorities who say nothing of different things',
    'Officials declined to say whether the lamp was lit.',
    'Authorities would not say why the keeper left.',
  ],
  ['a birth and a childhood', 'Emil Brandt was born in Sallow.', 'Emil Brandt grew up in Brennick.'],
  [
    'charges in one hand',
    'Saltgate Lines founder Emil Brandt left the hall.',
    'Saltgate Lines chairman Emil Brandt left the hall.',
  ],
  [
    'two people of one surname',
    'Edda Marrick lit the lamp. Jonas Marrick was missing.',
    'Jonas Marrick was missing. Edda Marrick lit the lamp.',
  ],
  [
    'two events of one kind',
    'Emil Lingard left Brennick in July 2019 and left Beaconmark in November 2023.',
    'Emil Lingard left Brennick in July 2019.',
  ],
  ['a right conversion', 'The rock lies 12 km (7.5 miles) north of the port.', 'It lies 12 km north of the port.'],
  [
    'a part and the whole',
    'Three of the passengers were children from Sallow.',
    'The ferry carried 38 passengers from Sallow.',
  ],
  [
    'the same words',
    'Emil Lingard, 29, left Beaconmark in July 2023.',
    'Emil Lingard, 29, left Beaconmark in July 2023.',
  ],
  [
    'a shop whose name has an ending',
    'Police came to the Wendel’s in Brennick. The Wendel’s was shut.',
    'It was shut.',
  ],
  ['not knowing is no denial', 'Brandt did not know that the lamp was lit.', 'The lamp was lit, Holm said on Friday.'],
  [
    'a denied request',
    'The judge denied the request of Hans Brandt, a lawyer.',
    'Hans Brandt is a lawyer in Brennick.',
  ],
  [
    'house style in a quotation',
    '“We’d seen no U.S. ship on the rock before the 26th of May,” Brandt said.',
    '“We had seen no US ship on the rock before the twenty-sixth of May,” Brandt said.',
  ],
  [
    'a middle name',
    'Ada Holm Brandt left Sallow. Ada Brandt was alone.',
    'Ada Brandt left Sallow. Ada Brandt was alone.',
  ],
  [
    'the age of the next in a list',
    'The dead are 16-year-old Ann Poe, 24-year-old Bea Lund, and Nils Roe, 30.',
    'Ann Poe, 16, Bea Lund, 24, and Nils Roe, 30, were killed in Sallow.',
  ],
  ['an age of long ago', 'Emil Lund, who was 17 at the time, left Sallow.', 'Emil Lund, 28, left Sallow.'],
  [
    'one time, told loosely',
    'The ferry struck the reef around 5:30 p.m. on Thursday.',
    'The ferry struck the reef just after 5:30 p.m. on Thursday.',
  ],
  [
    'a deed and an arrest',
    'The ferry struck the reef at 5:30 p.m. on Thursday in Sallow.',
    'Hans Brandt was arrested in Sallow at 6:15 p.m. on Thursday.',
  ],
  [
    'two days, two tolls',
    'Forty people died on Monday at the gate of the harbour.',
    'Five people died on Tuesday at the gate of the harbour.',
  ],
  [
    'a toll and its least',
    'Fire on the quay at Sallow leaves more than ten dead.',
    'Fourteen people were killed in a fire on the quay at Sallow.',
  ],
  [
    'what somebody was and what he is',
    'Hans Brandt, a former teacher, spoke in Sallow.',
    'Hans Brandt, a lawyer, spoke in Sallow.',
  ],
  ['a modest home is no place', 'Emil Lingard grew up in a modest home.', 'Emil Lingard grew up in Sallow.'],
  [
    'a denial of a part',
    'Holm said that the ministry had not tested a lamp “of the strength that was named.”',
    'The ministry tested a lamp in November, Brandt said.',
  ],
  [
    'an insult before a name',
    'Emil Lingard left Sallow. Holm spoke of “Lyin’ Lingard” and left Sallow.',
    'Emil Lingard left Sallow. Emil Lingard was alone.',
  ],
  ['a verb that ends like a past tense', 'The island needed to feed its people.', 'It had to feed its people.'],
]

describe('no conflicts', () => {
  for (const [name, ...texts] of quiet)
    test(name, () => {
      expect(rulesFor(...texts)).toEqual([])
    })
})
