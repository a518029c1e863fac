import type {SanityClient} from '@sanity/client'

/** What a field says in each of several documents, drafts and published ones by their own ids. */
export type FieldValues = Record<string, string | undefined>

const raw = (client: SanityClient) => client.withConfig({perspective: 'raw'})

export async function readField(client: SanityClient, field: string, ids: string[]): Promise<FieldValues> {
  const rows = await raw(client).fetch<{_id: string; value: string | null}[]>(
    `*[_id in $ids]{_id, "value": ${field}}`,
    {ids},
    {tag: 'field-undo.read'},
  )
  return Object.fromEntries(rows.map(({_id, value}) => [_id, value ?? undefined]))
}

/**
 * Puts back what a field said before, in one transaction. A document in which somebody has changed it since, or that
 * is gone, is left alone.
 */
export async function restoreField(
  client: SanityClient,
  field: string,
  {before, written}: {before: FieldValues; written: FieldValues},
): Promise<void> {
  const now = await readField(client, field, Object.keys(before))
  const transaction = client.transaction()
  for (const [id, value] of Object.entries(before)) {
    if (!(id in now) || now[id] !== written[id]) continue
    transaction.patch(id, value === undefined ? {unset: [field]} : {set: {[field]: value}})
  }
  await transaction.commit({tag: 'field-undo.restore'})
}
