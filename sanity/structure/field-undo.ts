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
 * @returns whether all of them say again what they said.
 */
export async function restoreField(
  client: SanityClient,
  field: string,
  {before, written}: {before: FieldValues; written: FieldValues},
): Promise<boolean> {
  const now = await readField(client, field, Object.keys(before))
  const ours = Object.keys(before).filter((id) => id in now && now[id] === written[id])
  if (ours.length > 0) {
    const transaction = client.transaction()
    for (const id of ours) {
      const value = before[id]
      transaction.patch(id, value === undefined ? {unset: [field]} : {set: {[field]: value}})
    }
    await transaction.commit({tag: 'field-undo.restore'})
  }
  return ours.length === Object.keys(before).length
}
