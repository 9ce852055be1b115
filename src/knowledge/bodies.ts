const lines = `
United Nations|UN|U.N.
Security Council|UN Security Council|U.N. Security Council
General Assembly|UN General Assembly
UNHCR|UN High Commissioner for Refugees
UNICEF|Unicef
UNESCO|Unesco
World Health Organization|World Health Organisation|WHO
International Monetary Fund|IMF
World Bank
World Trade Organization|WTO
World Food Programme|World Food Program|WFP
International Atomic Energy Agency|IAEA
International Criminal Court|ICC
International Court of Justice|ICJ
Interpol|INTERPOL
Europol
NATO|Nato|North Atlantic Treaty Organization
European Union|EU|E.U.
European Commission
European Parliament
European Council
European Central Bank|ECB
Council of Europe
OSCE|Organization for Security and Co-operation in Europe
African Union|AU
Arab League
ASEAN|Asean
ECOWAS|Ecowas
Gulf Cooperation Council|GCC
Organization of American States|OAS
Organisation of Islamic Cooperation|OIC
OPEC|Opec
OECD
G7|G-7|Group of Seven
G20|G-20|Group of 20
BRICS
Shanghai Cooperation Organisation|SCO
Commonwealth of Nations
Red Cross|International Committee of the Red Cross|ICRC
Red Crescent
Amnesty International
Human Rights Watch
Doctors Without Borders|Médecins Sans Frontières|MSF
Save the Children
Oxfam
Greenpeace
Reporters Without Borders
Committee to Protect Journalists
Transparency International
FIFA|Fifa
UEFA|Uefa
International Olympic Committee|IOC
Islamic State|ISIS|ISIL|IS|Daesh|Islamic State group
Al-Qaeda|al-Qaeda|Al Qaeda|al-Qaida
Al-Shabab|al-Shabab|al-Shabaab|Al-Shabaab
Boko Haram
Taliban
Haqqani network
Hamas
Hezbollah|Hizbollah|Hizbullah
Islamic Jihad|Palestinian Islamic Jihad
Palestinian Authority
Fatah
PLO|Palestine Liberation Organization
Muslim Brotherhood
Houthis|Houthi
PKK|Kurdistan Workers' Party
YPG
Syrian Democratic Forces|SDF
Free Syrian Army
Revolutionary Guards|Revolutionary Guard|Islamic Revolutionary Guard Corps|IRGC
FARC
Azov Battalion|Azov Regiment
Kremlin
Pentagon
White House
State Department
Justice Department|Department of Justice
Supreme Court
Congress
Senate
House of Representatives
House of Commons
House of Lords
Parliament
Knesset
Bundestag
Duma|State Duma
FBI|F.B.I.|Federal Bureau of Investigation
CIA|C.I.A.|Central Intelligence Agency
NSA|National Security Agency
Homeland Security|Department of Homeland Security
FSB
GRU
SVR
MI5
MI6
GCHQ
Mossad
Shin Bet
Scotland Yard|Metropolitan Police
Foreign Office
Foreign Ministry|Ministry of Foreign Affairs
Defence Ministry|Defense Ministry|Ministry of Defence|Ministry of Defense
Interior Ministry
Finance Ministry
`

/** Bodies of the world's news that are no publishers: alliances, courts, armed groups, services; each with its other names. */
export function bodies(): readonly (readonly string[])[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
}
