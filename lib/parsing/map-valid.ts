/**
 * Maps items and leaves out malformed ones, so that one malformed document, or one malformed part of it,
 * never empties a list. Each malformed item is logged with the document's id. `build` returns undefined for
 * "nothing to show", and throws for "malformed".
 */
export function mapValid<Item, Built>(
  items: readonly Item[] | null | undefined,
  idOf: string | ((item: Item) => unknown),
  build: (item: Item) => Built | undefined,
): Built[] {
  if (items === null || items === undefined) return []
  if (!Array.isArray(items)) {
    console.error(`Left out a list of ${String(idOf)}: it is ${typeof items}, not an array.`)
    return []
  }
  return items.flatMap((item: Item) => {
    try {
      const built = build(item)
      return built === undefined ? [] : [built]
    } catch (error) {
      const id = typeof idOf === 'string' ? idOf : idOf(item)
      const reason = error instanceof Error ? error.message : String(error)
      console.error(`Left out a malformed part of ${String(id ?? 'a document without an id')}: ${reason}`)
      return []
    }
  })
}
