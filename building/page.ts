// Builds what the reading room is made of into dist/page: the page's style and program, the engine's program, the packed models.
// Nothing is built again while nothing it is made of has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { PageParts } from '../src/presentation/html.js'
import { packageFolder } from '../src/storage/models.js'
import { packModels } from '../src/web/engine/pack.js'

const root = packageFolder()
const out = join(root, 'dist/page')
const stamp = join(out, 'made-of.txt')

const now = madeOf()
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  process.stderr.write('Building the page …\n')
  mkdirSync(out, { recursive: true })
  const page = await bundle('/src/web/main.tsx', '/src/web/page.css')
  const parts: PageParts = {
    style: page.style,
    script: page.script,
    styleHash: hashOf(page.style),
    scriptHash: hashOf(page.script),
  }
  writeFileSync(join(out, 'page.json'), JSON.stringify(parts))
  const engine = await bundle('/src/web/engine/worker.ts')
  writeFileSync(join(out, 'engine.js'), engine.script)
  const models = readdirSync(join(root, 'models')).filter((name) => name.endsWith('.bin'))
  writeFileSync(
    join(out, 'models.bin'),
    packModels(new Map(models.map((name) => [name, readFileSync(join(root, 'models', name))]))),
  )
  writeFileSync(stamp, now)
}

/** One program out of a file and all it imports, and the style beside it. */
async function bundle(entry: string, css?: string): Promise<{ script: string; style: string }> {
  // Loading the builder takes longer than finding that there is nothing to build.
  const { build } = await import('vite')
  const imports = [entry, ...(css === undefined ? [] : [css])]
    .map((file) => `import ${JSON.stringify(file)}`)
    .join('\n')
  const virtual: Plugin = {
    name: 'entry',
    resolveId: (id) => (id.endsWith('virtual-entry') ? '\0virtual-entry' : null),
    load: (id) => (id === '\0virtual-entry' ? imports : null),
  }
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [virtual],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        // The browser decodes by itself; see src/web/engine/decoder.ts.
        { find: /^iconv-lite$/, replacement: join(root, 'src/web/engine/decoder.ts') },
        { find: /^(?:node:)?fs$/, replacement: join(root, 'src/web/engine/no-files.ts') },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      chunkSizeWarningLimit: 4000,
      lib: { entry: 'virtual-entry', formats: ['iife'], name: 'stemma', fileName: 'page' },
      rollupOptions: { input: 'virtual-entry' },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []))
  const script = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join('\n')
  const style = outputs
    .flatMap((one) => (one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : []))
    .join('\n')
  // Inside a page no program or style may name the tag that would end it.
  return {
    script: script
      .replace(/<\/(script)/gi, '<\\/$1')
      .replace(/<!--/g, '<\\!--')
      .trim(),
    style: style.trim(),
  }
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`
}

/** A fingerprint of all that goes into the page: sources by content, models by name and size, packages by the lock file. */
function madeOf(): string {
  const hash = createHash('sha256')
  for (const file of [
    ...filesUnder(join(root, 'src')),
    join(root, 'building/page.ts'),
    join(root, 'package-lock.json'),
  ]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  for (const name of readdirSync(join(root, 'models')).sort()) {
    const { size, mtimeMs } = statSync(join(root, 'models', name))
    hash.update(`${name} ${size} ${mtimeMs}\0`)
  }
  return hash.digest('hex')
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort()
}
