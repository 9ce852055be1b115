/** "see" → "saw", "stop" → "stopped", "carry" → "carried": for gists made of participles. */
export function pastTense(verb: string): string {
  irregularPasts ??= new Map(irregular.split(/\s+/).map((pair) => pair.split(':') as [string, string]))
  const known = irregularPasts.get(verb)
  if (known) return known
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  if (verb.endsWith('e')) return `${verb}d`
  if (/^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb)) return `${verb}${verb.at(-1)}ed`
  if (/(?:fer|mit|cur|pel|bel|trol)$/.test(verb)) return `${verb}${verb.at(-1)}ed`
  return `${verb}ed`
}

// The same for every report, and never changed once it is made.
let irregularPasts: ReadonlyMap<string, string> | undefined

const irregular = `be:was ought:ought have:had do:did go:went say:said see:saw take:took make:made come:came know:knew get:got give:gave find:found think:thought
  tell:told become:became leave:left feel:felt put:put bring:brought begin:began keep:kept hold:held write:wrote stand:stood hear:heard let:let
  mean:meant set:set meet:met run:ran pay:paid sit:sat speak:spoke lie:lay lead:led read:read grow:grew lose:lost fall:fell send:sent build:built
  understand:understood draw:drew break:broke spend:spent cut:cut rise:rose drive:drove buy:bought wear:wore choose:chose seek:sought fight:fought
  catch:caught throw:threw fly:flew hit:hit win:won flee:fled steal:stole hide:hid shoot:shot strike:struck swear:swore teach:taught sell:sold
  deal:dealt eat:ate forget:forgot hang:hung hurt:hurt lay:laid quit:quit ride:rode ring:rang shake:shook shut:shut sing:sang sink:sank sleep:slept
  slide:slid split:split spread:spread spring:sprang stick:stuck sweep:swept swim:swam swing:swung tear:tore wake:woke withdraw:withdrew bear:bore
  beat:beat bend:bent bet:bet bind:bound bite:bit bleed:bled blow:blew breed:bred burst:burst cast:cast cling:clung cost:cost creep:crept dig:dug
  drink:drank feed:fed forbid:forbade forecast:forecast forgive:forgave freeze:froze grind:ground kneel:knelt lend:lent light:lit overcome:overcame
  oversee:oversaw overthrow:overthrew shed:shed shine:shone shrink:shrank slay:slew spin:spun stride:strode undergo:underwent undertake:undertook
  weave:wove weep:wept wind:wound panic:panicked prove:proved visit:visited open:opened happen:happened enter:entered offer:offered order:ordered
  cover:covered gather:gathered murder:murdered recover:recovered deliver:delivered consider:considered limit:limited edit:edited exit:exited`
