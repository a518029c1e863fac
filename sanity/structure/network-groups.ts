import type {Group} from '#lib/routes.ts'
import {t} from '#sanity/studio/language.ts'

/** The site's groups as GROQ filters; a test holds them to `groupOf` of lib/routes.ts. */
export const networkGroups: readonly {id: Group; title: string; filter: string}[] = [
  {
    id: 'czech-networks',
    title: t('České sítě', 'Czech networks'),
    filter: '_type == "network" && relationKind != "partner" && level == "czech"',
  },
  {
    id: 'european-networks',
    title: t('Evropské a mezinárodní sítě', 'European networks'),
    filter: '_type == "network" && relationKind != "partner" && level != "czech"',
  },
  {
    id: 'foreign-partners',
    title: t('Zahraniční partneři', 'Foreign partners'),
    filter: '_type == "network" && relationKind == "partner"',
  },
]
