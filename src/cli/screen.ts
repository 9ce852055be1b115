/** How wide to print, and whether in colour: as the terminal allows, and plain for the file that `out` names. */
export function screenOf(out: string | undefined): { readonly width: number; readonly color: boolean } {
  const screen = out === undefined && process.stdout.isTTY === true
  return {
    width: screen ? Math.min(process.stdout.columns ?? 80, 110) : 100,
    color: screen && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb',
  }
}
