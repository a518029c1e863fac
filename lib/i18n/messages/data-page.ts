import type {Locale} from '../locales.ts'

export type DataPageText = {
  title: string
  lead: string
  files: string
  popolo: string
  schema: string
  networks: string
  memberships: string
  feed: string
  columns: string
  reading: string
  csv: string
  dates: string
  status: string
  people: string
  changed: string
  licence: string
  licenceText: string
}

const texts: Record<Locale, DataPageText> = {
  cs: {
    title: 'Otevřená data',
    lead: 'Sítě a\u00a0členství z\u00a0tohoto webu ke strojovému čtení. Soubory se mění zároveň se stránkami.',
    files: 'Soubory',
    popolo: 'Sítě, osoby a\u00a0členství (JSON podle standardu Popolo)',
    schema: 'Schéma předchozího souboru (JSON Schema)',
    networks: 'Sítě (CSV)',
    memberships: 'Členství (CSV)',
    columns: 'Sloupce:',
    feed: 'Změny na stránkách (Atom)',
    reading: 'Jak data číst',
    csv: 'CSV je v\u00a0UTF-8, sloupce dělí čárka, česká a\u00a0anglická znění mají každé svůj sloupec.',
    dates:
      'Kalendářní data v\u00a0CSV jsou ve formátu EDTF (ISO 8601-2): „2010-22“ je léto 2010. Popolo roční období nezná, proto tam stojí jen rok a\u00a0poznámka. Datum založení je v\u00a0Popolo jen tehdy, když je přesné, má zdroj a\u00a0nikdo ho nezpochybňuje.',
    status:
      'Stav „unknown“ znamená, že nevíme, zda členství trvá; údaj platil v\u00a0době uvedené v\u00a0„as_of“ (podle zdroje, jinak podle posledního ověření). Prázdná role znamená, že ji žádný zdroj neuvádí. Chybějící konec neznamená, že členství trvá; u\u00a0stavu „former“ znamená, že datum konce není známo.',
    people:
      'Osoby jsou v\u00a0datech jen tehdy, když jsou samy členy. Zástupci organizací v\u00a0nich nejsou.',
    changed: 'Naposledy změněno:',
    licence: 'Licence',
    licenceText:
      'SIMI licenci k\u00a0obsahu neuvádí: © SIMI, před dalším užitím se prosím zeptejte. Kód webu je pod licencí MIT.',
  },
  en: {
    title: 'Open data',
    lead: 'The networks and memberships of this site for machines to read. The files change together with the pages.',
    files: 'Files',
    popolo: 'Networks, people and memberships (JSON, after the Popolo standard)',
    schema: 'JSON Schema of the file above',
    networks: 'Networks (CSV)',
    memberships: 'Memberships (CSV)',
    columns: 'Columns:',
    feed: 'Changes to the pages (Atom)',
    reading: 'How to read the data',
    csv: 'CSV is in UTF-8 with commas between columns; the Czech and the English wording have a column each.',
    dates:
      'Dates in the CSV files are EDTF (ISO 8601-2): “2010-22” is summer 2010. Popolo has no seasons, so there you find the year and a note. Popolo has a founding date only when it is exact, has a source and is not disputed.',
    status:
      'The status “unknown” means that we don’t know whether a membership goes on; it was true at the time in “as_of” (that of the source, or else of the last check). An empty role means that no source states one. A missing end doesn’t mean that there is none; with the status “former” it means that its date isn’t known.',
    people:
      'People are in the data only as members in their own name. Those who represent an organisation are not.',
    changed: 'Last changed:',
    licence: 'Licence',
    licenceText:
      'SIMI has not stated a licence for its content: © SIMI, please ask before reuse. The site’s code is under the MIT licence.',
  },
}

export const dataPageText = (locale: Locale): DataPageText => texts[locale]
