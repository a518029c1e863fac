/** What each body is part of, by id. */
export type Parents = ReadonlyMap<string, string | undefined>

/** What a body is part of, from the nearest on; stops where it would begin again. */
export function ancestorsOf(id: string, parents: Parents): string[] {
  const above: string[] = []
  for (let next = parents.get(id); next !== undefined && !above.includes(next); next = parents.get(next))
    above.push(next)
  return above
}

/** A body that is part of itself, at once or by way of others. */
export const isInCircle = (id: string, parents: Parents): boolean => ancestorsOf(id, parents).includes(id)

/** A body and all that is part of it. */
export function withPartsOf(id: string, parents: Parents): string[] {
  return [
    id,
    ...[...parents.keys()].filter((other) => other !== id && ancestorsOf(other, parents).includes(id)),
  ]
}

type Row = {_id?: string | null | undefined; parent?: {_id?: string | null | undefined} | null | undefined}

/** Rows without the parents that make a circle: no body is part of itself, and nobody knows which of them is wrong. */
export function withoutCircles<Item extends Row>(rows: readonly Item[]): Item[] {
  const parents = new Map(rows.map((row) => [row?._id ?? '', row?.parent?._id ?? undefined]))
  return rows.map((row) => (row?._id && isInCircle(row._id, parents) ? {...row, parent: null} : row))
}
