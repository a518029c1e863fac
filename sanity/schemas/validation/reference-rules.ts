import {getPublishedId, isDraftId} from '@sanity/client/csm'
import type {CustomValidator, Reference, ReferenceFilterResolver, SanityDocument} from 'sanity'
import {ancestorsOf, isInCycle, type Parents, withDescendants} from '#lib/content/parent-cycles.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {type QueryCheck, queryWith, type RunQuery} from './query-rules.ts'

type Body = {_id: string; parent: string; name: string | null}

/**
 * Reads the parent of each body. A draft overrides its published document.
 * @throws when the Content Lake fails.
 */
async function readParents(
  runQuery: RunQuery,
): Promise<{parents: Map<string, string>; names: Map<string, string>}> {
  const bodies = await runQuery<Body[]>(
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

const excludeIds = (ids: string[]) => ({
  filter: '!(_id in $excluded)',
  params: {excluded: ids.flatMap((id) => [id, `drafts.${id}`])},
})

/** A reference filter that excludes the document and its descendants. */
export const excludeSelfAndDescendants: ReferenceFilterResolver = async (context) => {
  const own = getPublishedId(context.document._id)
  try {
    return excludeIds(withDescendants(own, (await readParents(queryWith(context))).parents))
  } catch (error) {
    console.error('Could not read which bodies are part of this document.', error)
    return excludeIds([own])
  }
}

type Validator = CustomValidator<Reference | undefined>

/** The names along the cycle, "A → B → A"; undefined when the reference makes no cycle. */
async function describeCycle(
  parent: Reference | undefined,
  runQuery: RunQuery,
  document: SanityDocument | undefined,
): Promise<string | undefined> {
  if (!parent?._ref || !document) return undefined
  const own = getPublishedId(document._id)
  if (parent._ref === own) return '' // No query needed.
  const {parents, names} = await readParents(runQuery)
  const changed: Parents = parents.set(own, parent._ref)
  if (!isInCycle(own, changed)) return undefined
  return [own, ...ancestorsOf(own, changed)]
    .map((id) => names.get(id) ?? t('tento dokument', 'this document'))
    .join(' → ')
}

/** A body can't be its own parent or ancestor. */
export const hasNoCycle: QueryCheck<Reference | undefined> = async (parent, runQuery, {document}) => {
  const cycle = await describeCycle(parent, runQuery, document)
  if (cycle === undefined) return true
  return t(
    `Nic nemůže patřit samo pod sebe${cycle && ` (${cycle})`}: vyberte jiný celek, nebo pole vymažte.`,
    `Nothing can be part of itself${cycle && ` (${cycle})`}: choose another body, or clear the field.`,
  )
}

const referencedIds = (document: SanityDocument | undefined, fields: string[]): string[] =>
  fields.flatMap((field) => (document?.[field] as Reference | undefined)?._ref ?? [])

/** A reference filter that excludes the documents in these fields. */
export const excludeValuesOf =
  (...fields: string[]): ReferenceFilterResolver =>
  ({document}) =>
    excludeIds(referencedIds(document, fields))

export const differsFrom =
  (...fields: string[]): Validator =>
  (value, {document}) =>
    value?._ref && referencedIds(document, fields).includes(value._ref)
      ? t(
          'Odkazuje na sebe: vyberte někoho jiného než člena a síť tohoto členství, nebo pole vymažte.',
          'This points back to itself: choose another than this membership’s member and network, or clear the field.',
        )
      : true
