import {ProjectsIcon} from '@sanity/icons/Projects'
import {orderRankField, orderRankOrdering} from '@sanity/orderable-document-list'
import {defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {networkFacts} from '../fields/network-facts.ts'
import {levels} from '../fields/network-kind.ts'
import {networkPlace} from '../fields/network-place.ts'
import {networkSources} from '../fields/network-sources.ts'
import {networkText} from '../fields/network-text.ts'
import {withMemberships} from '../inputs/network-memberships.tsx'
import {checkedToday} from '../new-documents.ts'
import {
  inStudioLanguage,
  nameInOtherLanguage,
  nameSelection,
  orderedByName,
  selectedName,
  translationGap,
} from '../preview-text.ts'

/** A network, platform, committee or partner that has a page. */
export const network = defineType({
  name: 'network',
  title: t('Síť', 'Network'),
  type: 'document',
  icon: ProjectsIcon,
  initialValue: checkedToday,
  renderMembers: withMemberships,
  groups: [
    {name: 'text', title: 'Text', default: true},
    {name: 'facts', title: t('Fakta', 'Facts')},
    {name: 'place', title: t('Zařazení a odkazy', 'Place and links')},
    {name: 'evidence', title: t('Zdroje a opravy', 'Sources and corrections')},
  ],
  orderings: [orderRankOrdering, orderedByName],
  fields: [
    orderRankField({type: 'network'}),
    ...networkText,
    ...networkFacts,
    ...networkPlace,
    ...networkSources,
  ],
  preview: {
    select: {
      ...nameSelection,
      slug: 'slug',
      summary: 'summary',
      body: 'body',
      level: 'level',
      relationKind: 'relationKind',
      media: 'logo',
    },
    prepare: ({slug, summary, body, level, relationKind, media, ...selected}) => {
      const name = selectedName(selected)
      return {
        title: inStudioLanguage(name) ?? '',
        subtitle: [
          relationKind === 'partner' ? 'partner' : levels.find(({value}) => value === level)?.title,
          translationGap({name, slug, summary, body}),
          nameInOtherLanguage(name),
        ]
          .filter(Boolean)
          .join(' · '),
        media,
      }
    },
  },
})
