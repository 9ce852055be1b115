import { type FurnitureRule, wholeLine } from './rule.js'

/** "Advertisement", "Skip Ad", "Story continues below advertisement". */
export const adverts: readonly FurnitureRule[] = [
  {
    name: 'advertisement',
    kind: 'advert',
    marks: [
      'Advertisement',
      'ADVERTISEMENT:',
      '[Sponsored content]',
      'Skip Ad',
      'Advertisement Continue reading the main story',
    ],
    leaves: ['The advertisement was withdrawn on Monday', 'Adverts in the harbour'],
    find: wholeLine(
      /^[[(*\s–—-]*(?:advertisements?|adverts?|ad|ads by google|sponsored|sponsored (?:by|content|post|stories)|promoted(?: content| stories)?|paid (?:content|post)|skip ad|skip advertisement|advertisement continue reading the main story)[\])*\s:.…–—-]*$/i,
    ),
  },
  {
    name: 'continues-below',
    kind: 'advert',
    marks: ['Story Continued Below', 'Article continues after this ad', 'Scroll to continue with content'],
    leaves: ['The story continued below deck, where eleven men slept'],
    find: wholeLine(
      /^[[(*\s–—-]*(?:(?:story|article|post) continue[sd] (?:below|after)(?: (?:the |this )?(?:ad|advert|advertisement|video|gallery|image))?|continue reading(?: below| the main story)?|scroll (?:down )?to continue(?: with content| reading)?|scroll down for (?:more|video))[\])*\s:.…–—-]*$/i,
    ),
  },
]
