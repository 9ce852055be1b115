// What `import … from 'stemma'` gives; docs/library.md shows it at work. It touches neither disk nor network.
export { analyse, leansMost, loadModels, type Models, without } from './analyse.js'
export { type Input, readReports } from './intake/intake.js'
export type * from './model/findings.js'
export type { Note } from './model/note.js'
export type { Furniture, Report } from './model/report.js'
export type { Because, Range, Span } from './model/span.js'
export type { Bearing, Change, Without } from './model/without.js'
export { type Form, forms } from './presentation/exports/forms.js'
export { type Front, frontOf } from './presentation/front.js'
export { redact } from './presentation/redact.js'
export {
  isDisputed,
  reportsOf,
  type Standing,
  type Story as StoryIndex,
  standingOf,
  storyOf,
} from './presentation/story.js'
export { renderText } from './presentation/text.js'
export { version } from './version.js'
