/** How wide text may be, in columns, and whether it may be coloured: for a terminal, or for the file or pipe it goes to. */
export function screenFor(file: string | undefined): { readonly width: number; readonly color: boolean } {
  const screen = file === undefined && process.stdout.isTTY === true
  return {
    width: screen ? Math.min(process.stdout.columns ?? 80, 110) : 100,
    color: screen && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb',
  }
}
