// What `import … from 'stemma/node'` gives: the package's own models and page, read from disk.
export { readModel } from './storage/models.js'
export { readEngine, readPageParts } from './storage/page.js'
