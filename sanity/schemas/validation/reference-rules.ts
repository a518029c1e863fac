import {getPublishedId, isDraftId} from '@sanity/client/csm'
import type {CustomValidator, Reference, ReferenceFilterResolver, SanityDocument} from 'sanity'
import {ancestorsOf, isInCycle, type Parents, withDescendants} from '#lib/content/parent-cycles.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {type Ask, askWith, type Check} from './rules-that-ask.ts'

type Body = {_id: string; parent: string; name: string | null}

/** What each body is part of, as editors see it, drafts before what is published. @throws when the CMS does not answer. */
async function readParents(ask: Ask): Promise<{parents: Map<string, string>; names: Map<string, string>}> {
  const bodies = await ask<Body[]>(
    `*[_type in ["network", "organization"] && defined(parent._ref)]{
      _id, "parent": parent._ref, "name": coalesce(name[$language], name.cs, name.en)
    }`,
    {language: studioLanguage},
    'validation.parents',
  )
  const published = bodies.filter(({_id}) => _id === getPublishedId(_id))
  const drafts = bodies.filter(({_id}) => isDraftId(_id))
  const entries = [...published, ...drafts].map((body) => ({...body, id: getPublishedId(body._id)}))
  return {
    parents: new Map(entries.map(({id, parent}) => [id, parent])),
    names: new Map(entries.map(({id, name}) => [id, name ?? id])),
  }
}

const without = (ids: string[]) => ({
  filter: '!(_id in $excluded)',
  params: {excluded: ids.flatMap((id) => [id, `drafts.${id}`])},
})

/** Offers neither the document itself nor what is part of it. */
export const notItsOwnPart: ReferenceFilterResolver = async (context) => {
  const own = getPublishedId(context.document._id)
  try {
    return without(withDescendants(own, (await readParents(askWith(context))).parents))
  } catch (error) {
    console.error('What is part of this document could not be read.', error)
    return without([own])
  }
}

type Validator = CustomValidator<Reference | undefined>

/** The way round in names, "A → B → A"; undefined when the reference makes no circle. */
async function circleOf(
  parent: Reference | undefined,
  ask: Ask,
  document: SanityDocument | undefined,
): Promise<string | undefined> {
  if (!parent?._ref || !document) return undefined
  const own = getPublishedId(document._id)
  if (parent._ref === own) return '' // No need to ask.
  const {parents, names} = await readParents(ask)
  const changed: Parents = parents.set(own, parent._ref)
  if (!isInCycle(own, changed)) return undefined
  return [own, ...ancestorsOf(own, changed)]
    .map((id) => names.get(id) ?? t('tento dokument', 'this document'))
    .join(' → ')
}

/** Nothing is part of itself, nor of what is part of it. */
export const makesNoCircle: Check<Reference | undefined> = async (parent, ask, {document}) => {
  const circle = await circleOf(parent, ask, document)
  if (circle === undefined) return true
  return t(
    `Nic nemůže patřit samo pod sebe${circle && ` (${circle})`}: vyberte jiný celek, nebo pole vymažte.`,
    `Nothing can be part of itself${circle && ` (${circle})`}: choose another body, or clear the field.`,
  )
}

const referred = (document: SanityDocument | undefined, fields: string[]): string[] =>
  fields.flatMap((field) => (document?.[field] as Reference | undefined)?._ref ?? [])

/** Offers other documents than those in these fields. */
export const otherThan =
  (...fields: string[]): ReferenceFilterResolver =>
  ({document}) =>
    without(referred(document, fields))

export const isOtherThan =
  (...fields: string[]): Validator =>
  (value, {document}) =>
    value?._ref && referred(document, fields).includes(value._ref)
      ? t(
          'Odkazuje na sebe: vyberte někoho jiného než člena a síť tohoto členství, nebo pole vymažte.',
          'This points back to itself: choose another than this membership’s member and network, or clear the field.',
        )
      : true
