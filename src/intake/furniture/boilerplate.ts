import { type FurnitureRule, wholeLine } from './rule.js'

/** What stands on every page of an outlet: rights, terms, cookies, reading time. */
export const boilerplate: readonly FurnitureRule[] = [
  {
    name: 'copyright',
    kind: 'boilerplate',
    marks: [
      '© 2023 Harbour Herald',
      'Copyright 2018 The Tribune. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.',
      'Herald Wire © Harbour Herald 2013. All Rights Reserved.',
      '(c) 2020 Tribune Media',
    ],
    leaves: ['Copyright law protects the letters.', 'He signed away all rights and reserved a seat.'],
    find: wholeLine(
      /^(?:©|\(c\)|copyright)\s?(?:©|\(c\))?\s?(?:\d{4}|by\b|the\b|[A-Z][\w.' ]{1,40}\d{4})/i,
      /©[^.]{0,60}\b(?:19|20)\d\d\b/,
      /\ball rights reserved\b/i,
      /^this material may not be published, broadcast/i,
      /^(?:reprinted|republished|reproduced) with permission\b/i,
    ),
  },
  {
    name: 'terms',
    kind: 'boilerplate',
    marks: [
      'Terms of Use',
      'Privacy Policy',
      'We use cookies to improve your experience.',
      'Our Standards: The Harbour Principles.',
    ],
    leaves: ['Terms of use for the harbour were agreed in March.', 'The privacy policy was changed'],
    find: wholeLine(
      /^(?:terms (?:of (?:use|service)|(?:and|&) conditions)|privacy (?:policy|notice|statement)|cookie (?:policy|settings|preferences)|do not sell my (?:personal )?info(?:rmation)?|contact us|about us|advertise with us|disclaimer|accessibility)(?:\s?[|•·]\s?[\w &]{3,30})*$/i,
      /^(?:we|this (?:site|website)) uses? cookies\b/i,
      /^our standards:\s/i,
      /^quotes delayed at least\b/i,
      /^this article (?:is more than|was (?:first|originally) published)\b.{0,100}$/i,
    ),
  },
  {
    name: 'reading-time',
    kind: 'boilerplate',
    marks: ['3 minute read', '4 min read', 'Reading time: 5 minutes', 'Listen · 4:07'],
    leaves: ['A 3 minute read of the letter was enough', '3 minutes'],
    find: wholeLine(
      /^\d{1,3}[\s-]min(?:ute)?s?\.? read$/i,
      /^(?:estimated )?read(?:ing)? time\s?:?\s?\d{1,3} min(?:ute)?s?$/i,
      /^listen\s?[·•|:]?\s?\d{1,2}:\d\d(?:\s\d{1,2}:\d\d)?$/i,
    ),
  },
]
