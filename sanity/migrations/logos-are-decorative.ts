import {at, defineMigration, set} from 'sanity/migrate'

type Logo = {asset?: unknown; purpose?: unknown}

/**
 * Until November 2026 every logo had an empty text alternative. Editors now decide for each logo whether it needs
 * a description. This migration records what pages do today, so that documents with a logo stay publishable.
 */
export default defineMigration({
  title: 'Record that existing logos are decorative',
  documentTypes: ['network', 'organization'],
  filter: 'defined(logo.asset) && !defined(logo.purpose)',
  migrate: {
    document(document) {
      const logo = document.logo as Logo | undefined
      // Idempotent: a second run changes nothing.
      return logo?.asset && !logo.purpose ? at('logo.purpose', set('decorative')) : undefined
    },
  },
})
