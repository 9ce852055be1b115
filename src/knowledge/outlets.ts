/** A publisher of news. */
export interface Outlet {
  /** The usual full name. */
  readonly name: string
  /** Other names and short forms in use. */
  readonly aliases: readonly string[]
  readonly kind: 'agency' | 'broadcaster' | 'newspaper' | 'magazine' | 'site'
}

/** One line an outlet: the full name first. A leading "The" is understood. */
const lines: Readonly<Record<Outlet['kind'], string>> = {
  agency: `
Reuters|Thomson Reuters|Reuters News Agency
Associated Press|AP
Agence France-Presse|AFP|Agence France Presse
Deutsche Presse-Agentur|dpa|DPA
Tass|TASS|ITAR-TASS
RIA Novosti|RIA|Ria Novosti
Interfax|Interfax-Ukraine
Sputnik|Sputnik News
Ukrinform
UNIAN
Xinhua|Xinhua News Agency
Kyodo|Kyodo News
Jiji Press|Jiji
Yonhap|Yonhap News Agency
KCNA|Korean Central News Agency
Press Trust of India|PTI
Asian News International|ANI
Anadolu|Anadolu Agency
United Press International|UPI
Bloomberg|Bloomberg News
NTB|Norsk Telegrambyrå
TT|TT News Agency
Ritzau
STT
ANSA
EFE
Belga
ANP
PAP|Polish Press Agency
BelTA|Belta
IRNA
Fars|Fars News Agency
Tasnim
SANA
SPA|Saudi Press Agency
WAM
MENA
PA Media|PA news agency|Press Association
AAP|Australian Associated Press
Canadian Press
Inter Press Service`,
  broadcaster: `
BBC|BBC News|British Broadcasting Corporation|BBC World Service|BBC Radio 4|BBC Two|BBC One|BBC Persian|BBC Russian
CNN|Cable News Network|CNN International
NBC|NBC News
MSNBC
CNBC
ABC News|ABC
CBS|CBS News
Fox News|Fox
NPR|National Public Radio
PBS|PBS NewsHour
Sky News|Sky
ITV|ITV News
Channel 4|Channel 4 News
GB News
Al Jazeera|Al-Jazeera|Al Jazeera English
Al Arabiya|Al-Arabiya
France 24|France24
RFI|Radio France Internationale
TF1
ZDF
ARD
Deutsche Welle|DW
NRK
TV 2|TV2
SVT
DR
YLE|Yle
RT|Russia Today
Rossiya 1|Rossiya-1|Rossiya 24
Channel One
Dozhd|TV Rain
Ekho Moskvy|Echo of Moscow
CCTV|CGTN
NHK|NHK World
CBC|CBC News
SBS
RTÉ|RTE
Radio Free Europe/Radio Liberty|Radio Free Europe|Radio Liberty|RFE/RL|RFE
Voice of America|VOA
Radio Free Asia|RFA
Euronews
NDTV
Press TV
TRT|TRT World
Telemundo
Univision
C-SPAN
Democracy Now!|Democracy Now`,
  newspaper: `
New York Times|NYT|NY Times|New York Times Company
Washington Post|WaPo
Wall Street Journal|WSJ
USA Today
Los Angeles Times|LA Times
Chicago Tribune
Boston Globe
New York Post
Daily News|New York Daily News
Dallas Express
Dallas Morning News
San Francisco Chronicle
Miami Herald
Philadelphia Inquirer
Houston Chronicle
Washington Times
Washington Examiner
Guardian|The Guardian
Observer|The Observer
Times of London|The Times|Sunday Times|The Sunday Times
Daily Telegraph|The Telegraph|Telegraph|Sunday Telegraph
Independent|The Independent
Financial Times|FT
Daily Mail|Mail on Sunday|MailOnline
Daily Mirror|The Mirror
Daily Express
The Sun|Sun on Sunday
Evening Standard
Metro
Scotsman
Irish Times
Irish Independent
Le Monde
Le Figaro
Libération|Liberation
Le Parisien
Süddeutsche Zeitung|Sueddeutsche Zeitung
Frankfurter Allgemeine Zeitung|Frankfurter Allgemeine|FAZ
Die Welt
Bild|Bild am Sonntag
Die Zeit
Tagesspiegel|Der Tagesspiegel
Neue Zürcher Zeitung|NZZ
El País|El Pais
El Mundo
La Vanguardia
Corriere della Sera
La Repubblica
La Stampa
Aftenposten
VG|Verdens Gang
Dagbladet
Barents Observer|The Barents Observer
Dagens Nyheter
Svenska Dagbladet
Aftonbladet
Expressen
Politiken
Jyllands-Posten
Berlingske
Helsingin Sanomat
Ilta-Sanomat
Gazeta Wyborcza
Rzeczpospolita
Kommersant
Novaya Gazeta|Novaya Gazeta Europe
Izvestia
Komsomolskaya Pravda
Pravda
Rossiyskaya Gazeta
Vedomosti
Moscow Times|The Moscow Times
Kyiv Independent|The Kyiv Independent
Kyiv Post
Haaretz
Jerusalem Post
Times of Israel
Yedioth Ahronoth
Al-Ahram
Hurriyet|Hürriyet
Daily Sabah
Dawn
Times of India|The Times of India
Hindu|The Hindu
Indian Express|The Indian Express
Hindustan Times
Daily Star|The Daily Star
Straits Times|The Straits Times
South China Morning Post|SCMP
Global Times
People's Daily|People’s Daily
China Daily
Asahi Shimbun
Yomiuri Shimbun
Mainichi Shimbun
Nikkei|Nikkei Asia
Japan Times
Korea Herald
Chosun Ilbo
Jakarta Post
Bangkok Post
Sydney Morning Herald
The Age
The Australian
New Zealand Herald
Globe and Mail
Toronto Star
Clarín
La Nación
Folha de S.Paulo
O Globo
Daily Nation
Mail & Guardian`,
  magazine: `
The Economist|Economist
Time|TIME|Time magazine
Newsweek
The New Yorker|New Yorker
The Atlantic
Foreign Policy
Der Spiegel|Spiegel
Stern
Focus
L'Express
Le Point
Paris Match
The Spectator
New Statesman
Vanity Fair
Rolling Stone
Forbes
Fortune
Wired
National Geographic
Nature
Science
The Lancet|Lancet
Mother Jones
National Review
The Nation
Private Eye`,
  site: `
Politico
Axios
BuzzFeed|BuzzFeed News
HuffPost|Huffington Post
Vox
Slate
Salon
Breitbart|Breitbart News
Daily Beast
The Hill
The Intercept
ProPublica
Vice|VICE News|Vice News
Business Insider|Insider
Bellingcat
Meduza
The Insider
Mediazona
Important Stories|iStories
Ukrainska Pravda
Hromadske
Middle East Eye
Al-Monitor
The Wire
Task & Purpose
The War Zone
Defense One
Nexta
The Conversation
Quartz
TechCrunch
The Verge
EUobserver
Euractiv
Yahoo News
The Daily Caller|Daily Caller`,
}

/** A small list of world news outlets, for telling a source of news from other bodies and for credit lines. */
export function outlets(): readonly Outlet[] {
  return (Object.keys(lines) as Outlet['kind'][]).flatMap((kind) =>
    lines[kind]
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...aliases] = line.split('|')
        return { name, aliases, kind }
      }),
  )
}
