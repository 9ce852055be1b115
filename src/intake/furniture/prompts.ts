import type { Line } from '../lines.js'
import { type FurnitureRule, wholeLine } from './rule.js'

const platform =
  '(?:facebook|twitter|instagram|x|linkedin|tiktok|telegram|whatsapp|youtube|threads|bluesky|mastodon|google news|flipboard|reddit|pinterest|snapchat)'

/** What a page asks of its reader: to read more, sign up, share, follow, comment. */
export const prompts: readonly FurnitureRule[] = [
  {
    name: 'read-more',
    kind: 'prompt',
    marks: [
      'READ MORE: Ferry fares rise for the third time this year',
      'Also Read: How the lighthouse was built',
      'Read more',
      '( Also on THE HERALD: Harbour strike enters second week)',
      'Related: Who pays for the pier?',
      'Recommended stories',
    ],
    leaves: ['Read more widely, the letters tell another story.', 'Related families were housed together'],
    find: wholeLine(
      /^[[(*>•\s–—-]*(?:read more|also read|read also|must read|read next|read this|see also|also see|don['’]t miss|related(?: stories| articles?| coverage| news| content)?|recommended(?: stories| reading| for you)?|you (?:may|might) also like|also on [a-z .]{2,40}|up next|more on this)(?:\s*[:|»…].*|\s*\.{0,3}\s*[\])]?)$/i,
      /^(?:recommended stories|read (?:the )?(?:full|more|whole) (?:story|article|stories)(?: here)?[.:]?)$/i,
    ),
  },
  {
    name: 'labelled-link',
    kind: 'prompt',
    marks: [
      'MORE: Three arrests after the regatta',
      'WATCH: Crowds line the quay',
      '( PHOTOS: The storm in pictures)',
      'STORY:Mayor to testify',
    ],
    leaves: ['WATCH: He said the boat had sunk before noon.', 'Analysis: Why the harbour matters'],
    find: (line) => (line.index === 0 ? null : labelledLink(line)),
  },
  {
    name: 'trailing-read-more',
    kind: 'prompt',
    marks: ['How the islanders won back their ferry Read more'],
    leaves: ['The teacher told them to read more', 'She said: "Read more."'],
    find: (line) =>
      line.text.length <= 200 &&
      line.blankBefore &&
      / Read more$/.test(line.text) &&
      !/\b(?:to|should|must|we|you|they|I) Read more$/.test(line.text)
        ? { start: 0, end: line.text.length }
        : null,
  },
  {
    name: 'click-here',
    kind: 'prompt',
    marks: [
      'CLICK HERE TO GET THE HERALD APP',
      'Click for more from the Tribune.',
      'Tap here for live updates',
      'Click here to read the full report',
    ],
    leaves: ['Click here, click there, the guards kept count.', 'Clicks of a camera shutter could be heard'],
    find: wholeLine(
      /^[[(*>•\s–—-]*(?:click|tap) (?:here (?:to|for|if)|for more|to (?:read|watch|see|view|share|enlarge|expand|subscribe))\b/i,
    ),
  },
  {
    name: 'sign-up',
    kind: 'prompt',
    marks: [
      "Sign up for The Tribune's newsletter and receive the latest updates!",
      'NEWSLETTER SIGNUP',
      'Get breaking news alerts delivered weekday mornings.',
      'By signing up you agree to our Terms of Use and our Privacy Policy.',
      'Subscribe to our channel today',
      'The Gazette lives by its readers. Subscribe from two crowns a week',
      'The stories you care about, delivered to your inbox. By signing up, you agree to our Privacy Policy',
    ],
    leaves: [
      'Sign up or leave, the sergeant told the recruits.',
      'The men were told to sign up for six months.',
      'Subscribers to the newsletter received the leaked letter on Monday.',
    ],
    find: wholeLine(
      /^[[(*>•\s–—-]*(?:please )?(?:sign up|subscribe|register|join)\b.*\b(?:newsletters?|e-?mails?|inbox|alerts?|updates|channel|briefing|podcast|our|account|digest)\b/i,
      /^(?:e-?mail )?newsletters?(?: sign-?\s?up)?$/i,
      /^(?:sign up|subscribe|sign in|log in|register)(?: now| today| here| free)?[.!]?$/i,
      /\b(?:delivered|sent|straight|directly|right) (?:straight |directly |right )?(?:to|into) your (?:inbox|mailbox|phone)\b/i,
      /\b(?:news|stories) meet your inbox\b/i,
      /^(?:by (?:signing up|subscribing|registering|submitting|clicking|providing)\b.{0,80}\byou (?:agree|accept|consent|will|are)\b)/i,
      /^get (?:the|our|all|breaking|daily|more)\b.{0,120}\b(?:alerts|newsletters?|delivered|inbox|our app)\b/i,
      /^(?:thank you|thanks) for (?:subscribing|signing up|reading)\b/i,
      /\bsign up for our (?:free )?(?:\w+ ){0,3}newsletter\b/i,
      /\bprotected by recaptcha\b/i,
      /(?:^|[.!?] )Subscribe (?:from|for (?:just|only|as little)|to (?:our|read|continue)|now|today)\b.{0,80}$/,
    ),
  },
  {
    name: 'share',
    kind: 'prompt',
    marks: [
      'SHARE',
      'Share this article',
      'SHARE THIS ARTICLE Share Tweet Post Email',
      'Facebook Twitter WhatsApp Copy link',
      'Share on Facebook',
    ],
    leaves: ['Share prices', 'Share of the vote', 'Post', 'Telegram channel'],
    find: (line) => (isShareBar(line) ? { start: 0, end: line.text.length } : null),
  },
  {
    name: 'follow-us',
    kind: 'prompt',
    marks: [
      'Follow us on Facebook, Twitter and Instagram.',
      '- Follow the Herald on Twitter: @harbourherald',
      'Like us on Facebook',
      'Follow @harbourherald',
      'India News and Entertainment News here. Follow us on Facebook, Twitter and Instagram.',
      'Download our app',
      'Follow Tidings Now for more stories like this one',
    ],
    leaves: ['Follow the river on foot and you reach the border.', 'The police follow suspects on Facebook, he said.'],
    find: wholeLine(
      new RegExp(
        `^[[(*>•\\s–—-]*(?:follow|like|find|join|watch|visit|connect with)\\s+(?:us|me|[@\\w.'’ ]{2,40})\\s+on\\s+${platform}\\b.{0,120}$`,
        'i',
      ),
      /^[[(*>•\s–—-]*follow (?:us[.!:]?|@\w{2,30})$/i,
      new RegExp(`\\b(?:news|updates|stories)\\s+here\\.\\s+follow us on\\s+${platform}\\b`, 'i'),
      /^follow (?:us|@?[A-Z][\w.'’ ]{1,40}) for more (?:stories|news|updates|content)\b.{0,60}$/i,
      /^download (?:our|the)\b.{0,40}\bapp\b.{0,60}$/i,
    ),
  },
  {
    name: 'latest-news',
    kind: 'prompt',
    marks: [
      'Read all the Latest News, Trending News and Cricket News here',
      'Visit the Herald’s homepage for more stories.',
    ],
    leaves: ['He read all the latest letters from the front.'],
    find: wholeLine(
      /^(?:read|catch|get|check out) all (?:the |our )?(?:latest|breaking|top)\b.{0,40}\bnews\b/i,
      /^(?:visit|see|go to)\b.{0,50}\bhome ?page for more (?:stories|news)\b/i,
      /^for (?:more|all the latest|the latest)\b.{0,60}\b(?:news|stories|updates|headlines)\b.{0,60}\b(?:follow|visit|click|download|subscribe|check out)\b/i,
    ),
  },
  {
    name: 'leave-a-reply',
    kind: 'prompt',
    marks: [
      'Leave a Reply',
      'Your email address will not be published. Required fields are marked *',
      'Join the conversation',
      '12 Comments',
      'Show comments',
      'What do you think? Tell us in the comments',
    ],
    leaves: ['He refused to leave a reply at the embassy.', 'Comments by the minister drew protests'],
    find: wholeLine(
      /^(?:leave|post|add|write) a (?:reply|comment)(?: below)?(?: cancel reply)?[.!]?$/i,
      /^cancel reply$/i,
      /^your e-?mail address will not be (?:published|shared)/i,
      /^required fields are marked/i,
      /^save my name,? e-?mail/i,
      /^notify me of (?:new|follow-?up) (?:posts|comments)/i,
      /^(?:log in|sign in|register) to (?:comment|leave a comment|join)/i,
      /^(?:join the (?:conversation|discussion)|be the first to comment|comments are closed|have your say|what do you think\?|(?:what do you think\? )?(?:tell|let) us (?:know )?(?:what you think )?in the comments(?: below| section)?)[.!]?$/i,
      /^(?:\d{1,5} |no |show |view |hide |see |read |all )?comments?(?: \(\d{1,5}\))?$/i,
      /^loading(?: comments)?(?:\.{1,3}|…)$/i,
    ),
  },
  {
    name: 'write-to-us',
    kind: 'prompt',
    marks: [
      'Contact the reporter at jdoe@herald.example',
      'Twitter: @jdoe',
      'Have a tip? Write to tips@herald.example',
    ],
    leaves: ['The ransom note was sent from jdoe@herald.example'],
    find: wholeLine(
      /^[[(*>•\s–—-]*(?:e-?mail|contact|reach|write to)\b[^.@]{0,60}\s[\w.+-]{1,60}@[\w.-]{3,60}[.)]?$/i,
      /^(?:have|got|do you have) (?:a|any) (?:news )?(?:tips?|story|stories|information)\b.{0,200}$/i,
      /^(?:twitter|x|instagram|facebook|email)\s?:\s?@?[\w.@-]{2,60}$/i,
    ),
  },
  {
    name: 'support-us',
    kind: 'prompt',
    marks: ['Support our journalism', 'Donate', 'Become a member today'],
    leaves: ['Donate blood, the hospital asked.', 'Become a member or leave the valley, they were told'],
    find: wholeLine(
      /^(?:(?:please )?support (?:our|independent|local) journalism|donate(?: now| today)?|become a (?:member|subscriber)(?: now| today)?)[.!]?$/i,
    ),
  },
]

const labelledLink = wholeLine(
  /^[[(*>•\s–—-]*(?:READ|WATCH|LISTEN|MORE|More|STORY|VIDEO|PHOTOS?|PICTURES|GALLERY|POLL|QUIZ)\s?:\s?[^.]{3,160}$/,
)

const shareWords = new Set(
  'share tweet email e-mail print whatsapp facebook twitter reddit linkedin pinterest telegram copy link post pin save bookmark this article story page on via with by to x flipboard messenger more sms'.split(
    ' ',
  ),
)
const strongShareWords =
  /\b(?:share|tweet|e-?mail|print|whatsapp|facebook|twitter|reddit|linkedin|pinterest|copy link)\b/i

// Every word of the line is a word of sharing bars, and one of them hardly means anything else.
function isShareBar(line: Line): boolean {
  if (line.text.length > 120 || !strongShareWords.test(line.text)) return false
  return line.text
    .toLowerCase()
    .split(/[^a-z-]+/)
    .every((word) => word === '' || shareWords.has(word))
}
