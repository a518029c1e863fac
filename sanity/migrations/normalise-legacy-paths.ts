import {at, defineMigration, set} from 'sanity/migrate'
import {normaliseLegacyPath} from '#lib/routing/legacy-path.ts'

/**
 * Until November 2026 a former address could be written with a slash at its end, with doubled slashes, or encoded. The
 * rule that no two networks have the same one compares them as text and refuses other spellings.
 */
export default defineMigration({
  title: 'Former addresses in one spelling',
  documentTypes: ['network'],
  filter: 'defined(legacyPaths)',
  migrate: {
    document(document) {
      const before = Array.isArray(document.legacyPaths)
        ? document.legacyPaths.filter((path) => typeof path === 'string')
        : []
      const after = [...new Set(before.map(normaliseLegacyPath))]
      // A second run finds nothing to do.
      return after.join() === before.join() ? undefined : at('legacyPaths', set(after))
    },
  },
})
