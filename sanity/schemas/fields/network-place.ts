import {defineArrayMember, defineField} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {isLegacyPath, isLegacyPathFree} from '../validation/legacy-path-rules.ts'
import {queryRules} from '../validation/query-rules.ts'
import {excludeSelfAndDescendants, hasNoCycle} from '../validation/reference-rules.ts'
import {webAddress} from '../validation/web-address.ts'
import {logoField} from './logo-field.ts'

/** The tab with parent, host, links and legacy paths. */
export const networkPlace = [
  defineField({
    name: 'parent',
    title: t('Patří pod', 'Part of'),
    type: 'reference',
    group: 'place',
    to: [{type: 'organization'}, {type: 'network'}],
    options: {filter: excludeSelfAndDescendants},
    validation: (rule) => queryRules(rule, hasNoCycle),
  }),
  defineField({
    name: 'host',
    title: t('Kdo zajišťuje provoz', 'Hosted by'),
    type: 'reference',
    group: 'place',
    description: t('Jen když je to někdo jiný než „Patří pod“.', 'Only if it is not the body it is part of.'),
    to: [{type: 'organization'}],
  }),
  defineField({
    name: 'memberOf',
    title: t('Členem sítí', 'Member of'),
    type: 'array',
    group: 'place',
    description: t(
      'Sítě, jejichž členem je tato síť sama. Role SIMI je ve členstvích.',
      'Networks that this network itself is a member of. SIMI’s role is in memberships.',
    ),
    of: [defineArrayMember({type: 'affiliation'})],
  }),
  defineField({
    name: 'website',
    title: t('Web', 'Website'),
    type: 'url',
    group: 'place',
    validation: (rule) => rule.uri(webAddress),
  }),
  defineField({
    name: 'otherLinks',
    title: t('Další odkazy', 'Other links'),
    type: 'array',
    group: 'place',
    of: [defineArrayMember({type: 'webLink'})],
  }),
  {...logoField, group: 'place'},
  defineField({
    name: 'legacyPaths',
    title: t('Adresy na starém webu', 'Addresses on the old site'),
    type: 'array',
    group: 'place',
    of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(isLegacyPath)})],
    description: t('Z nich se návštěvník přesměruje sem.', 'Visitors are redirected from them.'),
    validation: (rule) => [rule.unique(), ...queryRules(rule, isLegacyPathFree)],
  }),
]
