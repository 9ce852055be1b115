import { gunzipSync, gzipSync } from 'fflate'

/** The typed arrays a weights file may hold, by the name that stands in its header. */
const arrayTypes = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
} as const

type ArrayName = keyof typeof arrayTypes
export type WeightsArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array

const magic = 'STEMMA1\n'

/**
 * Packs a header and typed arrays into one file: the line "STEMMA1", then gzip over
 * [header length][header JSON][arrays, one after the other, least significant byte first].
 */
export function writeWeightsFile(
  header: Readonly<Record<string, unknown>>,
  arrays: Readonly<Record<string, WeightsArray>>,
): Uint8Array {
  const layout = Object.entries(arrays).map(([name, a]) => ({ name, type: a.constructor.name, length: a.length }))
  const headerBytes = new TextEncoder().encode(JSON.stringify({ ...header, arrays: layout }))
  const planes = Object.values(arrays).map(toPlanes)
  const body = new Uint8Array(4 + headerBytes.length + planes.reduce((n, a) => n + a.length, 0))
  new DataView(body.buffer).setUint32(0, headerBytes.length, true)
  body.set(headerBytes, 4)
  let at = 4 + headerBytes.length
  for (const plane of planes) {
    body.set(plane, at)
    at += plane.length
  }
  const packed = gzipSync(body, { level: 9, mtime: 0 })
  const file = new Uint8Array(magic.length + packed.length)
  file.set(new TextEncoder().encode(magic))
  file.set(packed, magic.length)
  return file
}

/** Unpacks what `writeWeightsFile` made. Throws an Error that says what is wrong with other bytes. */
export function readWeightsFile(bytes: Uint8Array): {
  readonly header: Readonly<Record<string, unknown>>
  readonly arrays: Readonly<Record<string, WeightsArray>>
} {
  const start = new TextDecoder().decode(bytes.subarray(0, magic.length))
  if (start !== magic) throw new Error(`Not a Stemma weights file: it begins with ${JSON.stringify(start)}`)
  const body = gunzipSync(bytes.subarray(magic.length))
  const headerLength = new DataView(body.buffer, body.byteOffset).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(body.subarray(4, 4 + headerLength))) as {
    arrays: { name: string; type: ArrayName; length: number }[]
  } & Record<string, unknown>
  const arrays: Record<string, WeightsArray> = {}
  let at = 4 + headerLength
  for (const { name, type, length } of header.arrays) {
    const size = length * arrayTypes[type].BYTES_PER_ELEMENT
    arrays[name] = fromPlanes(body.subarray(at, at + size), type, length)
    at += size
  }
  return { header, arrays }
}

/** All first bytes, then all second bytes …: high bytes repeat, so they pack far better apart. */
function toPlanes(array: WeightsArray): Uint8Array {
  const width = array.BYTES_PER_ELEMENT
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  if (width === 1) return bytes
  const planes = new Uint8Array(bytes.length)
  for (let plane = 0, at = 0; plane < width; plane++) {
    for (let i = plane; i < bytes.length; i += width) planes[at++] = bytes[i]!
  }
  return planes
}

function fromPlanes(planes: Uint8Array, type: ArrayName, length: number): WeightsArray {
  const width = arrayTypes[type].BYTES_PER_ELEMENT
  const bytes = new Uint8Array(planes.length)
  if (width === 1) bytes.set(planes)
  else {
    for (let plane = 0, at = 0; plane < width; plane++) {
      for (let i = plane; i < bytes.length; i += width) bytes[i] = planes[at++]!
    }
  }
  return new arrayTypes[type](bytes.buffer, 0, length)
}
