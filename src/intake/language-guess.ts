const profiles: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the of and to in a is that for was on with he as by at from said it be are has have his not an they who were had which will this but their she her we i you after or',
  ),
  no: words(
    'og i det som på en av til er for at har med de ikke den om et var fra han seg men sier vi skal ble kan ved etter hun mot dette over jeg',
  ),
  sv: words(
    'och i att det som en på är av för med den till inte har de om ett han var jag från men sig så vi kan ska säger efter hon vid mot',
  ),
  da: words(
    'og i at det er en af til på for der de med den som har ikke et han om var men sig fra vi kan skal efter blev hun ved mod siger',
  ),
  de: words(
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei',
  ),
  fr: words(
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son elle ont été',
  ),
  es: words('de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o fue ha este'),
  it: words('di e il la che in un a per è una del sono con non si da dei le al della nel anche ha più come gli ma ha'),
  nl: words(
    'de van het een en in is dat op te zijn met voor niet aan er om door als bij ook naar maar die uit hij was worden',
  ),
  pt: words('de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das foi são'),
  pl: words('w i na z do się że nie jest o to przez po od za dla jak ale są był oraz ma jego który tym'),
  fi: words('ja on ei että se oli hän mutta ovat ole kun myös joka mukaan jo sen vain kuin niin mitä'),
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
]

const names: Readonly<Record<string, string>> = {
  en: 'English',
  no: 'Norwegian',
  sv: 'Swedish',
  da: 'Danish',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
  pl: 'Polish',
  fi: 'Finnish',
  ru: 'a language in Cyrillic letters',
  ar: 'a language in Arabic letters',
  zh: 'Chinese',
  ja: 'Japanese',
  ko: 'Korean',
  he: 'Hebrew',
  el: 'Greek',
  hi: 'a language in Devanagari',
  und: 'no language it knows',
}

/**
 * The likely language of a text ("en", "no", "ru"), by its commonest words or its script; "und" where none fits.
 * Fewer than twenty words are too few to tell, and are taken for English.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 8_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  for (const [code, script] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / Math.max(letters, 1)
    if (share > (code === 'ja' ? 0.2 : 0.5) && letters >= 40) return code
  }
  const found = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (found.length < 20) return 'en'
  const shares = Object.entries(profiles).map(([code, list]) => {
    return { code, share: found.filter((word) => list.has(word)).length / found.length }
  })
  const english = shares.find(({ code }) => code === 'en')!.share
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a))
  // Lists and tables in English have few small words, so English is doubted only where another language fits, or hardly a word of it is there.
  if (best.code === 'en' || english >= 0.2) return 'en'
  if (best.share >= 0.15 && best.share > english * 1.3) return best.code
  return english >= 0.06 ? 'en' : 'und'
}

/** The name of a language for a message. */
export function languageName(code: string): string {
  return names[code] ?? code
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
