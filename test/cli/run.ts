import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import type { Findings } from '../../src/model/findings.js'
import { findingsSchema } from '../../src/presentation/schema.js'
import { packageFolder } from '../../src/storage/models.js'

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built program in `folder`. Whatever happens, a user sees no stack trace. */
export function stemma(
  args: readonly string[],
  { folder, input }: { folder?: string; input?: Uint8Array | string } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(packageFolder(), 'dist/src/cli/main.js'), ...args],
    {
      cwd: folder,
      input: input ?? '',
      encoding: 'utf8',
      maxBuffer: 200_000_000,
    },
  )
  expect(stderr).not.toMatch(/^\s+at /m)
  return { code: status, out: stdout, err: stderr }
}

/** Reads with `--format json`, checks the output against the schema, and gives the findings. */
export function findingsOf(
  args: readonly string[],
  options: { folder?: string; input?: Uint8Array | string } = {},
): Findings {
  const run = stemma(['read', '--format', 'json', ...args], options)
  expect(run.err).toBe('')
  expect(run.code).toBe(0)
  const findings: Findings = JSON.parse(run.out)
  expect(findingsSchema.safeParse(findings).error?.issues ?? []).toEqual([])
  return findings
}

/** Calls `use` with a new folder that holds the files, and removes it afterwards. */
export function inFolder<T>(files: Readonly<Record<string, Uint8Array | string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-test-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
