import { hashString } from './hash.js'
import { readWeightsFile } from './weights-file.js'

/**
 * Classes of words that occur in like company, at three grains (1,024, 192 and 40 classes);
 * every class is given as a small number from 1, and 0 means that the word is not known.
 */
export class WordClasses {
  private readonly slots: Int32Array
  private readonly mask: number

  private constructor(
    private readonly keys: Uint32Array,
    private readonly fineOf: Uint16Array,
    private readonly middleOf: Uint16Array,
    private readonly coarseOf: Uint16Array,
  ) {
    let size = 16
    while (size < keys.length * 2) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size)
    for (let i = 0; i < keys.length; i++) {
      let slot = keys[i]! & this.mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = i + 1
    }
  }

  /** Class of a lower-cased word by its hash at the finest grain; the other grains follow from it. */
  fine(lowerHash: number): number {
    let slot = lowerHash & this.mask
    for (let found = this.slots[slot]!; found !== 0; found = this.slots[slot]!) {
      if (this.keys[found - 1] === lowerHash) return this.fineOf[found - 1]! + 1
      slot = (slot + 1) & this.mask
    }
    return 0
  }

  middle(fine: number): number {
    return fine === 0 ? 0 : this.middleOf[fine - 1]! + 1
  }

  coarse(fine: number): number {
    return fine === 0 ? 0 : this.coarseOf[this.middleOf[fine - 1]!]! + 1
  }

  /** Class of a word, whatever its case. */
  fineOfWord(word: string): number {
    return this.fine(hashString(word.toLowerCase()))
  }

  static fromBytes(bytes: Uint8Array): WordClasses {
    const { arrays } = readWeightsFile(bytes)
    const keys = Uint32Array.from(arrays['keys'] as Uint32Array)
    for (let i = 1; i < keys.length; i++) keys[i]! += keys[i - 1]!
    return new WordClasses(
      keys,
      arrays['fine'] as Uint16Array,
      arrays['middleOf'] as Uint16Array,
      arrays['coarseOf'] as Uint16Array,
    )
  }
}
