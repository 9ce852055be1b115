const verbs = new Set(['see', 'hear', 'watch', 'notice', 'witness', 'feel', 'smell', 'spot', 'observe'])

/** Whether a verb, by its lemma, tells that somebody perceived something: "heard", "saw". */
export function isPerception(lemma: string): boolean {
  return verbs.has(lemma)
}
