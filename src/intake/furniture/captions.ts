import type { Line } from '../lines.js'
import { type FurnitureRule, wholeLine } from './rule.js'

const agency =
  '(?:Getty(?: Images)?|AFP|AP|EPA|EPA-EFE|REUTERS|Reuters|Associated Press|Shutterstock|iStock|Alamy|Unsplash|Wikimedia Commons|Bloomberg|NTB|TASS|Anadolu|PA Wire|PA)'

/** Credits of pictures and the labels around them. The sentence of a caption stays: it asserts something, unless the picture is an old one. */
export const captions: readonly FurnitureRule[] = [
  {
    name: 'file-picture',
    kind: 'caption',
    marks: [
      'FILE - In this March 3, 2019 file photo, the lighthouse is seen from the quay.',
      'FILE PHOTO: The mayor at a meeting last year.',
    ],
    leaves: ['FILE charges or let them go, the judge said.'],
    find: wholeLine(/^FILE(?: PHOTO| IMAGE)?(?:\s?:| ?[-–—]) .{3,}$/),
  },
  {
    name: 'credit-in-brackets',
    kind: 'caption',
    marks: [
      'The lighthouse on the morning after the storm. ⟦(Photo: Reuters)⟧',
      '⟦(AP Photo/Jane Doe)⟧',
      'Divers at the quay on 3 March. ⟦(Credit: Jane Doe/Harbour Herald)⟧',
      'The mayor ⟦(Getty Images)⟧',
    ],
    leaves: ['OSLO (Reuters) - The mayor resigned.', 'He kept a photo (creased and old) in his coat.'],
    find: creditInBrackets,
  },
  {
    name: 'credit-line',
    kind: 'caption',
    marks: [
      'Photo: Jane Doe',
      'Jane Doe/Getty Images',
      'Image credit: Harbour Museum',
      'Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP',
      'Getty Images',
      'Photograph: Jane Doe/EPA',
    ],
    leaves: [
      'Photo: the only proof he had of the meeting.',
      'Getty Images sued the firm in March',
      'Reuters reported that Jane Doe had left',
    ],
    find: wholeLine(
      /^(?:file )?(?:photos?|images?|pictures?|photographs?|photography|graphic|illustration|video|screenshot)(?: credits?| courtesy)?(?: of)?\s?(?::|by|\/|©)\s?[^.!?]{2,90}$/i,
      /^(?:enlarge this image|toggle caption|hide caption)\b.{0,200}$/i,
      new RegExp(`^[^.!?:]{2,60}\\s?[/|]\\s?(?:AFP |AP )?(?:via )?${agency}(?: Images| Photo| file)?$`),
      /^(?:getty images|ap photo|afp via getty images|file photo|file image|stock (?:photo|image)|representational image|courtesy photo)\.?$/i,
      new RegExp(`^${agency}/[\\p{L} .'’-]{3,50}$`, 'u'),
    ),
  },
  {
    name: 'trailing-credit',
    kind: 'caption',
    marks: [
      'Divers search the harbour basin, March 3, 2021. ⟦REUTERS/Jane Doe⟧',
      'The quay after the fire. ⟦Jane Doe/Getty Images⟧',
    ],
    leaves: ['The pictures were sold to Getty Images'],
    find: trailingCredit,
  },
  {
    name: 'gallery-label',
    kind: 'caption',
    marks: [
      'Slideshow (4 Images)',
      'Hide Caption 6 of 6',
      'prev Image 2 of 2',
      'Image 1 of 3',
      'Photo',
      '[image]',
      'Play video',
      'CLOSE',
    ],
    leaves: ['Image 1 of 3 showed the boat', 'Close', 'Video of the blast'],
    find: wholeLine(
      /^(?:photos?|videos?|images?|slideshow|gallery|photo gallery|youtube|play video|watch video|now playing|replay|expand|view gallery|media caption|image caption)(?: \(\d{1,3} (?:images|photos)\))?$/i,
      /^(?:prev |next |hide caption |photos? |image )+\d{0,3}(?: ?(?:of|\/) ?\d{1,3})?$/i,
      /^\[(?:image|pullquote|audio-clip|video|photo|gallery|embed|tweet|caption)\]$/i,
      /^JUST WATCHED\b.{0,200}$/,
      /^CLOSE$/,
    ),
  },
]

const bracketed =
  /\((?:(?:AP|AFP|Reuters|REUTERS|Getty|EPA|File|Courtesy) )?(?:[Pp]hotos?|[Ii]mages?|[Pp]ictures?|[Pp]hotographs?|[Cc]redit|PHOTO|IMAGE|CREDIT)(?: credit| courtesy)?(?: of)?(?: ?[:/]| by | from )[^()]{2,120}\)|\((?:Getty Images|AP Photo|AFP via Getty Images|Shutterstock|File photo|file photo|Stock image)\)/

function creditInBrackets(line: Line): { start: number; end: number } | null {
  if (line.text.length > 2000) return null
  const match = bracketed.exec(line.text)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

const afterSentence =
  /[.!?”"] ((?:REUTERS|AP Photo|AFP|EPA)\/[\p{L} .'’-]{3,50}|[\p{Lu}][\p{L}.'’-]{1,20}(?: [\p{Lu}][\p{L}.'’-]{1,20}){0,3} ?\/ ?(?:AFP\/)?(?:AFP via )?Getty Images|Getty Images)$/u

function trailingCredit(line: Line): { start: number; end: number } | null {
  if (line.text.length > 600) return null
  const tail = line.text.slice(-100)
  const match = afterSentence.exec(tail)
  const credit = match?.[1]
  return credit === undefined ? null : { start: line.text.length - credit.length, end: line.text.length }
}
