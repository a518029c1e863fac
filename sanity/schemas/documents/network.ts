import {orderRankField, orderRankOrdering} from '@sanity/orderable-document-list'
import {defineType} from 'sanity'
import {otherLocale} from '#lib/i18n/locales.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {networkFacts} from '../fields/network-facts.ts'
import {levels} from '../fields/network-kind.ts'
import {networkPlace} from '../fields/network-place.ts'
import {networkSources} from '../fields/network-sources.ts'
import {networkText} from '../fields/network-text.ts'
import {withMemberships} from '../inputs/network-memberships.tsx'
import {checkedToday} from '../new-documents.ts'
import {inStudioLanguage, translationGap} from '../preview-text.ts'

/** A network, platform, committee or partner that has a page. */
export const network = defineType({
  name: 'network',
  title: t('Síť', 'Network'),
  type: 'document',
  initialValue: checkedToday,
  renderMembers: withMemberships,
  groups: [
    {name: 'text', title: 'Text', default: true},
    {name: 'facts', title: t('Fakta', 'Facts')},
    {name: 'place', title: t('Zařazení a odkazy', 'Place and links')},
    {name: 'evidence', title: t('Prameny a opravy', 'Sources and corrections')},
  ],
  orderings: [
    orderRankOrdering,
    {title: t('Název', 'Name'), name: 'name', by: [{field: 'name.cs', direction: 'asc'}]},
  ],
  fields: [
    orderRankField({type: 'network'}),
    ...networkText,
    ...networkFacts,
    ...networkPlace,
    ...networkSources,
  ],
  preview: {
    select: {
      name: 'name',
      slug: 'slug',
      summary: 'summary',
      body: 'body',
      level: 'level',
      relationKind: 'relationKind',
      media: 'logo',
    },
    prepare: ({name, slug, summary, body, level, relationKind, media}) => ({
      title: inStudioLanguage(name) ?? '',
      subtitle: [
        relationKind === 'partner' ? 'partner' : levels.find(({value}) => value === level)?.title,
        translationGap({name, slug, summary, body}),
        name?.[otherLocale(studioLanguage)],
      ]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
})
