// In the browser this stands for iconv-lite: every browser decodes the encodings of the web itself, and rightly
// (the fault of Node's decoder for windows-1252 is none of theirs).

/** Whether the browser knows an encoding by this name. */
export function encodingExists(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}

/** Text from bytes in an encoding that exists. */
export function decode(bytes: Uint8Array, name: string): string {
  return new TextDecoder(name, { ignoreBOM: true }).decode(bytes)
}

// biome-ignore lint/style/noDefaultExport: iconv-lite is imported by its default export.
export default { encodingExists, decode }
