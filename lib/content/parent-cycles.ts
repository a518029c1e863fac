/** Id of a body → id of its parent. */
export type Parents = ReadonlyMap<string, string | undefined>

/** The ancestors of a body, nearest first. In a cycle, each ancestor is listed once. */
export function ancestorsOf(id: string, parents: Parents): string[] {
  const ancestors: string[] = []
  for (let next = parents.get(id); next !== undefined && !ancestors.includes(next); next = parents.get(next))
    ancestors.push(next)
  return ancestors
}

/** Whether a body is its own ancestor. */
export const isInCycle = (id: string, parents: Parents): boolean => ancestorsOf(id, parents).includes(id)

/** The ids of a body and all its descendants. */
export function withDescendants(id: string, parents: Parents): string[] {
  return [
    id,
    ...[...parents.keys()].filter((other) => other !== id && ancestorsOf(other, parents).includes(id)),
  ]
}

type Row = {_id?: string | null | undefined; parent?: {_id?: string | null | undefined} | null | undefined}

/**
 * Removes every parent that is part of a cycle. No body is its own ancestor, but it is unknown which parent
 * is wrong.
 */
export function withoutCycles<Item extends Row>(rows: readonly Item[]): Item[] {
  const parents = new Map(rows.map((row) => [row?._id ?? '', row?.parent?._id ?? undefined]))
  return rows.map((row) => (row?._id && isInCycle(row._id, parents) ? {...row, parent: null} : row))
}
