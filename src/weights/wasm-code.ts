/**
 * WebAssembly instructions as bytes, written as nested calls: `add(local(2), number(4))` is "local 2 plus four".
 *
 * Each function puts the code of its operands before its own (https://webassembly.github.io/spec/core/binary/).
 * Vectors are of 128 bits; "eight" and "four" say how many numbers they hold.
 */
export type Code = readonly number[]

/** A place for one value inside a function, by number; parameters come first. */
export const local = (index: number): Code => [0x20, ...unsigned(index)]
export const set = (index: number, value: Code): Code => [...value, 0x21, ...unsigned(index)]

/** A number of 32 bits, signed or not. */
export const number = (value: number): Code => [0x41, ...signed(value | 0)]
export const add = operation(0x6a)
export const and = operation(0x71)
export const or = operation(0x72)
export const exclusiveOr = operation(0x73)
export const shiftLeft = operation(0x74)
export const shiftRight = operation(0x76)
export const multiply = operation(0x6c)
export const isZero = operation(0x45)
export const differ = operation(0x47)
export const isBelow = operation(0x49)

/** The high half of the 64-bit product of two unsigned numbers; the second one is known beforehand. */
export const highProduct = (a: Code, b: number): Code => [
  ...[...a, 0xad],
  ...[0x42, ...signed(b), 0x7e],
  ...[0x42, ...signed(32), 0x88],
  0xa7,
]

/** Memory is addressed in bytes: where `at` says, plus a fixed offset. */
export const load = (at: Code, offset = 0): Code => [...at, 0x28, 0, ...unsigned(offset)]
export const loadByte = (at: Code, offset = 0): Code => [...at, 0x2d, 0, ...unsigned(offset)]
export const store = (at: Code, value: Code, offset = 0): Code => [...at, ...value, 0x36, 0, ...unsigned(offset)]

export const loadVector = (at: Code, offset = 0): Code => [...at, 0xfd, 0x00, 0, ...unsigned(offset)]
/** Eight signed bytes, made sixteen bits wide. */
export const loadEightBytes = (at: Code, offset = 0): Code => [...at, 0xfd, 0x01, 0, ...unsigned(offset)]
export const storeVector = (at: Code, value: Code, offset = 0): Code => [
  ...at,
  ...value,
  0xfd,
  0x0b,
  0,
  ...unsigned(offset),
]
export const fourTimes = vectorOperation(0x11)
export const equalFours = vectorOperation(0x37)
export const addEights = vectorOperation(0x8e)
export const addFours = vectorOperation(0xae)
export const andVectors = vectorOperation(0x4e)
export const orVectors = vectorOperation(0x50)
export const absoluteEights = vectorOperation(0x80)
export const multiplyEights = vectorOperation(0x95)
/** The first, or the last, four of eight numbers, made 32 bits wide. */
export const firstFour = vectorOperation(0xa7)
export const lastFour = vectorOperation(0xa8)
export const pickOfFour = (vector: Code, index: number): Code => [...vector, 0xfd, 0x1b, index]

/** Runs its body, and again as long as the condition holds. */
export const repeat = (body: readonly Code[], condition: Code): Code => [
  ...[0x03, 0x40, ...body.flat()],
  ...[...condition, 0x0d, 0],
  0x0b,
]
export const when = (condition: Code, body: readonly Code[]): Code => [...condition, 0x04, 0x40, ...body.flat(), 0x0b]

export const number32 = 0x7f
export const vector128 = 0x7b

/**
 * A module that takes its memory from outside (as "here.memory") and gives one function, "run", with one number as parameter.
 * `locals` are the kinds of its locals, from number 1 on.
 */
export function moduleOf(locals: readonly number[], body: readonly Code[]): Uint8Array<ArrayBuffer> {
  const code = [...list(locals.map((kind) => [1, kind])), ...body.flat(), 0x0b]
  return Uint8Array.from([
    ...[0x00, ...letters('asm'), 1, 0, 0, 0],
    ...section(1, list([[0x60, ...list([[number32]]), ...list([])]])),
    ...section(2, list([[...name('here'), ...name('memory'), 0x02, 0x00, 1]])),
    ...section(3, list([[0]])),
    ...section(7, list([[...name('run'), 0x00, 0]])),
    ...section(10, list([[...unsigned(code.length), ...code]])),
  ])
}

function operation(byte: number) {
  return (...operands: readonly Code[]): Code => [...operands.flat(), byte]
}

function vectorOperation(code: number) {
  return (...operands: readonly Code[]): Code => [...operands.flat(), 0xfd, ...unsigned(code)]
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content]
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()]
}

function name(text: string): Code {
  return [...unsigned(text.length), ...letters(text)]
}

function letters(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0))
}

/** LEB128: seven bits a byte, the lowest first; the top bit says that more follow. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

/** The same for signed numbers: the last byte's second bit is the sign. */
function signed(value: number): number[] {
  const rest = value >> 7
  const isLast = rest === (value & 64 ? -1 : 0)
  return isLast ? [value & 127] : [(value & 127) | 128, ...signed(rest)]
}
