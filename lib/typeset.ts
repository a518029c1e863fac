/**
 * A text as it should be set: one-letter prepositions and conjunctions stay with the next word, a number with what
 * it counts, the parts of a Czech date with each other. For what is printed only; data keeps its plain spaces.
 * Made for Czech and harmless in English, where "a" and "I" gain by it too.
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<=^|[\s(„“"‚–—])([kosvzuai]) (?=\S)/giu, '$1\u00a0')
    .replace(/(?<=\d\.) (?=\d)/gu, '\u00a0')
    .replace(/(?<=(?:^|[\s(])\d{1,4}\.?) (?=\p{L})/gu, '\u00a0')
}
