// Makes a fresh clone ready: installs what package-lock.json names and compiles the TypeScript.
// It is the one program here that is not TypeScript, because it runs before there is a compiler.
// A second run installs nothing: a copy of the lock file inside node_modules says what is there.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Stemma needs Node 20.19 or newer; this is ${process.version}.`)
  process.exit(1)
}

const lock = readFileSync('package-lock.json', 'utf8')
const stamp = 'node_modules/.stemma-installed'
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock

const run = (command, args, remedy) => {
  try {
    execFileSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  } catch {
    console.error(`\n"${command} ${args[0]}" did not work; what it said stands above. ${remedy}`)
    process.exit(1)
  }
}

if (!installed) {
  console.error('Installing (the first time only) …')
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'Installing needs the npm registry: is there a network?',
  )
  writeFileSync(stamp, lock)
}
console.error('Building …')
run(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', '.'],
  'Delete the folders dist and node_modules and try again.',
)
run(process.execPath, ['dist/building/page.js'], 'Delete the folders dist and node_modules and try again.')
