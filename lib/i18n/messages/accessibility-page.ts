import type {Locale} from '../locales.ts'

/** The accessibility statement. Tests check its claims about the pages; change both together. */
type AccessibilityText = {
  title: string
  lead: string
  standard: string
  standardText: string
  how: string
  howPoints: string[]
  limits: string
  limitPoints: string[]
  contact: string
  contactText: string
  reviewed: string
}

/** The day of the last review of all pages against this statement. ISO 8601. */
export const accessibilityReviewed = '2026-11-25'

const texts: Record<Locale, AccessibilityText> = {
  cs: {
    title: 'Přístupnost',
    lead: 'Tyto stránky mají být čitelné a\u00a0použitelné pro každého. Zde je, čeho se držíme, jak to ověřujeme a\u00a0co zatím není ideální.',
    standard: 'Čeho se držíme',
    standardText: 'Web je navržen podle WCAG 2.2 (AA). Žádné porušení těchto pravidel na něm není známo.',
    how: 'Jak to ověřujeme',
    howPoints: [
      'Každou stránku kontroluje při každé změně program axe, ve světlém i\u00a0tmavém vzhledu; žádná stránka nesmí mít chybu; totéž platí pro HTML.',
      'Vše jde ovládat klávesnicí, i\u00a0mapa, která se posouvá do strany.',
      'Stránky lze číst i\u00a0při šířce 320 px a\u00a0při čtyřnásobném zvětšení.',
      'Stránky nepotřebují skripty ani cookies, řídí se vzhledem nastaveným v\u00a0systému a\u00a0omezí pohyb, když si to přejete.',
      'Text v\u00a0jiném jazyce, než je jazyk stránky, je tak označen, aby ho odečítač četl správně.',
    ],
    limits: 'Co není ideální',
    limitPoints: [
      'Časová osa a\u00a0mapa vztahů jsou obrázky. Totéž je pod nimi jako tabulka a\u00a0jako seznam.',
      'Mapa vztahů je na malých displejích širší než obrazovka a\u00a0posouvá se ve svém rámečku.',
      'Kde chybí překlad, je text v\u00a0druhém jazyce.',
      'Zdroje jsou na cizích webech; jejich přístupnost neovlivníme.',
      'S\u00a0lidmi, kteří používají odečítač nebo jinou pomůcku, zatím stránky vyzkoušeny nebyly.',
    ],
    contact: 'Narazili jste na překážku?',
    contactText: 'Napište nám, kde a\u00a0v\u00a0čem; kontakt je na webu sdružení:',
    reviewed: 'Naposledy prověřeno:',
  },
  en: {
    title: 'Accessibility',
    lead: 'These pages are meant to be readable and usable for everyone. Here is what we hold to, how we check it and what is not ideal yet.',
    standard: 'What we hold to',
    standardText: 'The pages are made to WCAG 2.2 at level AA. No failure of these rules is known on them.',
    how: 'How we check it',
    howPoints: [
      'The program axe checks every page at every change, in the light and the dark theme; none may have a single fault. The same goes for HTML validity.',
      'Everything works from the keyboard, also the map, which scrolls sideways.',
      'The pages can be read at a width of 320 pixels and at four times the size.',
      'They need neither scripts nor cookies, follow the theme of your system, and keep still when you ask for less motion.',
      'Text in another language than the page’s is marked as such, so that a screen reader pronounces it correctly.',
    ],
    limits: 'What is not ideal',
    limitPoints: [
      'The timeline and the map of relations are pictures. The same is below them as a table and as a list.',
      'On small screens the map of relations is wider than the screen and scrolls within its frame.',
      'Where a translation is missing, the text is in the other language.',
      'Sources are on other websites, whose accessibility is not in our hands.',
      'The pages have not yet been tried with people who use a screen reader or another aid.',
    ],
    contact: 'Is something in your way?',
    contactText: 'Write to us where and what; the contact is on the association’s website:',
    reviewed: 'Last reviewed:',
  },
}

export const accessibilityText = (locale: Locale): AccessibilityText => texts[locale]
