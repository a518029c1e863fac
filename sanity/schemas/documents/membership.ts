import {defineArrayMember, defineField, defineType} from 'sanity'
import {t} from '#sanity/studio/language.ts'
import {dateText, inStudioLanguage, titleOf} from '../preview-text.ts'
import {
  agreesWithUntilKnown,
  hasNoOverlap,
  hasStatedRole,
  isRecentlyChecked,
} from '../validation/membership-rules.ts'
import {isNotBefore, isPointInTime} from '../validation/partial-date-rules.ts'
import {agesWell} from '../validation/stale-words.ts'

const statuses = [
  {value: 'active', title: t('trvá', 'active')},
  {value: 'former', title: t('skončilo', 'former')},
  {value: 'unknown', title: t('nevíme', 'unknown')},
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

/** Who takes part in a network, in which role and when (Popolo Membership). */
export const membership = defineType({
  name: 'membership',
  title: t('Členství', 'Membership'),
  type: 'document',
  validation: (rule) => rule.custom(hasNoOverlap),
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
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'onBehalfOf',
      title: t('Za koho', 'On behalf of'),
      type: 'reference',
      group: 'who',
      description: t('Když je členem osoba za organizaci.', 'When a person sits for an organization.'),
      to: [{type: 'organization'}],
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
      title: t('Roli uvádí pramen', 'A source states the role'),
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
      validation: (rule) => rule.custom(agesWell).warning(),
    }),
    defineField({
      name: 'reportsTo',
      title: t('Koho informuje', 'Reports to'),
      type: 'reference',
      group: 'who',
      to: [{type: 'organization'}, {type: 'network'}],
    }),
    defineField({
      name: 'since',
      title: t('Od', 'Since'),
      type: 'partialDate',
      // On the first tab, too: whoever notes who and how nearly always knows since when.
      group: ['who', 'when'],
      validation: (rule) => rule.custom(isPointInTime),
    }),
    defineField({
      name: 'until',
      title: t('Do', 'Until'),
      type: 'partialDate',
      group: 'when',
      validation: (rule) =>
        rule.custom(isPointInTime).custom(isNotBefore('since')).custom(agreesWithUntilKnown),
    }),
    defineField({
      name: 'untilKnown',
      title: t('Konec je známý', 'The end is known'),
      type: 'boolean',
      group: 'when',
      initialValue: false,
      description: t(
        'Zapnuto a „Do“ prázdné: trvá. Vypnuto: nevíme, zda a kdy skončilo.',
        'On with an empty Until: it goes on. Off: nobody knows whether it ended.',
      ),
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'status',
      title: t('Stav', 'Status'),
      type: 'string',
      group: 'when',
      initialValue: 'unknown',
      options: {
        layout: 'radio',
        list: statuses,
      },
      validation: (rule) => [rule.required(), rule.custom(isRecentlyChecked).warning()],
    }),
    defineField({
      name: 'asOf',
      title: t('Stav ke dni', 'As of'),
      type: 'partialDate',
      group: 'when',
      description: t('K jakému datu to pramen říká.', 'The date for which the source says so.'),
    }),
    defineField({
      name: 'lastChecked',
      title: t('Naposledy ověřeno', 'Last checked'),
      type: 'date',
      group: 'when',
      description: t('Kdy to někdo z redakce naposledy ověřil.', 'When an editor last checked it.'),
    }),
    defineField({
      name: 'sources',
      title: t('Prameny', 'Sources'),
      type: 'array',
      group: 'evidence',
      of: [defineArrayMember({type: 'reference', to: [{type: 'source'}]})],
      validation: (rule) => [
        rule.unique(),
        rule.min(1).warning(t('Bez pramene to nikdo neověří.', 'Without a source nobody can check it.')),
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
    {title: t('Síť', 'Network'), name: 'network', by: [{field: 'network.name.cs', direction: 'asc'}]},
  ],
  preview: {
    select: {
      network: 'network.name',
      // A person's name is one string, an organization's is in two languages.
      member: 'member.name',
      onBehalfOf: 'onBehalfOf.name',
      role: 'role',
      since: 'since',
      until: 'until',
      status: 'status',
    },
    prepare: ({network, member, onBehalfOf, role, since, until, status}) => ({
      title: [typeof member === 'string' ? member : inStudioLanguage(member), inStudioLanguage(network)]
        .filter(Boolean)
        .join(' → '),
      subtitle: [
        titleOf(roles, role),
        since && `${t('od', 'since')} ${dateText(since)}`,
        until && `${t('do', 'until')} ${dateText(until)}`,
        titleOf(statuses, status),
        onBehalfOf && `${t('za', 'for')} ${inStudioLanguage(onBehalfOf)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
