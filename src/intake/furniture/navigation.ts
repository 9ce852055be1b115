import type { Line } from '../lines.js'
import { type FurnitureRule, wholeLine } from './rule.js'

/** Menus, tags, breadcrumbs, lines of stars. */
export const navigation: readonly FurnitureRule[] = [
  {
    name: 'menu-bar',
    kind: 'navigation',
    marks: ['Home | News | Sport | Weather', 'Home > World > Europe', 'News • Sport • Culture • Opinion'],
    leaves: ['Oslo | Jane Doe reports on the harbour fire from the quay', 'The score was 3 | 2'],
    find: (line) => (isMenuBar(line) ? { start: 0, end: line.text.length } : null),
  },
  {
    name: 'menu-word',
    kind: 'navigation',
    marks: [
      'Skip to main content',
      'Back to top',
      'Most read',
      'Take me back to the top of this post.',
      'Next article',
      'Top stories',
    ],
    leaves: ['Back to top form', 'Search', 'Home', 'Most read the letter twice'],
    find: wholeLine(
      /^(?:skip to (?:main )?(?:content|navigation|footer)|(?:take me )?back to (?:the )?top(?: of (?:this|the) (?:post|page))?|most (?:read|popular|viewed|shared)|trending(?: now| stories)?|top stories|latest (?:news|stories|headlines)|(?:previous|next) (?:article|post|story)|related topics|more stories|view all|see all|load more|show more|menu|main menu|breadcrumbs?|table of contents|jump to comments|listen to this article|listen to article|go to homepage)[.!:]?$/i,
    ),
  },
  {
    name: 'tags',
    kind: 'navigation',
    marks: ['Tags: harbour, storm, lighthouse', 'Filed under: World', 'Topics: Norway, Russia'],
    leaves: ['Topics: he would speak of nothing else.', 'Tags were tied to the boats'],
    find: wholeLine(
      /^(?:tags?|topics?|filed under|filed in|categories|category|keywords|more about|in this article)\s?:\s?[^.!?]{2,160}$/i,
    ),
  },
  {
    name: 'ornament',
    kind: 'navigation',
    marks: ['___', '* * *', '- - - -', 'T'],
    leaves: ['3', '?'],
    find: wholeLine(/^[_*=~•·#\s–—-]{1,80}$/, /^\p{L}$/u),
  },
]

function isMenuBar(line: Line): boolean {
  if (line.text.length > 300 || /[.!?]$/.test(line.text)) return false
  const parts = line.text.split(/\s[|•·>»›]\s|\|/)
  return parts.length >= 3 && parts.every((part) => part.trim().length <= 28 && /\p{L}/u.test(part))
}
