/** A country or another region of the world, with where it roughly lies. */
export interface Region {
  /** The usual English name first, then others in use. */
  readonly names: readonly string[]
  /** ISO 3166 code of the country it is or belongs to; empty where it belongs to several. */
  readonly country: string
  readonly lat: number
  readonly lon: number
  /** Whether it is so small that a point on the map says it: a town under its other names, a border cairn. */
  readonly isPoint: boolean
}

/** One line a country: code, latitude and longitude of about its middle, names. */
const countryLines = `
AF 34 66 Afghanistan
AL 41 20 Albania
DZ 28 3 Algeria
AD 42.5 1.5 Andorra
AO -12 18 Angola
AG 17.1 -61.8 Antigua and Barbuda|Antigua
AR -34 -64 Argentina
AM 40 45 Armenia
AU -25 134 Australia
AT 47.5 14 Austria
AZ 40.3 47.7 Azerbaijan
BS 24.3 -76 Bahamas|The Bahamas
BH 26 50.5 Bahrain
BD 24 90 Bangladesh
BB 13.2 -59.5 Barbados
BY 53.5 28 Belarus|Byelorussia
BE 50.6 4.6 Belgium
BZ 17.2 -88.7 Belize
BJ 9.5 2.3 Benin
BT 27.4 90.4 Bhutan
BO -17 -65 Bolivia
BA 44.2 17.8 Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia|Herzegovina
BW -22 24 Botswana
BR -10 -53 Brazil
BN 4.5 114.7 Brunei|Brunei Darussalam
BG 42.7 25.4 Bulgaria
BF 12.3 -1.7 Burkina Faso
BI -3.4 29.9 Burundi
KH 12.7 105 Cambodia
CM 5.7 12.7 Cameroon
CA 57 -100 Canada
CV 15.1 -23.6 Cape Verde|Cabo Verde
CF 6.6 20.5 Central African Republic|CAR
TD 15.4 18.6 Chad
CL -33 -71 Chile
CN 35 104 China|People's Republic of China|PRC|Mainland China
CO 4 -73 Colombia
KM -11.9 43.4 Comoros
CG -0.8 15.2 Republic of the Congo|Republic of Congo|Congo-Brazzaville|Congo
CD -2.9 23.6 Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|Congo-Kinshasa|Zaire
CR 10 -84 Costa Rica
CI 7.6 -5.6 Ivory Coast|Côte d'Ivoire
HR 45.4 16.4 Croatia
CU 21.6 -79 Cuba
CY 35 33.2 Cyprus
CZ 49.8 15.5 Czech Republic|Czechia
DK 56 10 Denmark
DJ 11.7 42.6 Djibouti
DM 15.4 -61.4 Dominica
DO 18.9 -70.5 Dominican Republic
TL -8.8 125.8 East Timor|Timor-Leste
EC -1.4 -78.8 Ecuador
EG 26.5 29.9 Egypt
SV 13.7 -88.9 El Salvador
GQ 1.6 10.5 Equatorial Guinea
ER 15.4 38.8 Eritrea
EE 58.7 25.5 Estonia
SZ -26.6 31.5 Eswatini|Swaziland
ET 8.6 39.6 Ethiopia
FJ -17.8 178 Fiji
FI 64.5 26.3 Finland
FR 46.6 2.5 France
GA -0.6 11.8 Gabon
GM 13.4 -15.4 Gambia|The Gambia
GE 42.2 43.5 Georgia
DE 51.1 10.4 Germany|West Germany|East Germany
GH 8 -1.2 Ghana
GR 39 22.9 Greece
GL 74.7 -41.3 Greenland
GD 12.1 -61.7 Grenada
GT 15.7 -90.4 Guatemala
GN 10.4 -10.9 Guinea
GW 12 -15 Guinea-Bissau
GY 4.8 -58.9 Guyana
HT 18.9 -72.7 Haiti
HN 14.8 -86.6 Honduras
HK 22.4 114.1 Hong Kong
HU 47.2 19.4 Hungary
IS 65 -18.6 Iceland
IN 22.9 79.6 India
ID -2.2 117.2 Indonesia
IR 32.6 54.3 Iran|Islamic Republic of Iran
IQ 33 43.7 Iraq
IE 53.2 -8.1 Ireland|Republic of Ireland|Éire
IL 31.5 34.9 Israel
IT 42.8 12.1 Italy
JM 18.2 -77.3 Jamaica
JP 37.6 138 Japan
JO 31.2 36.8 Jordan
KZ 48.2 67.3 Kazakhstan
KE 0.6 37.8 Kenya
KI 1.9 -157.4 Kiribati
KP 40.2 127.2 North Korea|DPRK|Democratic People's Republic of Korea
KR 36.4 127.8 South Korea|Republic of Korea|ROK|Korea
XK 42.6 20.9 Kosovo
KW 29.3 47.6 Kuwait
KG 41.5 74.6 Kyrgyzstan
LA 18.5 103.7 Laos
LV 56.9 24.9 Latvia
LB 33.9 35.9 Lebanon
LS -29.6 28.2 Lesotho
LR 6.5 -9.3 Liberia
LY 27 18 Libya
LI 47.1 9.5 Liechtenstein
LT 55.3 23.9 Lithuania
LU 49.8 6.1 Luxembourg
MO 22.2 113.5 Macau|Macao
MG -19.4 46.7 Madagascar
MW -13.2 34.3 Malawi
MY 3.8 109.7 Malaysia
MV 3.7 73.2 Maldives|The Maldives
ML 17.3 -3.5 Mali
MT 35.9 14.4 Malta
MH 7 170 Marshall Islands
MR 20.3 -10.3 Mauritania
MU -20.3 57.6 Mauritius
MX 23.9 -102.5 Mexico
FM 7.5 153.2 Micronesia
MD 47.2 28.5 Moldova
MC 43.7 7.4 Monaco
MN 46.8 103 Mongolia
ME 42.8 19.2 Montenegro
MA 31.9 -6.3 Morocco
MZ -17.3 35.5 Mozambique
MM 21.2 96.5 Myanmar|Burma
NA -22.1 17.2 Namibia
NR -0.5 166.9 Nauru
NP 28.2 83.9 Nepal
NL 52.1 5.3 Netherlands|The Netherlands|Holland
NZ -41.8 171.5 New Zealand|Aotearoa
NI 12.8 -85 Nicaragua
NE 17.4 9.4 Niger
NG 9.6 8.1 Nigeria
MK 41.6 21.7 North Macedonia|Macedonia|FYROM
NO 64 11 Norway
OM 20.6 56.1 Oman
PK 29.9 69.3 Pakistan
PW 7.5 134.6 Palau
PS 31.9 35.2 Palestine|Palestinian Territories|Palestinian territories|Occupied Palestinian Territories
PA 8.5 -80.1 Panama
PG -6.5 145.2 Papua New Guinea
PY -23.2 -58.4 Paraguay
PE -9.2 -74.4 Peru
PH 11.8 122.9 Philippines|The Philippines
PL 52.1 19.4 Poland
PT 39.6 -8.5 Portugal
PR 18.2 -66.5 Puerto Rico
QA 25.3 51.2 Qatar
RO 45.9 25 Romania
RU 61 97 Russia|Russian Federation|Soviet Union|USSR
RW -2 29.9 Rwanda
KN 17.3 -62.8 Saint Kitts and Nevis|St Kitts and Nevis|St. Kitts and Nevis
LC 13.9 -61 Saint Lucia|St Lucia|St. Lucia
VC 13.2 -61.2 Saint Vincent and the Grenadines|St Vincent and the Grenadines|St. Vincent
WS -13.8 -172.2 Samoa
SM 43.9 12.5 San Marino
ST 0.4 6.7 São Tomé and Príncipe|Sao Tome and Principe
SA 24.1 44.5 Saudi Arabia|Kingdom of Saudi Arabia
SN 14.4 -14.5 Senegal
RS 44.2 20.8 Serbia
SC -4.7 55.5 Seychelles
SL 8.6 -11.8 Sierra Leone
SG 1.35 103.8 Singapore
SK 48.7 19.5 Slovakia
SI 46.1 14.8 Slovenia
SB -8.9 159.6 Solomon Islands
SO 4.8 45.7 Somalia
ZA -29 25 South Africa
SS 7.3 30.3 South Sudan
ES 40.2 -3.6 Spain
LK 7.6 80.7 Sri Lanka
SD 16 29.9 Sudan
SR 4.1 -55.9 Suriname
SE 62.8 16.7 Sweden
CH 46.8 8.2 Switzerland
SY 35 38.5 Syria|Syrian Arab Republic
TW 23.8 121 Taiwan|Republic of China
TJ 38.5 71 Tajikistan
TZ -6.3 34.8 Tanzania
TH 15.1 101 Thailand
TG 8.5 0.9 Togo
TO -20.4 -174.8 Tonga
TT 10.5 -61.3 Trinidad and Tobago|Trinidad|Tobago
TN 34.1 9.6 Tunisia
TR 39.1 35.2 Turkey|Türkiye
TM 39.1 59.4 Turkmenistan
TV -7.5 178.7 Tuvalu
UG 1.3 32.4 Uganda
UA 49 31.4 Ukraine
AE 23.9 54.3 United Arab Emirates|UAE
GB 54 -2.5 United Kingdom|UK|U.K.|Britain|Great Britain|GB
US 39.8 -98.6 United States|United States of America|US|U.S.|USA|U.S.A.|America
UY -32.8 -56 Uruguay
UZ 41.8 63.1 Uzbekistan
VU -16.2 167.7 Vanuatu
VA 41.9 12.45 Vatican City|Vatican|The Vatican|Holy See
VE 7.1 -66.2 Venezuela
VN 16.6 106.3 Vietnam|Viet Nam
EH 24.2 -12.2 Western Sahara
YE 15.9 47.6 Yemen
ZM -13.5 27.8 Zambia
ZW -19 29.9 Zimbabwe|Rhodesia
BM 32.3 -64.8 Bermuda
KY 19.3 -81.3 Cayman Islands
GI 36.1 -5.35 Gibraltar
GU 13.4 144.8 Guam
FO 62 -6.9 Faroe Islands
GF 3.9 -53.1 French Guiana
GP 16.2 -61.5 Guadeloupe
MQ 14.6 -61 Martinique
RE -21.1 55.5 Réunion
NC -21.3 165.5 New Caledonia
PF -17.7 -149.4 French Polynesia|Tahiti
VI 18.3 -64.9 US Virgin Islands|U.S. Virgin Islands|Virgin Islands
VG 18.4 -64.6 British Virgin Islands
TC 21.8 -71.7 Turks and Caicos Islands|Turks and Caicos
FK -51.8 -59.5 Falkland Islands|Falklands|Malvinas
JE 49.2 -2.1 Jersey
GG 49.5 -2.6 Guernsey
IM 54.2 -4.5 Isle of Man
AW 12.5 -70 Aruba
CW 12.2 -69 Curaçao
`

/** Parts of countries and parts of the world that are in the news under a name of their own; one line each, as above, "-" for no one country and "!" for a mere point. */
const regionLines = `
- 5 20 Africa|African continent
- 0 20 Sub-Saharan Africa|sub-Saharan Africa
- 28 10 North Africa|Northern Africa|Maghreb
- 10 0 West Africa|Western Africa
- 0 38 East Africa|Eastern Africa
- 0 18 Central Africa
- -25 25 Southern Africa|southern Africa
- 8 44 Horn of Africa
- 15 5 Sahel|Sahel region
- 24 10 Sahara|Sahara Desert
- 45 90 Asia
- 42 65 Central Asia
- 5 110 Southeast Asia|South-East Asia|South East Asia
- 22 79 South Asia|Indian subcontinent
- 35 115 East Asia|Far East
- 20 130 Asia-Pacific|Asia Pacific|Indo-Pacific
- 50 12 Europe|European continent
- 50 27 Eastern Europe|eastern Europe
- 48 8 Western Europe|western Europe
- 48 17 Central Europe
- 62 15 Northern Europe
- 41 12 Southern Europe
- 62 16 Scandinavia
- 62 16 Nordic countries|Nordics
- 43 20 Balkans|Western Balkans|Balkan Peninsula
- 57 25 Baltics|Baltic states|Baltic States
- 50 4.5 Benelux
- 40 -4 Iberia|Iberian Peninsula
- 42 44 Caucasus|South Caucasus
- 43 44.5 North Caucasus
- 29 43 Middle East|Mideast|Near East
- 34 37 Levant
- 26 52 Gulf|Persian Gulf|Arabian Gulf|Gulf states|Gulf States
- 23 45 Arabian Peninsula
- 45 -100 North America
- 15 -90 Central America
- -15 -60 South America
- -10 -65 Latin America
- 40 -90 Americas
- 18 -75 Caribbean|West Indies
- -25 140 Oceania|Australasia
- -10 170 Pacific Islands|South Pacific|Pacific
- -10 165 Melanesia
- -15 -150 Polynesia
- 75 0 Arctic
- 90 0 North Pole
- -80 0 Antarctica|Antarctic
- -90 0 South Pole
- 0 -25 Atlantic|Atlantic Ocean|Mid-Atlantic
- 0 -160 Pacific Ocean
- -20 80 Indian Ocean
- 75 -150 Arctic Ocean
- 36 18 Mediterranean|Mediterranean Sea
- 43 34 Black Sea
- 46 36.7 Sea of Azov|Azov Sea
- 58 20 Baltic Sea|Baltic
- 56 3 North Sea
- 75 40 Barents Sea
- 43 15 Adriatic|Adriatic Sea
- 39 25 Aegean|Aegean Sea
- 42 51 Caspian Sea|Caspian
- 20 38.5 Red Sea
- 12 48 Gulf of Aden
- 24 60 Gulf of Oman
- 26.6 56.3 Strait of Hormuz|Hormuz
- 25 -90 Gulf of Mexico
- 12 114 South China Sea|East Sea
- 30 125 East China Sea
- 35 123 Yellow Sea
- 40 135 Sea of Japan
- 15 88 Bay of Bengal
- 15 65 Arabian Sea
- 24.5 119.5 Taiwan Strait
- 50 -2 English Channel
- 45 36.6 Kerch Strait
- 41.1 29.1 Bosphorus|Bosporus
- 30.6 32.3 Suez Canal|Suez
- 9.1 -79.7 Panama Canal
- -3 -60 Amazon|Amazon rainforest|Amazon Basin
- 28 84 Himalayas|Himalaya
- 46.5 10 Alps
- 42.7 1 Pyrenees
- -20 -67 Andes
- 60 60 Urals|Ural Mountains
- 48.4 24 Carpathians
- 25 45 Nile
- 48 25 Danube
- 23 90 Ganges
- 11 105 Mekong
- 37 42 Kurdistan|Iraqi Kurdistan|Kurdistan Region
- 34 75 Kashmir
- 31 75 Punjab
- -4 22 Congo Basin
- 5 0 Gulf of Guinea
- 50 10 West|the West
- 63 27 Lapland|Sápmi
- 66 30 Karelia
- 13 14 Lake Chad
- -1 33 Lake Victoria
IN 34 75 Jammu and Kashmir|Jammu
PK 34 73.5 Azad Kashmir|Pakistan-administered Kashmir
PK 34.5 72 Khyber Pakhtunkhwa|KPK
PK 28 66 Balochistan|Baluchistan
PK 26 68.5 Sindh
PK 33 70 Waziristan|North Waziristan|South Waziristan|FATA
AF 31.6 64.4 Helmand
AF 31.6 65.7 Kandahar
AF 35.4 69.7 Panjshir|Panjshir Valley
UA 48 38 Donbas|Donbass|Donets Basin
UA 48 37.8 Donetsk|Donetsk People's Republic|Donetsk People’s Republic|DPR|DNR|Donetsk Oblast|Donetsk region|Donetsk Region
UA 48.9 39 Luhansk|Lugansk|Luhansk People's Republic|Luhansk People’s Republic|Lugansk People's Republic|LPR|LNR|Luhansk Oblast|Luhansk region|Luhansk Region
UA 45.3 34.4 Crimea|Crimean Peninsula|Crimean peninsula
UA 47.3 35.3 Zaporizhzhia|Zaporizhia|Zaporozhye
UA 46.7 33 Kherson|Kherson Oblast|Kherson region
UA 49.8 36.3 Kharkiv|Kharkov|Kharkiv Oblast|Kharkiv region
UA! 50.45 30.5 Kyiv|Kiev
UA! 46.5 30.7 Odesa|Odessa
UA! 49.8 24 Lviv|Lvov
UA 49 25 Galicia
UA 48.5 23.5 Transcarpathia|Zakarpattia
UA! 51.4 30.1 Chernobyl|Chornobyl
UA 45.25 30.2 Snake Island
UA! 48.6 38 Bakhmut|Artyomovsk|Artemivsk
MD 46.8 29.6 Transnistria|Transdniestria
MD 46.1 28.7 Gagauzia
RU 60 100 Siberia|Western Siberia|Eastern Siberia
RU 55 135 Russian Far East
RU 43.3 45.7 Chechnya|Chechen Republic
RU 42.9 47.1 Dagestan
RU 43.2 44.8 Ingushetia
RU 43 44.2 North Ossetia
RU 55.5 50.5 Tatarstan
RU 54.2 56.2 Bashkortostan
RU 54.7 20.5 Kaliningrad
RU 68 34 Kola|Kola Peninsula|Murmansk Oblast|Murmansk region
RU 53 158 Kamchatka
RU 50 143 Sakhalin
RU 45.5 149 Kuril Islands|Kurils
RU 66 130 Yakutia|Sakha
RU 52 110 Buryatia
RU 51.7 94 Tuva
RU 45 39 Krasnodar|Krasnodar Krai|Kuban
RU 50.6 37.5 Belgorod|Belgorod Oblast|Belgorod region
RU 51.7 36.2 Kursk|Kursk Oblast|Kursk region
RU 53 34 Bryansk|Bryansk Oblast|Bryansk region
RU 47.5 41 Rostov|Rostov Oblast|Rostov region
RU! 59.9 30.3 St. Petersburg|St Petersburg|Saint Petersburg|Leningrad|Petersburg
RU 54.5 36.5 Kaluga
RU 61 40 Arkhangelsk
RU! 55.75 37.6 Kremlin
GE 43 41 Abkhazia
GE 42.3 44 South Ossetia
AZ 39.9 46.7 Nagorno-Karabakh|Karabakh|Artsakh
AZ 39.2 45.4 Nakhchivan
NO 70 25 Finnmark|Finnmark county|Troms og Finnmark|Troms and Finnmark
NO 69.4 29.6 Pasvik|Pasvikdalen|Pasvik Valley|Pasvik valley|Pasvikdalen Valley|Pasvik River|Pasvikelva
NO! 69.05 28.9 Treriksrøysa|Treriksroysa
NO 69.5 19 Troms
NO 67.3 15 Nordland
NO 78 16 Svalbard|Spitsbergen
NO 63.4 10.4 Trøndelag
NO 61 6 Vestland
NO 59.3 5.5 Rogaland
NO 61 10.5 Innlandet
NO 59 8.5 Telemark|Vestfold
NO 58.5 7.5 Agder
NO 69.7 30 Sør-Varanger
NO! 69.7 30.8 Jakobselv|Grense Jakobselv|Storskog
FI 68 27 Finnish Lapland
SE 66 20 Norrbotten
SE 65 17 Norrland
SE 56 13.5 Skåne|Scania
SE 57.5 18.5 Gotland
DK 56 9.3 Jutland
DK 55.5 11.7 Zealand
GB 52.5 -1.5 England
GB 56.8 -4.2 Scotland
GB 52.3 -3.7 Wales
GB 54.6 -6.7 Northern Ireland|Ulster
GB! 51.5 -0.12 Westminster|Downing Street|Whitehall
GB 52.5 -1.9 West Midlands|Midlands
GB 53.8 -1.6 Yorkshire
GB 50.4 -4.9 Cornwall
FR 48.2 -2.8 Brittany
FR 49 0 Normandy
FR 43.9 6 Provence
FR 48.5 7.5 Alsace
FR 42.1 9.1 Corsica
ES 41.8 1.5 Catalonia
ES 43 -2.6 Basque Country
ES 37.4 -4.7 Andalusia
ES 28.3 -15.6 Canary Islands|Canaries
ES 39.6 2.9 Majorca|Mallorca|Balearic Islands
ES 35.9 -5.3 Ceuta
ES 35.3 -2.95 Melilla
PT 38.7 -27.2 Azores
PT 32.7 -17 Madeira
IT 37.5 14.2 Sicily
IT 40.1 9 Sardinia
IT 45.6 9.8 Lombardy
IT 43.4 11.1 Tuscany
IT 45.6 11.8 Veneto
IT 35.5 12.6 Lampedusa
DE 48.9 11.5 Bavaria
DE 51 13.4 Saxony
DE 51.5 7.5 North Rhine-Westphalia|Ruhr
DE 52.4 12.9 Brandenburg
GR 35.2 24.9 Crete
GR 39.1 26.5 Lesbos|Lesvos
GR 36.2 28 Rhodes
BA 44.8 17.2 Republika Srpska
RS 45.4 20 Vojvodina
RO 46 25 Transylvania
BE 51 4 Flanders
BE 50.3 5 Wallonia
PL 52.2 21 Masovia
PL 50.3 19 Silesia
PL 54.2 23 Suwalki Gap
TR 39.5 32.5 Anatolia
CY 35.3 33.6 Northern Cyprus
PS 31.4 34.4 Gaza|Gaza Strip|Gaza City
PS 32 35.2 West Bank|occupied West Bank
PS! 31.3 34.25 Rafah
IL! 31.78 35.22 Jerusalem|East Jerusalem
SY 33 35.8 Golan Heights|Golan
SY 35.9 36.6 Idlib
SY 36.2 37.2 Aleppo
SY 36.6 40 Rojava
SY! 36.9 38.35 Kobani|Kobane
LB 33.3 35.4 Southern Lebanon|South Lebanon
LB 34 36.1 Bekaa|Bekaa Valley
EG 29.5 33.8 Sinai|Sinai Peninsula
IQ 33.3 43.5 Anbar
IQ 36.3 42.5 Nineveh|Sinjar
YE 14.8 43 Hodeidah|Hudaydah
YE 12.5 53.9 Socotra
SD 13.5 24 Darfur|West Darfur|North Darfur|South Darfur
SD 11 30 Kordofan|South Kordofan
ET 14 38.5 Tigray
ET 11.5 38 Amhara
ET 8 39 Oromia
ET 7 44 Ogaden
SO 9.6 46 Somaliland
SO 8.5 49 Puntland
NG 11.8 13 Borno
NG 5 6.5 Niger Delta
NG 5.8 7.5 Biafra
CD -1 29 North Kivu|Kivu
CD -3 28.5 South Kivu
CD 1.6 30 Ituri
CD -10 26.5 Katanga
CM 6 10 Ambazonia
MZ -12.5 39.5 Cabo Delgado
ZA -26.2 28 Gauteng
ZA -29 30.5 KwaZulu-Natal
ZA -33 20 Western Cape
ZA -32 26.5 Eastern Cape
CN 41 85 Xinjiang
CN 31 88 Tibet
CN 44 112 Inner Mongolia
CN 23.4 113.4 Guangdong
CN 30.7 103 Sichuan
CN 31 112.3 Hubei
CN 25 102 Yunnan
CN 44 126 Manchuria
JP 43.4 142.8 Hokkaido
JP 26.5 128 Okinawa
JP 36 138 Honshu
JP 33 131 Kyushu
JP 37.4 141 Fukushima
ID -4.5 138 Papua|West Papua
ID -7.3 110 Java|Central Java|West Java|East Java
ID 0 102 Sumatra|North Sumatra|West Sumatra
ID 4.5 96.8 Aceh
ID -8.4 115.1 Bali
ID -2 120.5 Sulawesi
ID 0 114 Kalimantan|Borneo
MY 5.4 117 Sabah
MY 2.5 113 Sarawak
PH 8 125 Mindanao
PH 16 121 Luzon
PH 11 123.5 Visayas
MM 20.5 93.5 Rakhine
MM 22 98 Shan State
MM 26 97.5 Kachin
LK 9.5 80.2 Jaffna
IN 10.5 76.5 Kerala
IN 11 78.5 Tamil Nadu
IN 15 76 Karnataka
IN 27 81 Uttar Pradesh|UP
IN 26 92.8 Assam
IN 24.7 93.9 Manipur
IN 28 94.5 Arunachal Pradesh
IN 34.2 77.6 Ladakh
AU -32 147 New South Wales|NSW
AU -22 144 Queensland
AU -37 144 Victoria
AU -42 147 Tasmania
AU -20 134 Northern Territory
AU -18 147 Great Barrier Reef
CA 53 -71 Quebec|Québec
CA 50 -86 Ontario
CA 55 -115 Alberta
CA 54 -125 British Columbia
CA 70 -90 Nunavut
US! 38.9 -77 Washington|Washington, D.C.|Washington D.C.|Washington DC|D.C.|District of Columbia|White House|Capitol Hill
US 41 -75 East Coast
US 38 -120 West Coast
US 42 -90 Midwest
US 43.5 -71 New England
US 33 -88 Deep South
US 37.4 -122 Silicon Valley|Bay Area
US 40.8 -73.97 Manhattan
US 40.65 -73.95 Brooklyn
US 40.8 -73.2 Long Island
US! 19.9 -75.1 Guantanamo|Guantánamo|Guantanamo Bay
MX 29 -106 Chihuahua
MX 16.5 -92.5 Chiapas
MX 25 -107.5 Sinaloa
BR -23 -46.6 São Paulo|Sao Paulo
BR -22.9 -43.2 Rio de Janeiro|Rio
CL -53 -71 Patagonia|Tierra del Fuego
GY 6 -60 Essequibo
`

/** The countries of the world. */
export function countries(): readonly Region[] {
  return parse(countryLines)
}

/** Regions that no list of cities has: continents, seas, valleys, contested lands, well-known provinces. */
export function regions(): readonly Region[] {
  return parse(regionLines)
}

function parse(lines: string): Region[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [country = '', lat = '', lon = '', ...names] = line.split(' ')
      return {
        names: names.join(' ').split('|'),
        country: country.replace(/[-!]/, ''),
        lat: Number(lat),
        lon: Number(lon),
        isPoint: country.endsWith('!'),
      }
    })
}
