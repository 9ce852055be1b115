/** Files one after another: for each, a line "name length", a line break, and its bytes. The models in it are compressed already. */
export function packModels(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const heads = new Map([...files].map(([name, bytes]) => [name, encoder.encode(`${name} ${bytes.length}\n`)]))
  const total = [...files].reduce((sum, [name, bytes]) => sum + heads.get(name)!.length + bytes.length, 0)
  const packed = new Uint8Array(total)
  let at = 0
  for (const [name, bytes] of files) {
    const head = heads.get(name)!
    packed.set(head, at)
    packed.set(bytes, at + head.length)
    at += head.length + bytes.length
  }
  return packed
}

/** The files of a pack by name. Throws where the pack is cut short. */
export function unpackModels(packed: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let at = 0
  while (at < packed.length) {
    const end = packed.indexOf(10, at)
    const [name, length] = decoder.decode(packed.subarray(at, end)).split(' ')
    const size = Number(length)
    if (end < 0 || name === undefined || !(end + 1 + size <= packed.length)) throw new Error('The models are cut short')
    files.set(name, packed.subarray(end + 1, end + 1 + size))
    at = end + 1 + size
  }
  return files
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
