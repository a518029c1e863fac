import type {Locale} from '../locales.ts'

type PageText = {
  /** The heading, the word in the menu, the name in search engines. */
  title: string
  /** The sentence below the heading, and the description in search engines. */
  lead: string
}

/**
 * The texts that editors change in the Studio, by page. `site` is for all pages. Texts of the interface are
 * in ./shape.ts: they belong to the code.
 */
export type SiteTexts = {
  site: {
    /** The full name of the organisation, in the footer. */
    organization: string
    /** The name of the site, where a page has none of its own. */
    title: string
    /** The description of pages without one of their own. */
    description: string
  }
} & Record<
  | 'home'
  | 'landing'
  | 'czech-networks'
  | 'european-networks'
  | 'foreign-partners'
  | 'overview'
  | 'timeline'
  | 'relations'
  | 'data',
  PageText
>

/**
 * The first values. A new document gets them, and pages show them where the document lacks a text. The seed
 * has the same; a test compares them.
 */
export const firstSiteTexts: Record<Locale, SiteTexts> = {
  cs: {
    site: {
      organization: 'Sdružení pro integraci a migraci (SIMI)',
      title: 'SIMI – sítě a členství',
      description: 'Sítě, výbory a platformy, do kterých SIMI patří nebo se jich účastní, s daty a zdroji.',
    },
    home: {
      title: 'Sítě a partneři SIMI',
      lead: 'Sdružení pro integraci a migraci (SIMI) hájí práva migrantů společně s dalšími: kde, v jaké roli a podle jakých zdrojů.',
    },
    landing: {
      title: 'Naše členství',
      lead: 'Sítě, poradní orgány a partneři, do kterých SIMI patří, kterých se účastní nebo s nimiž spolupracuje. Každý údaj má datum a zdroj.',
    },
    'czech-networks': {
      title: 'České sítě',
      lead: 'Sítě, poradní orgány a platformy v České republice.',
    },
    'european-networks': {title: 'Evropské sítě', lead: 'Evropské a mezinárodní sítě.'},
    'foreign-partners': {
      title: 'Zahraniční partneři',
      lead: 'Partnerské organizace v zahraničí. Partnerství není členství.',
    },
    overview: {
      title: 'Přehled členství',
      lead: 'Všechna členství v jedné tabulce, i ta, která skončila.',
    },
    timeline: {
      title: 'Časová osa',
      lead: 'Kdy sítě vznikly a jak se měnily a odkdy se jich SIMI účastní, pokud to zdroje uvádějí.',
    },
    relations: {
      title: 'Vztahy',
      lead: 'Kdo kam patří: SIMI, sítě, čeho jsou součástí a lidé, kteří se účastní za SIMI.',
    },
    data: {
      title: 'Data ke stažení',
      lead: 'Sítě, členství, historie a zdroje z tohoto webu v tabulkách. Soubory se mění zároveň se stránkami.',
    },
  },
  en: {
    site: {
      organization: 'Association for Integration and Migration (SIMI)',
      title: 'SIMI – networks and memberships',
      description:
        'The networks, committees and platforms SIMI belongs to or takes part in, with dates and sources.',
    },
    home: {
      title: 'SIMI’s networks and partners',
      lead: 'The Association for Integration and Migration (SIMI) defends the rights of migrants together with others: where, in what role and according to which sources.',
    },
    landing: {
      title: 'Our membership',
      lead: 'Networks, advisory bodies and partners SIMI belongs to, takes part in or works with. Each fact is given with its date and its source.',
    },
    'czech-networks': {
      title: 'Czech networks',
      lead: 'Networks, advisory bodies and platforms in the Czech Republic.',
    },
    'european-networks': {title: 'European networks', lead: 'European and international networks.'},
    'foreign-partners': {
      title: 'Foreign partners',
      lead: 'Partner organisations abroad. Partnership is not membership.',
    },
    overview: {
      title: 'Overview of memberships',
      lead: 'All memberships in one table, those that have ended as well.',
    },
    timeline: {
      title: 'Timeline',
      lead: 'When the networks began and changed, and since when SIMI has taken part, as far as the sources say.',
    },
    relations: {
      title: 'Relations',
      lead: 'Who belongs to what: SIMI, the networks, what these are part of, and the people who take part for SIMI.',
    },
    data: {
      title: 'Data downloads',
      lead: 'The networks, memberships, history and sources of this site as tables. The files change together with the pages.',
    },
  },
}
