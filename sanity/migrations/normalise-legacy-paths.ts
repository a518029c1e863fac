import {at, defineMigration, set} from 'sanity/migrate'
import {normaliseLegacyPath} from '#lib/routing/legacy-path.ts'

/**
 * Until November 2026 a legacy path could have a trailing slash, double slashes or percent-encoding. The
 * uniqueness rule compares paths as text, so it now accepts the normalised form only. This migration
 * normalises old values.
 */
export default defineMigration({
  title: 'Normalise legacy paths',
  documentTypes: ['network'],
  filter: 'defined(legacyPaths)',
  migrate: {
    document(document) {
      const before = Array.isArray(document.legacyPaths)
        ? document.legacyPaths.filter((path) => typeof path === 'string')
        : []
      const after = [...new Set(before.map(normaliseLegacyPath))]
      // Idempotent: a second run changes nothing.
      return after.join() === before.join() ? undefined : at('legacyPaths', set(after))
    },
  },
})
