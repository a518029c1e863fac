import type {Locale} from '../locales.ts'

/** The texts of the map of relations and of the timeline. */
export type PictureTexts = {
  relations: {
    picture: string
    legend: string
    /** Legend of the boxes. */
    nodes: Record<'home' | 'network' | 'body' | 'person', string>
    /** Legend of the line styles. */
    lines: Record<'sure' | 'unconfirmed' | 'over', string>
    list: string
    /** Label of the line from a body to what it belongs to. */
    partOf: string
    /** Label of the line from a network to one that it is a member of. */
    memberOf: string
    /** Label of the line from a host to a network. */
    hosts: string
    /** Label of the line from the organisation to a person who represents it. */
    represented: string
    /** Label of the line from a network to a body that a member informs; follows the member's name. */
    informs: string
  }
  timeline: {
    /** Accessible name of a picture; follows the name of the network. */
    picture: string
    /** What each mark means. */
    legend: Record<
      'event' | 'membership' | 'doubtful' | 'within' | 'uncertain' | 'about' | 'fading' | 'goesOn',
      string
    >
    undated: string
    table: string
    showTable: string
    /** Follows a date outside the time axis. */
    beyond: string
    when: string
    what: string
  }
}

export const pictureTexts: Record<Locale, PictureTexts> = {
  cs: {
    relations: {
      picture: 'Mapa vztahů; může být širší než obrazovka',
      legend:
        'Po směru šipky čtěte větu: „SIMI – zakládající člen – Konsorcium“. Zelené názvy vedou na stránku sítě.',
      nodes: {
        home: 'SIMI',
        network: 'má zde stránku',
        body: 'jiná organizace nebo orgán',
        person: 'osoba za SIMI',
      },
      lines: {
        sure: 'plná čára: trvá',
        unconfirmed: 'tečkovaná čára: zatím neověřeno, zda vztah trvá',
        over: 'čárkovaná čára: skončil',
      },
      list: 'Totéž jako seznam',
      partOf: 'je součástí',
      memberOf: 'je členem',
      hosts: 'poskytuje zázemí',
      represented: 'zastupuje je',
      informs: 'předává informace',
    },
    timeline: {
      picture: 'data na ose let; totéž říká tabulka níže',
      legend: {
        event: 'událost; tak dlouhá, jak je datum neurčité: léto, rok',
        membership: 'role SIMI',
        doubtful: 'nepotvrzeno: zdroje se liší, chybí, nebo se údaj týká jen té doby',
        within: 'začátek nebo konec v\u00a0tomto období',
        uncertain: 'pravděpodobně',
        about: 'přibližně v\u00a0této době',
        fading: 'začátek nebo konec neznáme',
        goesOn: 'trvá',
      },
      undated: 'Bez známých dat',
      table: 'Totéž jako tabulka, se zdroji',
      showTable: 'Zobrazit tabulku',
      beyond: 'mimo osu let',
      when: 'Kdy',
      what: 'Co',
    },
  },
  en: {
    relations: {
      picture: 'Map of relations; it may be wider than the screen',
      legend:
        'Follow an arrow to read a sentence: “SIMI – founding member – Consortium”. Names in green open the page of the network.',
      nodes: {
        home: 'SIMI',
        network: 'has a page here',
        body: 'another body',
        person: 'a person for SIMI',
      },
      lines: {
        sure: 'solid line: goes on',
        unconfirmed: 'dotted line: not confirmed that it goes on',
        over: 'dashed line: has ended',
      },
      list: 'The same as a list',
      partOf: 'is part of',
      memberOf: 'is a member of',
      hosts: 'hosts',
      represented: 'represented by',
      informs: 'passes information to',
    },
    timeline: {
      picture: 'its dates on a line of years; the table below says the same',
      legend: {
        event: 'an event; as long as its date is vague: a summer, a year',
        membership: 'SIMI’s role',
        doubtful: 'not confirmed: sources differ, none is given, or it is known of that time only',
        within: 'began or ended within this time',
        uncertain: 'probably',
        about: 'about this time',
        fading: 'beginning or end unknown',
        goesOn: 'goes on',
      },
      undated: 'No dates known',
      table: 'The same as a table, with sources',
      showTable: 'Show the table',
      beyond: 'outside the line of years',
      when: 'When',
      what: 'What',
    },
  },
}
