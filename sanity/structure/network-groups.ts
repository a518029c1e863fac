import type {Group} from '#lib/routing/paths.ts'
import {t} from '#sanity/i18n/studio-language.ts'

export type NetworkGroup = {
  id: Group
  title: string
  filter: string
  /** Field values that put a new network into the group. */
  value: {relationKind: 'network' | 'partner'; level: 'czech' | 'european'}
}

/** The site's groups as GROQ filters. A test compares them with `groupOf` in lib/routing/paths.ts. */
export const networkGroups: readonly NetworkGroup[] = [
  {
    id: 'czech-networks',
    title: t('České sítě', 'Czech networks'),
    filter: '_type == "network" && relationKind != "partner" && level == "czech"',
    value: {relationKind: 'network', level: 'czech'},
  },
  {
    id: 'european-networks',
    title: t('Evropské a mezinárodní sítě', 'European networks'),
    filter: '_type == "network" && relationKind != "partner" && level != "czech"',
    value: {relationKind: 'network', level: 'european'},
  },
  {
    id: 'foreign-partners',
    title: t('Zahraniční partneři', 'Foreign partners'),
    filter: '_type == "network" && relationKind == "partner"',
    value: {relationKind: 'partner', level: 'european'},
  },
]
