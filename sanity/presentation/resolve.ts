import {defineDocuments, defineLocations, type PresentationPluginOptions} from 'sanity/presentation'
import {locales} from '#lib/locales.ts'
import {groupOf, groupPath, landingPath, networkPath} from '#lib/routes.ts'

const languageNames = {cs: 'česky', en: 'English'}

type Address = {cs?: string; en?: string; name?: string; level?: string; relationKind?: string}

/** Every page that shows a network, in both languages. */
function locationsOf(address: Address | null | undefined) {
  const group = groupOf(address ?? {})
  const title = address?.name ?? 'Bez názvu'
  const pages = locales.flatMap((locale) => {
    const slug = address?.[locale]
    return slug
      ? [{title: `${title} (${languageNames[locale]})`, href: networkPath(locale, group, slug)}]
      : []
  })
  const lists = locales.flatMap((locale) => [
    {title: `Seznam sítí (${languageNames[locale]})`, href: groupPath(locale, group)},
    {title: `Naše členství (${languageNames[locale]})`, href: landingPath(locale)},
  ])
  return {locations: [...pages, ...lists]}
}

/** Which pages show a document, and which document a page is about: the Presentation tool's two-way map. */
export const resolve = {
  mainDocuments: defineDocuments([
    {
      route: '/:locale/:section/:group/:slug',
      filter: '_type == "network" && $slug in [slug.cs.current, slug.en.current]',
      params: ({params}) => ({slug: params.slug ?? ''}),
    },
  ]),
  locations: {
    network: defineLocations({
      select: {
        cs: 'slug.cs.current',
        en: 'slug.en.current',
        name: 'name.cs',
        level: 'level',
        relationKind: 'relationKind',
      },
      resolve: locationsOf,
    }),
    membership: defineLocations({
      select: {
        cs: 'network.slug.cs.current',
        en: 'network.slug.en.current',
        name: 'network.name.cs',
        level: 'network.level',
        relationKind: 'network.relationKind',
      },
      resolve: locationsOf,
    }),
  },
} satisfies PresentationPluginOptions['resolve']
