/**
 * One cell of a CSV file. A cell that a spreadsheet would take for a formula, because it begins with = + - @ or a tab
 * (OWASP, "CSV injection"), gets an apostrophe before it: what reports say must not run on a reader's machine.
 */
export function csvCell(value: string | number): string {
  const safe = typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
