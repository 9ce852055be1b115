import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The bytes of a model file in the package's own models/ folder, read when asked for: `readModel('parser.bin')`.
 * Throws an Error that names the file when the package is not whole.
 */
export function readModel(name: string): Uint8Array {
  const path = join(packageFolder(), 'models', name)
  if (!existsSync(path))
    throw new Error(`The model ${name} is missing from ${dirname(path)}: install the package again`)
  return readFileSync(path)
}

/** The folder that holds this package's package.json, whether it runs from src, from dist or installed. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('No package.json above the program: install the package again')
    folder = above
  }
  return folder
}
