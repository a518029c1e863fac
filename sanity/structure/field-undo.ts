import type {SanityClient} from '@sanity/client'

/** The value of one field by document id. A draft and its published document have separate ids. */
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
 * Restores the previous values of a field in one transaction. Skips a document whose field was changed since,
 * or that was deleted.
 * @returns whether all values were restored.
 */
export async function restoreField(
  client: SanityClient,
  field: string,
  {before, written}: {before: FieldValues; written: FieldValues},
): Promise<boolean> {
  const current = await readField(client, field, Object.keys(before))
  const unchanged = Object.keys(before).filter((id) => id in current && current[id] === written[id])
  if (unchanged.length > 0) {
    const transaction = client.transaction()
    for (const id of unchanged) {
      const value = before[id]
      transaction.patch(id, value === undefined ? {unset: [field]} : {set: {[field]: value}})
    }
    await transaction.commit({tag: 'field-undo.restore'})
  }
  return unchanged.length === Object.keys(before).length
}
