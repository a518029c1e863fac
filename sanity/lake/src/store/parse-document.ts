import type {LakeDocument} from '../document.ts'

/**
 * A row that is not JSON (a damaged disk, a write by hand) concerns its document only: all others are read.
 * @returns undefined when the row is not JSON.
 */
export function parseDocument(dataset: string, id: string, json: string): LakeDocument | undefined {
  try {
    return JSON.parse(json)
  } catch {
    console.error(
      `[lake] the document "${id}" in the dataset "${dataset}" is not valid JSON and is left out. Restore it from a backup, or write it again`,
    )
    return undefined
  }
}
