/** Adjectives and names of people by the place they belong to: "Norwegian", "Norwegians". */
export interface Demonym {
  /** The place as it stands in regions.ts, or the name of a people, faith or movement itself. */
  readonly of: string
  /** Adjective and singular first; plurals in -s are understood. */
  readonly words: readonly string[]
}

const placeLines = `
Afghanistan: Afghan Afghani
Albania: Albanian
Algeria: Algerian
Andorra: Andorran
Angola: Angolan
Argentina: Argentine Argentinian Argentinean
Armenia: Armenian
Australia: Australian Aussie
Austria: Austrian
Azerbaijan: Azerbaijani Azeri
Bahamas: Bahamian
Bahrain: Bahraini
Bangladesh: Bangladeshi
Barbados: Barbadian Bajan
Belarus: Belarusian Belarussian Byelorussian
Belgium: Belgian
Belize: Belizean
Benin: Beninese
Bhutan: Bhutanese
Bolivia: Bolivian
Bosnia and Herzegovina: Bosnian Herzegovinian Bosniak
Botswana: Botswanan Motswana Batswana
Brazil: Brazilian
Brunei: Bruneian
Bulgaria: Bulgarian
Burkina Faso: Burkinabe Burkinabé
Burundi: Burundian
Cambodia: Cambodian Khmer
Cameroon: Cameroonian
Canada: Canadian
Cape Verde: Cape-Verdean Cabo-Verdean
Chad: Chadian
Chile: Chilean
China: Chinese
Colombia: Colombian
Comoros: Comorian
Democratic Republic of the Congo: Congolese
Costa Rica: Costa-Rican
Ivory Coast: Ivorian
Croatia: Croatian Croat
Cuba: Cuban
Cyprus: Cypriot
Czech Republic: Czech
Denmark: Danish Dane
Djibouti: Djiboutian
Dominican Republic: Dominican
East Timor: Timorese East-Timorese
Ecuador: Ecuadorian Ecuadorean
Egypt: Egyptian
El Salvador: Salvadoran Salvadorean
Equatorial Guinea: Equatoguinean
Eritrea: Eritrean
Estonia: Estonian
Eswatini: Swazi
Ethiopia: Ethiopian
Fiji: Fijian
Finland: Finnish Finn
France: French Frenchman Frenchmen Frenchwoman
Gabon: Gabonese
Gambia: Gambian
Georgia: Georgian
Germany: German
Ghana: Ghanaian
Greece: Greek
Greenland: Greenlandic Greenlander
Grenada: Grenadian
Guatemala: Guatemalan
Guinea: Guinean
Guyana: Guyanese
Haiti: Haitian
Honduras: Honduran
Hong Kong: Hongkonger
Hungary: Hungarian
Iceland: Icelandic Icelander
India: Indian
Indonesia: Indonesian
Iran: Iranian Persian
Iraq: Iraqi
Ireland: Irish Irishman Irishmen
Israel: Israeli
Italy: Italian
Jamaica: Jamaican
Japan: Japanese
Jordan: Jordanian
Kazakhstan: Kazakh Kazakhstani
Kenya: Kenyan
North Korea: North-Korean
South Korea: South-Korean Korean
Kosovo: Kosovar Kosovan
Kuwait: Kuwaiti
Kyrgyzstan: Kyrgyz
Laos: Lao Laotian
Latvia: Latvian
Lebanon: Lebanese
Lesotho: Basotho Mosotho
Liberia: Liberian
Libya: Libyan
Lithuania: Lithuanian
Luxembourg: Luxembourger Luxembourgish
Madagascar: Malagasy
Malawi: Malawian
Malaysia: Malaysian Malay
Maldives: Maldivian
Mali: Malian
Malta: Maltese
Mauritania: Mauritanian
Mauritius: Mauritian
Mexico: Mexican
Moldova: Moldovan
Monaco: Monegasque
Mongolia: Mongolian Mongol
Montenegro: Montenegrin
Morocco: Moroccan
Mozambique: Mozambican
Myanmar: Burmese
Namibia: Namibian
Nepal: Nepali Nepalese
Netherlands: Dutch Dutchman Dutchmen Dutchwoman
New Zealand: Kiwi New-Zealander
Nicaragua: Nicaraguan
Niger: Nigerien
Nigeria: Nigerian
North Macedonia: Macedonian
Norway: Norwegian
Oman: Omani
Pakistan: Pakistani
Palestine: Palestinian
Panama: Panamanian
Papua New Guinea: Papuan
Paraguay: Paraguayan
Peru: Peruvian
Philippines: Philippine Filipino Filipina
Poland: Polish Pole
Portugal: Portuguese
Puerto Rico: Puerto-Rican
Qatar: Qatari
Romania: Romanian
Russia: Russian Soviet
Rwanda: Rwandan
Samoa: Samoan
Saudi Arabia: Saudi Saudi-Arabian
Senegal: Senegalese
Serbia: Serbian Serb
Seychelles: Seychellois
Sierra Leone: Sierra-Leonean
Singapore: Singaporean
Slovakia: Slovak Slovakian
Slovenia: Slovenian Slovene
Somalia: Somali Somalian
South Africa: South-African
South Sudan: South-Sudanese
Spain: Spanish Spaniard
Sri Lanka: Sri-Lankan
Sudan: Sudanese
Suriname: Surinamese
Sweden: Swedish Swede
Switzerland: Swiss
Syria: Syrian
Taiwan: Taiwanese
Tajikistan: Tajik
Tanzania: Tanzanian
Thailand: Thai
Togo: Togolese
Tonga: Tongan
Trinidad and Tobago: Trinidadian
Tunisia: Tunisian
Turkey: Turkish Turk
Turkmenistan: Turkmen
Uganda: Ugandan
Ukraine: Ukrainian
United Arab Emirates: Emirati
United Kingdom: British Briton Brit
England: English Englishman Englishmen
Scotland: Scottish Scot Scotsman
Wales: Welsh Welshman
Northern Ireland: Northern-Irish
United States: American
Uruguay: Uruguayan
Uzbekistan: Uzbek
Venezuela: Venezuelan
Vietnam: Vietnamese
Western Sahara: Sahrawi
Yemen: Yemeni
Zambia: Zambian
Zimbabwe: Zimbabwean
Africa: African
Asia: Asian
Europe: European
North America: North-American
Latin America: Latin-American Latino Latina Hispanic
South America: South-American
Central America: Central-American
Caribbean: West-Indian
Scandinavia: Scandinavian Nordic
Baltics: Baltic
Balkans: Balkan
Siberia: Siberian
Crimea: Crimean
Chechnya: Chechen
Dagestan: Dagestani
Tatarstan: Tatar
Catalonia: Catalan
Basque Country: Basque
Gaza: Gazan
Tibet: Tibetan
Kashmir: Kashmiri
Punjab: Punjabi
Darfur: Darfuri
Tigray: Tigrayan
Arctic: Arctic
Quebec: Quebecois Québécois
California: Californian
Texas: Texan
New York: New-Yorker
London: Londoner
Paris: Parisian
Moscow: Muscovite
Berlin: Berliner
Sicily: Sicilian
Bavaria: Bavarian
Flanders: Flemish
`

const peopleLines = `
Arab Kurd Kurdish Sami Sámi Roma Romani Uyghur Uighur Rohingya Hutu Tutsi Yazidi Yezidi Druze Bedouin Berber Amazigh Pashtun Hazara Baloch Baluch
Tamil Sinhalese Bengali Sikh Hindu Muslim Moslem Islamic Islamist Christian Catholic Orthodox Protestant Anglican Lutheran Baptist Methodist Evangelical
Mormon Amish Jewish Jew Buddhist Taoist Jain Zoroastrian Shia Shiite Shi'ite Sunni Sufi Salafi Wahhabi Alawite Ahmadi Maronite Coptic Copt Ismaili Quaker
Māori Maori Aboriginal Aborigine Inuit Inuk Cherokee Navajo Sioux Mapuche Quechua Aymara Maya Mayan Zulu Xhosa Afrikaner Afrikaans Yoruba Igbo Hausa Fulani
Ashanti Kikuyu Luo Maasai Masai Oromo Amhara Tuareg Nubian Slavic Slav Germanic Celtic Latin Hispanic Latino Latina Chicano Creole Han
Democrat Democratic Republican Labour Tory Conservative Communist Socialist Marxist Maoist Nazi Fascist Zionist Bolshevik Menshevik Peronist Chavista
Western Eastern Westerner Afro-American African-American Anglo-Saxon Judeo-Christian
`

/** Demonyms of places. A hyphen inside a word stands for a space in the text. */
export function demonyms(): readonly Demonym[] {
  return placeLines
    .trim()
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(': ')
      const words = line.slice(colon + 2).split(' ')
      return { of: line.slice(0, colon), words: words.map((word) => word.replaceAll('-', ' ')) }
    })
}

/** Names of peoples, faiths and political camps that belong to no one place. */
export function peoples(): readonly string[] {
  return peopleLines.trim().split(/\s+/)
}

let everyone: ReadonlySet<string> | undefined

/** Whether a word calls people by their place, faith or camp: "Norwegian", "Republicans". */
export function isPeople(word: string): boolean {
  everyone ??= new Set([...demonyms().flatMap((d) => d.words), ...peoples()].map((w) => w.toLowerCase()))
  const lower = word.toLowerCase()
  return everyone.has(lower) || everyone.has(lower.replace(/s$/, ''))
}
