import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from './models.js'

/** What the build made of the reading room; see building/page.ts. */
export interface BuiltPage {
  readonly style: string
  readonly script: string
  readonly styleHash: string
  readonly scriptHash: string
}

/** The page's style and program. Throws an Error that says what to do where the page was not built. */
export function readPageParts(): BuiltPage {
  return JSON.parse(readFileSync(builtFile('page.json'), 'utf8')) as BuiltPage
}

/** The engine as the page uses it: its program, and the models packed into one file. */
export function readEngine(): { readonly program: string; readonly models: Uint8Array } {
  return { program: readFileSync(builtFile('engine.js'), 'utf8'), models: readFileSync(builtFile('models.bin')) }
}

function builtFile(name: string): string {
  const path = join(packageFolder(), 'dist/page', name)
  if (!existsSync(path))
    throw new Error(`The page was not built: ${path} is missing. Run "npm run build", or install the package again`)
  return path
}
