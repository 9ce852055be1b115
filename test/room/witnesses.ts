import type { Statement, Witness } from '../../src/model/findings.js'

/** A witness for every innermost voice of some statements; a report's own word is nobody known. */
export function witnessesOf(statements: readonly Statement[]): Witness[] {
  const roots = [...new Set(statements.map(({ chain }) => chain.at(-1) ?? 'outlet'))].sort()
  return roots.map((root) => ({
    known: root !== 'outlet',
    voices: root === 'outlet' ? [] : [root],
    statements: statements
      .filter(({ chain }) => (chain.at(-1) ?? 'outlet') === root)
      .map(({ id, chain }) => ({ id, through: chain.filter((link) => link !== 'outlet').reverse() })),
  }))
}
