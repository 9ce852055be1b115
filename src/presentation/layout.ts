/** How bold, faint and coloured words are written; with `color` off they are written plain. */
export interface Style {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly accent: (text: string) => string
}

/** Styles for a terminal that shows colour, or for a file that does not. */
export function styleFor(color: boolean): Style {
  const around = (on: number, off: number) => (text: string) => (color ? `\u001b[${on}m${text}\u001b[${off}m` : text)
  return { strong: around(1, 22), faint: around(2, 22), accent: around(36, 39) }
}

/**
 * Words of a report on one line, safe to print: runs of white space become one space, and what could steer a terminal
 * or turn the order of writing (control and bidirectional characters) becomes "·".
 */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unsafe, '·').trim()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * Breaks a line at spaces so that each piece, its indent included, fits the width; the first piece begins with `first`,
 * the others with as many spaces as `rest`. A word longer than the line stands alone and sticks out.
 */
export function wrap(text: string, width: number, first = '', rest = first.length): string[] {
  const lines: string[] = []
  const room = (indent: number): number => Math.max(20, width - indent)
  let line = ''
  for (const word of text.split(' ')) {
    const indent = lines.length === 0 ? first.length : rest
    if (line !== '' && line.length + 1 + word.length > room(indent)) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  lines.push(line)
  return lines.map((piece, i) => (i === 0 ? first : ' '.repeat(rest)) + piece)
}

/** "1 report", "2 reports". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
