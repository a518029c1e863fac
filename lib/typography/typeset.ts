const oneLetter = '[kosvzuaiKOSVZUAI]'
const units = 'Kčs?|EUR|CZK|USD|Sb|tis|mil|mld|hod|min|sek|km|cm|mm|m|ha|kg|g|l|h|MB|GB'
const beforeNumbers =
  'č|čís|čj|str|s|čl|odst|písm|ř|obr|tab|příl|sv|roč|r|kap|odd|par|pol|No|Nos|no|nos|p|pp|Art|art|para|Sec|sec|Vol|vol|Fig|fig|Ch|ch'

/** A quantity. Not a year ("2015 and" may break) and not a reference number ("§ 5 odst." may break). */
const quantity = String.raw`(?<![\p{L}\d.,])(?<!§\s|(?<!\p{L})(?:${beforeNumbers})\.\s)(?:\d{1,3}|\d{1,3}(?:\s\d{3})+|\d{5,})(?:[.,]\d+)?`
const titles =
  'Ing|Mgr|Bc|BcA|MgA|JUDr|MUDr|MVDr|MDDr|PhDr|RNDr|ThDr|ThLic|PaedDr|PharmDr|RSDr|akad|arch|doc|Doc|prof|dr|p|pí|sl|sv|St'
const englishTitles = 'Mr|Mrs|Ms|Dr|Prof'
const leading = String.raw`tj|tzv|tzn|vč|cca|ca|cf|approx|i\.e|e\.g`

/**
 * Spaces at which no line may break, as listed in the Czech Language Institute's handbook
 * (prirucka.ujc.cas.cz/?id=880), and their English equivalents. A line may break between month and year. `\s`
 * also matches spaces that are no-break already.
 */
const bound = [
  // v Ostravě, a také, I am
  String.raw`(?<=(?:^|[\s(\[/„“”‚‘"'«»–—])${oneLetter}) (?=\S)`,
  // 10 000, 110 00, +420 800 123 987; not 2015 120
  String.raw`(?<=(?<!\d)\d{1,3}) (?=\d{2,3}(?!\d))`,
  // 18 organizací, 5. pluk, 1. února, 3 years
  String.raw`(?<=${quantity}\.?) (?=\p{L})`,
  // 25 %, 1000 Kč, 326/1999 Sb.
  String.raw`(?<=\d) (?=[%‰°€$£]|(?:${units})(?!\p{L}))`,
  // 1. 4. 2024
  String.raw`(?<=\d\.) (?=\d)`,
  // § 5, * 1921, † 2000, Černá & Bílá
  String.raw`(?<=[§#†*№±&]) (?=\S)`,
  // 5 : 3, 10 × 10
  String.raw`(?<=\d) (?=[:×÷+−=]\s\d)|(?<=\d\s[:×÷+−=]) (?=\d)`,
  // č. 326, str. 5, čl. IV, písm. a)
  String.raw`(?<=(?<!\p{L})(?:${beforeNumbers})\.) (?=\d|[IVXLC]+(?!\p{L})|\p{L}\))`,
  // tj. například, cca 20, i.e. all
  String.raw`(?<=(?<!\p{L})(?:${leading})\.?) (?=\S)`,
  // s. r. o., v. v. i., T. G. M.
  String.raw`(?<=(?<!\p{L})\p{L}\.) (?=\p{L}\.(?!\p{L}))`,
  // př. n. l., mn. č., Ph. D.
  String.raw`(?<=(?<!\p{L})(?:př|mn|jedn|Ph|Th)\.) (?=[nčD]\.)`,
  // Ing. Nováková, Ing. arch. Novák, Mr Smith
  String.raw`(?<=(?<!\p{L})(?:(?:${titles})\.|(?:${englishTitles})\.?)) (?=\p{Lu}|arch\.|dr\.)`,
  // M. Faltová
  String.raw`(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu})`,
  // II. patro, Karel IV.; not "When I"
  String.raw`(?<=(?<!\p{L}|\p{Lu}\p{L}+\s)[IVXLC]+\.) (?=\p{L})|(?<=\p{Lu}\p{L}+) (?=(?:[IVXLC]{2,}|[IVX]\.)(?!\p{L}))`,
]

const boundSpaces = new RegExp(bound.join('|'), 'gu')

/**
 * Replaces some spaces with no-break spaces. For printed text only; data keeps its plain spaces. Our own
 * code, because the libraries for Czech also change quotes, dashes and dots.
 */
export function typeset(text: string): string {
  return text.replace(boundSpaces, '\u00a0')
}

/** `typeset` across the pieces of a text: a bold preposition stays with the next word. Lengths stay. */
export function typesetPieces(pieces: readonly string[]): string[] {
  const whole = typeset(pieces.join(''))
  let end = 0
  return pieces.map((piece) => {
    end += piece.length
    return whole.slice(end - piece.length, end)
  })
}
