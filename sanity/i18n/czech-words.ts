/**
 * Sanity's Czech texts have two or three words for one thing. Ours has one: docs/glossary.md, "Words in the Studio".
 * In this order: phrases whose other words must agree, then forms of the word.
 */
const replacements: [RegExp, string][] = [
  [/Publikace dokumentu byla zrušena/g, 'Zveřejnění dokumentu bylo zrušeno'],
  [/zrušena jeho publikace/g, 'zrušeno jeho zveřejnění'],
  [/Naplánovaná publikace/g, 'Naplánované zveřejnění'],
  [/poslední publikace/g, 'posledního zveřejnění'],
  [/\bk publikaci/g, 'ke zveřejnění'],
  [/ublikováním/g, 'zveřejněním'],
  [/ublikování/g, 'zveřejnění'],
  [/ublikujete/g, 'zveřejníte'],
  [/ublikujte/g, 'zveřejněte'],
  [/ublikovat/g, 'zveřejnit'],
  [/ublikac[ei]/g, 'zveřejnění'],
  [/ublikovan/g, 'zveřejněn'],
  [/ublikován/g, 'zveřejněn'],
  [/Pz(?=veřej)/g, 'Z'],
  [/pz(?=veřej)/g, 'z'],
  [/Slug/g, 'Adresa stránky'],
  [/Vytvořen návrh/g, 'Vytvořen koncept'],
  [/\brelease\b/g, 'vydání'],
]

/** A Czech text of Sanity with our words. */
export const withOurWords = (text: string): string =>
  replacements.reduce((changed, [from, to]) => changed.replace(from, to), text)
