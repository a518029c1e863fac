import {isDatasetName} from '../document.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'

/** @returns the name. @throws 404 for a dataset this lake doesn't have. */
export function requireDataset(lake: Lake, name: string): string {
  if (!isDatasetName(name)) throw httpError(400, `Invalid dataset name "${name}"`)
  if (!lake.store.datasets().some((dataset) => dataset.name === name))
    throw httpError(404, `Dataset "${name}" not found for project ID "${lake.options.projectId}"`)
  return name
}
