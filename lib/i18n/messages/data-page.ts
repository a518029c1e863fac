import type {Locale} from '../locales.ts'

export type DataPageText = {
  /** For search engines. */
  keywords: string[]
  tables: string
  tablesText: string
  /** Links to a table's file; the name of the table follows, for screen readers. */
  plain: string
  excel: string
  columns: string
  others: string
  dataPackage: string
  popolo: string
  schema: string
  feed: string
  reading: string
  /** How to read the data, one item each. */
  notes: string[]
  licence: string
  licenceText: string
}

const texts: Record<Locale, DataPageText> = {
  cs: {
    keywords: ['migrace', 'sítě', 'členství', 'nevládní organizace', 'Česká republika'],
    tables: 'Tabulky',
    tablesText:
      'Každá tabulka je ve dvou souborech: „pro Excel“ se v\u00a0českém Excelu otevře rovnou do sloupců (středníky, UTF\u20118 s\u00a0BOM), „CSV“ je pro programy (čárky, UTF\u20118 bez BOM).',
    plain: 'CSV',
    excel: 'pro Excel',
    columns: 'Sloupce:',
    others: 'Další soubory',
    dataPackage: 'Popis tabulek a\u00a0sloupců (Data Package)',
    popolo: 'Sítě, osoby a\u00a0členství (JSON podle standardu Popolo)',
    schema: 'Schéma předchozího souboru (JSON Schema)',
    feed: 'Změny na stránkách (Atom)',
    reading: 'Jak data číst',
    notes: [
      'Sloupce s\u00a0„_id“ spojují tabulky. Česká a\u00a0anglická znění mají každé svůj sloupec; prázdná buňka znamená, že text je jen v\u00a0druhém jazyce, nebo že údaj neznáme.',
      'Kalendářní data ve sloupcích „_edtf“ jsou ve formátu EDTF (ISO 8601-2): „2010-22“ je léto 2010, „2012~“ kolem roku 2012, „[2016,2017]“ rok 2016 nebo 2017. Popolo roční období nezná, proto tam stojí jen rok a\u00a0poznámka. Datum založení je v\u00a0Popolo jen tehdy, když je přesné, má zdroj a\u00a0nikdo ho nezpochybňuje.',
      'Stav „unknown“ znamená, že nevíme, zda členství trvá; údaj platil v\u00a0době uvedené v\u00a0„as_of_edtf“ (podle zdroje, jinak podle posledního ověření). Prázdná role znamená, že ji žádný zdroj neuvádí. Chybějící konec neznamená, že členství trvá; u\u00a0stavu „former“ znamená, že datum konce není známo.',
      'Zdroje se mohou lišit: pak má každý svůj řádek a\u00a0událost je ve sloupci „disputed“ označená „true“. Počet bez data nečtěte jako dnešní.',
      'Osoby jsou v\u00a0datech jen tehdy, když jsou samy členy. Zástupci organizací v\u00a0nich nejsou.',
      'Před hodnotou, kterou by tabulkový procesor četl jako vzorec, stojí apostrof.',
    ],
    licence: 'Licence',
    licenceText:
      'SIMI licenci k\u00a0obsahu neuvádí: © SIMI, před dalším užitím se prosím zeptejte. Kód webu je pod licencí MIT.',
  },
  en: {
    keywords: ['migration', 'networks', 'memberships', 'non-governmental organisations', 'Czech Republic'],
    tables: 'Tables',
    tablesText:
      'Each table is in two files: “CSV” is for programs (commas, UTF\u20118 without BOM), “for Czech Excel” opens in columns in an Excel with Czech settings (semicolons, UTF\u20118 with BOM).',
    plain: 'CSV',
    excel: 'for Czech Excel',
    columns: 'Columns:',
    others: 'Other files',
    dataPackage: 'Description of tables and columns (Data Package)',
    popolo: 'Networks, people and memberships (JSON, after the Popolo standard)',
    schema: 'JSON Schema of the file above',
    feed: 'Changes to the pages (Atom)',
    reading: 'How to read the data',
    notes: [
      'Columns with “_id” connect the tables. The Czech and the English wording have a column each; an empty cell means that the text is only in the other language, or that we don’t know.',
      'Dates in columns with “_edtf” are EDTF (ISO 8601-2): “2010-22” is summer 2010, “2012~” about 2012, “[2016,2017]” 2016 or 2017. Popolo has no seasons, so there you find the year and a note. Popolo has a founding date only when it is exact, has a source and is not disputed.',
      'The status “unknown” means that we don’t know whether a membership goes on; it was true at the time in “as_of_edtf” (that of the source, or else of the last check). An empty role means that no source states one. A missing end doesn’t mean that there is none; with the status “former” it means that its date isn’t known.',
      'Sources may differ: then each has a row, and an event has “true” in the column “disputed”. Don’t read a number without a date as current.',
      'People are in the data only as members in their own name. Those who represent an organisation are not.',
      'An apostrophe stands before a value that a spreadsheet would run as a formula.',
    ],
    licence: 'Licence',
    licenceText:
      'SIMI has not stated a licence for its content: © SIMI, please ask before reuse. The site’s code is under the MIT licence.',
  },
}

export const dataPageText = (locale: Locale): DataPageText => texts[locale]
