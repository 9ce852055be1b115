import type { Range } from '../model/span.js'

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DETAILS DIV DL FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR MAIN NAV OL P PRE SECTION SUMMARY TABLE UL'.split(
    ' ',
  ),
)
const lines = new Set('BR CAPTION DD DT LI TR'.split(' '))
const elementNode = 1
const textNode = 3

/**
 * The words of an element: blank lines between blocks, list items, table rows and broken lines on lines of their own,
 * cells behind tabs, runs of white space as one space; marks of footnotes are left out. `captions` are the ranges of what the markup says is a picture's caption.
 */
export function plainText(root: Element): { text: string; captions: Range[] } {
  const captions: Range[] = []
  let text = ''
  // What separates the words so far from those to come: nothing, a space, a line break, a blank line.
  let gap: '' | ' ' | '\t' | '\n' | '\n\n' = ''
  const widen = (wanted: typeof gap): void => {
    if (wanted.length > gap.length || (wanted === '\n' && (gap === ' ' || gap === '\t'))) gap = wanted
  }
  const tab = (): void => {
    if (gap === '' || gap === ' ') gap = '\t'
  }
  const visit = (node: Node): void => {
    if (node.nodeType === textNode) {
      const content = node.textContent ?? ''
      if (/^\s/.test(content)) widen(' ')
      const words = content.trim().replace(/[^\S\u00a0]+/g, ' ')
      if (words === '') return
      text += (text === '' ? '' : gap) + words
      gap = /\s$/.test(content) ? ' ' : ''
      return
    }
    if (node.nodeType !== elementNode) return
    const element = node as Element
    if (element.tagName === 'SUP' && isReference(element)) return
    const around = blocks.has(element.tagName) ? '\n\n' : lines.has(element.tagName) ? '\n' : ''
    widen(around)
    if ((element.tagName === 'TD' || element.tagName === 'TH') && element.previousElementSibling !== null) tab()
    const start = text.length
    for (const child of element.childNodes) visit(child)
    if (element.tagName === 'FIGCAPTION' || element.tagName === 'CAPTION') markLines(text, start, captions)
    widen(around)
  }
  visit(root)
  return { text, captions }
}

// "[1]", or a raised number that leads to a note; "m²" keeps its number.
function isReference(sup: Element): boolean {
  const words = (sup.textContent ?? '').trim()
  return words.length <= 8 && (/^\[[^\]]*\]$/.test(words) || sup.querySelector('a') !== null)
}

// Furniture stays within a line, so a caption of several lines is several ranges.
function markLines(text: string, from: number, captions: Range[]): void {
  let start = from
  while (start < text.length) {
    while (start < text.length && /\s/.test(text.charAt(start))) start++
    const lineBreak = text.indexOf('\n', start)
    const end = lineBreak === -1 ? text.length : lineBreak
    if (start < end) captions.push({ start, end })
    start = end
  }
}
