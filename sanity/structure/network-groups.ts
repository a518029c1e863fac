import type {Group} from '#lib/routes.ts'

/** The site's groups as GROQ filters; a test holds them to `groupOf` of lib/routes.ts. */
export const networkGroups: readonly {id: Group; title: string; filter: string}[] = [
  {
    id: 'czech-networks',
    title: 'České sítě / Czech networks',
    filter: '_type == "network" && relationKind != "partner" && level == "czech"',
  },
  {
    id: 'european-networks',
    title: 'Evropské a mezinárodní sítě / European networks',
    filter: '_type == "network" && relationKind != "partner" && level != "czech"',
  },
  {
    id: 'foreign-partners',
    title: 'Zahraniční partneři / Foreign partners',
    filter: '_type == "network" && relationKind == "partner"',
  },
]
