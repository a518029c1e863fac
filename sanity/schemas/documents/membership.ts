import {LinkIcon} from '@sanity/icons/Link'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {dateField, periodEnd, periodStart} from '../fields/date-field.ts'
import {PersonalMemberField} from '../inputs/personal-member-field.tsx'
import {SourcesInput} from '../inputs/sources-input.tsx'
import {membershipSelection, membershipText} from '../membership-text.ts'
import {newMembership} from '../new-documents.ts'
import {memberMayBeNamed} from '../validation/consent-rules.ts'
import {
  hasNoOverlap,
  hasStatedRole,
  isRecentlyChecked,
  statusAgreesWithDates,
} from '../validation/membership-rules.ts'
import {queryRules} from '../validation/query-rules.ts'
import {differsFrom, excludeValuesOf} from '../validation/reference-rules.ts'
import {hasNoTimeBoundWord} from '../validation/time-bound-words.ts'

const statuses = [
  {value: 'active', title: t('trvá', 'it goes on')},
  {value: 'former', title: t('skončilo', 'it has ended')},
  {value: 'unknown', title: t('nevíme', 'we don’t know')},
]

const roles = [
  {value: 'member', title: t('člen', 'member')},
  {value: 'founding-member', title: t('zakládající člen', 'founding member')},
  {value: 'chair', title: t('předseda, předsedkyně', 'chair')},
  {value: 'vice-chair', title: t('místopředseda, místopředsedkyně', 'vice-chair')},
  {value: 'board', title: t('člen vedení', 'board member')},
  {value: 'permanent-observer', title: t('stálý pozorovatel', 'permanent observer')},
  {value: 'observer', title: t('pozorovatel', 'observer')},
  {value: 'participant', title: t('účastník', 'participant')},
  {value: 'partner', title: t('partner', 'partner')},
]

/** A member's part in a network: role, since, until (Popolo Membership). */
export const membership = defineType({
  name: 'membership',
  title: t('Členství', 'Membership'),
  type: 'document',
  icon: LinkIcon,
  initialValue: newMembership,
  validation: (rule) => queryRules(rule, hasNoOverlap),
  groups: [
    {name: 'who', title: t('Kdo a jak', 'Who and how'), default: true},
    {name: 'when', title: t('Kdy', 'When')},
    {name: 'evidence', title: t('Doklady', 'Evidence')},
  ],
  fields: [
    defineField({
      name: 'network',
      title: t('Síť', 'Network'),
      type: 'reference',
      group: 'who',
      to: [{type: 'network'}],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'member',
      title: t('Kdo je členem', 'Member'),
      type: 'reference',
      group: 'who',
      description: t(
        'Organizace, nebo osoba, patří-li místo jí.',
        'An organization, or a person if the seat is theirs.',
      ),
      to: [{type: 'organization'}, {type: 'person'}],
      validation: (rule) => queryRules(rule.required(), memberMayBeNamed),
    }),
    defineField({
      name: 'onBehalfOf',
      title: t('Za koho', 'On behalf of'),
      type: 'reference',
      group: 'who',
      description: t('Když je členem osoba za organizaci.', 'When a person sits for an organization.'),
      components: {field: PersonalMemberField},
      to: [{type: 'organization'}],
      options: {filter: excludeValuesOf('member')},
      validation: (rule) => rule.custom(differsFrom('member')),
    }),
    defineField({
      name: 'role',
      title: 'Role',
      type: 'string',
      group: 'who',
      options: {list: roles},
      validation: (rule) => rule.custom(hasStatedRole),
    }),
    defineField({
      name: 'roleStated',
      title: t('Roli uvádí zdroj', 'A source states the role'),
      type: 'boolean',
      group: 'who',
      initialValue: true,
      description: t('Vypnuto: web roli nepíše.', 'Off: the site prints no role.'),
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'roleLabel',
      title: t('Role jinými slovy', 'Role in other words'),
      type: 'localeString',
      group: 'who',
      description: t('Jen když obecné označení nesedí.', 'Only when the general label does not fit.'),
    }),
    defineField({
      name: 'representatives',
      title: t('Zástupci', 'Representatives'),
      type: 'array',
      group: 'who',
      of: [defineArrayMember({type: 'representative'})],
    }),
    defineField({
      name: 'contribution',
      title: t('Co tam děláme', 'What we do there'),
      type: 'localeText',
      group: 'who',
      validation: (rule) => rule.custom(hasNoTimeBoundWord).warning(),
    }),
    defineField({
      name: 'reportsTo',
      title: t('Koho informuje', 'Reports to'),
      type: 'reference',
      group: 'who',
      to: [{type: 'organization'}, {type: 'network'}],
      options: {filter: excludeValuesOf('network', 'member')},
      validation: (rule) => rule.custom(differsFrom('network', 'member')),
    }),
    dateField({
      name: 'since',
      title: t('Od', 'Since'),
      // Also on the first tab, like the next two: editors enter them together with the member and the role.
      group: ['who', 'when'],
      ...periodStart,
    }),
    defineField({
      name: 'status',
      title: t('Trvá to?', 'Does it go on?'),
      type: 'string',
      group: ['who', 'when'],
      description: t(
        'Skončilo: pak se objeví „Do“. Nevíte-li kdy, nechte „Do“ prázdné; web napíše, že datum není známo.',
        'If it has ended, Until appears. Leave that empty if nobody knows when: the site then says so.',
      ),
      options: {
        layout: 'radio',
        list: statuses,
      },
      validation: (rule) => [
        rule.required().custom(statusAgreesWithDates),
        rule.custom(isRecentlyChecked).warning(),
      ],
    }),
    dateField({
      name: 'until',
      title: t('Do', 'Until'),
      group: ['who', 'when'],
      // A date that was typed stays visible for every status, so that an editor can clear it.
      hidden: ({parent, value}) => parent?.status !== 'former' && !value,
      ...periodEnd('since'),
    }),
    dateField({
      name: 'asOf',
      title: t('Stav ke dni', 'As of'),
      group: 'when',
      description: t('K jakému datu to zdroj říká.', 'The date for which the source says so.'),
    }),
    dateField({
      name: 'lastChecked',
      title: t('Naposledy ověřeno', 'Last checked'),
      type: 'date',
      group: 'when',
      description: t('Kdy to někdo z redakce naposledy ověřil.', 'When an editor last checked it.'),
    }),
    defineField({
      name: 'sources',
      title: t('Zdroje', 'Sources'),
      type: 'array',
      // Also on the first tab: what is stated there needs a source.
      group: ['who', 'evidence'],
      components: {input: SourcesInput},
      of: [defineArrayMember({type: 'reference', to: [{type: 'source'}]})],
      validation: (rule) => [
        rule.unique(),
        rule.min(1).warning(t('Bez zdroje to nikdo neověří.', 'Without a source nobody can check it.')),
      ],
    }),
    defineField({
      name: 'documents',
      title: t('Dokumenty', 'Documents'),
      type: 'array',
      group: 'evidence',
      of: [defineArrayMember({type: 'linkedDocument'})],
    }),
  ],
  orderings: [
    {
      title: t('Síť', 'Network'),
      name: 'network',
      by: [{field: `network.name.${studioLanguage}`, direction: 'asc'}],
    },
  ],
  preview: {select: membershipSelection, prepare: membershipText},
})
