/** Lower case without diacritics, to search names: an editor may type "rada" or "zari". */
export const withoutDiacritics = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
