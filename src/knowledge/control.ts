/**
 * "accused Ada Holm of closing the bridge", "thanked her for lighting the lamp", "kept her from leaving", "talked her into staying":
 * whether what stands behind this preposition with this verb is the deed of the verb's object.
 * "won a medal for saving the crew" and "used the rope for climbing" tell of a deed of the subject.
 */
export function isDeedOfObject(lemma: string, preposition: string): boolean {
  index ??= new Set(
    Object.entries(verbs).flatMap(([marker, list]) => list.split(',').map((verb) => `${verb.trim()} ${marker}`)),
  )
  return index.has(`${lemma} ${preposition}`)
}

// The same for every report, and never changed once it is made.
let index: ReadonlySet<string> | undefined

const verbs: Readonly<Record<string, string>> = {
  of: `accuse, suspect, convict, acquit, clear, absolve, exonerate`,
  for: `blame, criticize, criticise, condemn, denounce, fault, rebuke, slam, blast, chide, scold, admonish, reprimand, censure, attack, mock, ridicule,
    fine, jail, imprison, arrest, detain, punish, sanction, penalize, penalise, prosecute, sue, indict, convict, fire, sack, dismiss, suspend, expel,
    thank, praise, commend, credit, applaud, hail, laud, honour, honor, reward, forgive, pardon, excuse`,
  with: `charge, credit, task`,
  from: `stop, prevent, keep, bar, ban, block, deter, discourage, dissuade, prohibit, hinder, restrain, exclude, exempt, save`,
  into: `coerce, talk, trick, bully, pressure, pressurise, pressurize, force, deceive, mislead, fool, goad, lure, scare, shame, persuade`,
}
