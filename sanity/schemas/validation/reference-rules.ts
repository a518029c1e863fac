import {getPublishedId} from '@sanity/client/csm'
import type {
  CustomValidator,
  Reference,
  ReferenceFilterResolver,
  ReferenceRule,
  Rule,
  SanityDocument,
} from 'sanity'
import {ancestorsOf, isInCircle, type Parents, withPartsOf} from '#lib/parent-circles.ts'
import {apiVersion} from '#sanity/api-version.ts'
import {studioLanguage, t} from '#sanity/studio/language.ts'

type Context = Pick<Parameters<ReferenceFilterResolver>[0], 'getClient'> & {
  document?: SanityDocument | undefined
}
type Body = {_id: string; parent: string; name: string | null}

/** What each body is part of, as editors see it. @throws when the CMS does not answer. */
async function readParents({
  getClient,
}: Context): Promise<{parents: Map<string, string>; names: Map<string, string>}> {
  const bodies = await getClient({apiVersion})
    .withConfig({perspective: 'drafts'})
    .fetch<Body[]>(
      `*[_type in ["network", "organization"] && defined(parent._ref)]{
        _id, "parent": parent._ref, "name": coalesce(name[$language], name.cs, name.en)
      }`,
      {language: studioLanguage},
      {tag: 'validation.parents'},
    )
  const entries = bodies.map((body) => ({...body, id: getPublishedId(body._id)}))
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
    return without(withPartsOf(own, (await readParents(context)).parents))
  } catch (error) {
    console.error('What is part of this document could not be read.', error)
    return without([own])
  }
}

type Validator = CustomValidator<Reference | undefined>

/** The way round in names, "A → B → A"; undefined when the reference makes no circle. */
async function circleOf(parent: Reference | undefined, context: Context): Promise<string | undefined> {
  if (!parent?._ref || !context.document) return undefined
  const own = getPublishedId(context.document._id)
  if (parent._ref === own) return '' // No need to ask.
  const {parents, names} = await readParents(context)
  const changed: Parents = parents.set(own, parent._ref)
  if (!isInCircle(own, changed)) return undefined
  return [own, ...ancestorsOf(own, changed)]
    .map((id) => names.get(id) ?? t('tento dokument', 'this document'))
    .join(' → ')
}

const makesNoCircle: Validator = async (parent, context) => {
  const circle = await circleOf(parent, context).catch(() => undefined)
  if (circle === undefined) return true
  return t(
    `Nic nemůže patřit samo pod sebe${circle && ` (${circle})`}: vyberte jiný celek, nebo pole vymažte.`,
    `Nothing can be part of itself${circle && ` (${circle})`}: choose another body, or clear the field.`,
  )
}

const canBeChecked: Validator = (parent, context) =>
  circleOf(parent, context).then(
    () => true,
    () =>
      t(
        'Teď nejde ověřit, zda to nevede do kruhu: server neodpovídá. Text se neztratí, zkuste to za chvíli.',
        'Whether this leads in a circle can’t be checked now: the server does not answer. Nothing is lost; try again soon.',
      ),
  )

/**
 * A rule has one level, so the warning that it can't be checked is a rule of its own. It is begun from nothing: Sanity's
 * own rule about references would else be told twice.
 */
export const noCircle = (rule: ReferenceRule) => [
  rule.custom(makesNoCircle),
  (rule as unknown as Rule).reset().custom(canBeChecked).warning(),
]

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
