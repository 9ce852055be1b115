import { findPrintedDate, isDay } from '../knowledge/printed-date.js'

/** What a page says about itself; null where it does not. */
export interface Metadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  /** EDTF, with the time where the page gives one: "2023-01-14T09:30:00Z". */
  readonly published: string | null
  readonly url: string | null
}

/** Asks JSON-LD first, then `meta`, then `<time>` and `<title>`. Broken JSON-LD is passed over. */
export function metadataOf(document: Document): Metadata {
  const ld = articleIn(document)
  const meta = metaTags(document)
  const url =
    address(document.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
    address(meta('og:url')) ??
    address(ld['url'])
  return {
    title:
      clean(ld['headline']) ??
      clean(meta('og:title', 'twitter:title', 'dc.title')) ??
      withoutSite(
        clean(document.querySelector('title')?.textContent),
        clean(document.querySelector('h1')?.textContent),
      ),
    outlet: nameOf(ld['publisher']) ?? clean(meta('og:site_name', 'application-name', 'dc.publisher')) ?? hostOf(url),
    byline:
      nameOf(ld['author']) ??
      personal(clean(meta('author', 'article:author', 'byl', 'dc.creator', 'parsely-author', 'sailthru.author'))),
    published:
      isoDate(ld['datePublished']) ??
      isoDate(
        meta(
          'article:published_time',
          'og:published_time',
          'datepublished',
          'date',
          'dc.date',
          'dc.date.issued',
          'dcterms.created',
          'dcterms.date',
          'parsely-pub-date',
          'sailthru.date',
          'pubdate',
          'publishdate',
          'publication_date',
          'article.published',
          'cxenseparse:recs:publishtime',
        ),
      ) ??
      isoDate(
        document
          .querySelector(
            'time[itemprop="datePublished"], time[pubdate], article time[datetime], header time[datetime], main time[datetime]',
          )
          ?.getAttribute('datetime'),
      ) ??
      isoDate(document.querySelector('[itemprop="datePublished"]')?.getAttribute('content')),
    url,
  }
}

/** EDTF from a date as a page's markup writes it ("2023-01-14T09:30:00.000+01:00", "Sat, 14 Jan 2023", "20230114"); null where it is none. */
export function isoDate(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim().slice(0, 60)
  const stamp = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?/.exec(
    text,
  )
  if (stamp !== null) {
    const [, y, m, d, hour, minute, second, zone] = stamp
    if (!isDay(Number(y), Number(m), Number(d))) return null
    const date = `${y}-${m}-${d}`
    if (
      hour === undefined ||
      zone === undefined ||
      Number(hour) > 23 ||
      Number(minute) > 59 ||
      Number(second ?? 0) > 59
    )
      return date
    const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
    return `${date}T${hour}:${minute}:${second ?? '00'}${offset}`
  }
  return findPrintedDate(text)?.edtf ?? null
}

type Json = { readonly [key: string]: unknown }

// News pages wrap the article in @graph or in a list beside breadcrumbs and the publisher.
function articleIn(document: Document): Json {
  let best: Json = {}
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? ''
    if (source.length > 500_000) continue
    let data: unknown
    try {
      data = JSON.parse(source.trim().replace(/^<!--|-->$/g, ''))
    } catch {
      continue
    }
    for (const node of nodesOf(data)) {
      const types = [node['@type']].flat().filter((type) => typeof type === 'string')
      if (
        types.some((type) => /(?:Article|BlogPosting|Report|WebPage)$/.test(type)) &&
        (best['datePublished'] === undefined || best['headline'] === undefined)
      ) {
        best = { ...node, ...best }
      }
    }
  }
  return best
}

function nodesOf(data: unknown): Json[] {
  const list = [data].flat(1).filter((node): node is Json => typeof node === 'object' && node !== null)
  return list.flatMap((node) => [
    node,
    ...(Array.isArray(node['@graph'])
      ? node['@graph'].filter((inner): inner is Json => typeof inner === 'object' && inner !== null)
      : []),
  ])
}

function metaTags(document: Document): (...names: readonly string[]) => string | null {
  const values = new Map<string, string>()
  for (const tag of document.querySelectorAll('meta')) {
    const name = (
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop') ??
      ''
    ).toLowerCase()
    const content = tag.getAttribute('content')?.trim()
    if (name !== '' && content && !values.has(name)) values.set(name, content)
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined) ?? null
}

function nameOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .map((one) => (typeof one === 'object' && one !== null ? clean((one as Json)['name']) : clean(one)))
    .filter((name): name is string => name !== null)
    .map(personal)
    .filter((name): name is string => name !== null)
  return names.length === 0 ? null : [...new Set(names)].slice(0, 8).join(', ')
}

function clean(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.replace(/\s+/g, ' ').trim()
  return text === '' || text.length > 400 ? null : text
}

// Facebook pages stand where the author's name should.
function personal(name: string | null): string | null {
  return name === null || /^https?:/i.test(name) ? null : name.replace(/^by /i, '')
}

// "Ferry sinks off the coast - Harbour Herald": the page's heading tells where its name ends, or else the last spaced mark.
function withoutSite(title: string | null, heading: string | null): string | null {
  if (title !== null && heading !== null && title.startsWith(heading)) return heading
  const match = title === null ? null : /^(.{15,}) [|–—-] [^|]{2,40}$/.exec(title)
  return match?.[1] ?? title ?? heading
}

function address(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\/[^\s<>"]{3,1000}$/i.test(value.trim()) ? value.trim() : null
}

function hostOf(url: string | null): string | null {
  return url === null ? null : (/^https?:\/\/(?:www\.)?([\w.-]{3,200})/i.exec(url)?.[1]?.toLowerCase() ?? null)
}
