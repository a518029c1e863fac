type Reason = {keys: RegExp; why: string}

/** Texts that stay in English, by "namespace: key". */
export const untranslated: Reason[] = [
  {keys: /^variants: |variant/i, why: 'variants of documents are an experiment of Sanity that is off here'},
  {keys: /^vision: /, why: 'a tool for administrators; GROQ itself is English'},
  {keys: /^feedback: |sentiment/, why: 'Sanity’s own surveys, which are off'},
  {keys: /^canvas: |^media-library: |^create: /, why: 'products of Sanity that are not part of this Studio'},
  {keys: /content-agent|claim-project/, why: 'products of Sanity that are not part of this Studio'},
  {
    keys: /cdr-table|cdr-summary|other-reference-count\.tooltip/,
    why: 'references to another dataset; there is one dataset',
  },
  {keys: /portable-text\.table/, why: 'formatted text has no tables'},
]
