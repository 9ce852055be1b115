/** What the program's exit code says; docs/cli.md and `stemma read --help` list them. */
export const exitCodes = {
  ok: 0,
  nothingRead: 1,
  usage: 2,
  notWritten: 3,
  fault: 70,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
