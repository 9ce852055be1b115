/** The command asked for something that cannot be; its message says what came and what would do, and is all the user sees. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
