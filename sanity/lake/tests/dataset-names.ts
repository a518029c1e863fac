/** Sanity's rule for the names of datasets, by example. A leading `~` is that of an alias. */
export const datasetNames = {
  valid: ['production', 'a', '0', 'a-b_c', '~alias', 'a'.repeat(64), `~${'a'.repeat(64)}`],
  invalid: ['-x', '_x', '~', '~-x', 'Upper', 'a.b', 'a b', 'a/b', 'š', 'a'.repeat(65)],
}
