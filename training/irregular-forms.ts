/** Irregular verbs: base, past, participle. Written for this project; the treebanks show only some of them. */
const verbs = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|befall befell befallen|begin began begun
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred
bring brought brought|broadcast broadcast broadcast|build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast
catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt
dig dug dug|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|dwell dwelt dwelt|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden
forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken
freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led
leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made
mean meant meant|meet met met|mislead misled misled|misread misread misread|mistake mistook mistaken|misunderstand misunderstood misunderstood
outdo outdid outdone|outgrow outgrew outgrown|overcome overcame overcome|overdo overdid overdone|override overrode overridden|oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid paid|put put put|quit quit quit|read read read
rebuild rebuilt rebuilt|redo redid redone|repay repaid repaid|resell resold resold|retake retook retaken|rethink rethought rethought
rewrite rewrote rewritten|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk
shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|sling slung slung|slit slit slit
speak spoke spoken|speed sped sped|spend spent spent|spill spilt spilt|spin spun spun|spit spat spat|split split split|spoil spoilt spoilt
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|stink stank stunk
stride strode stridden|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum
swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust
tread trod trodden|undergo underwent undergone|understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld
upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn
withhold withheld withheld|withstand withstood withstood|wring wrung wrung|write wrote written`

/** Irregular nouns: one, many. */
const nouns = `
child children|man men|woman women|person people|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|half halves|knife knives|life lives
wife wives|leaf leaves|loaf loaves|shelf shelves|thief thieves|wolf wolves|calf calves|self selves|crisis crises|basis bases|thesis theses
analysis analyses|hypothesis hypotheses|oasis oases|axis axes|criterion criteria|phenomenon phenomena|medium media|datum data|fireman firemen
policeman policemen|fisherman fishermen|spokesman spokesmen|spokeswoman spokeswomen|serviceman servicemen|gunman gunmen|businessman businessmen
congressman congressmen|chairman chairmen|airman airmen|seaman seamen|cameraman cameramen|clergyman clergymen|craftsman craftsmen|grandchild grandchildren
stepchild stepchildren|midwife midwives|housewife housewives|passer-by passers-by`

/** Form, Penn tag and lemma of each irregular form. */
export function irregularForms(): { readonly form: string; readonly tag: string; readonly lemma: string }[] {
  const rows = (text: string) =>
    text
      .trim()
      .split(/[|\n]/)
      .map((row) => row.split(' '))
  return [
    ...rows(verbs).flatMap(([lemma, past, participle]) => [
      { form: past!, tag: 'VBD', lemma: lemma! },
      { form: participle!, tag: 'VBN', lemma: lemma! },
    ]),
    ...rows(nouns).map(([lemma, many]) => ({ form: many!, tag: 'NNS', lemma: lemma! })),
  ]
}
