import {type Access, requireUser} from '../auth.ts'
import {isDatasetName} from '../document.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'

/**
 * @returns the name.
 * @throws 404 for an unknown dataset, 401 for a private one without credentials.
 */
export function requireDataset(lake: Lake, name: string, access: Access): string {
  if (!isDatasetName(name)) throw httpError(400, `Invalid dataset name "${name}"`)
  const dataset = lake.datasets.find(name)
  if (!dataset) throw httpError(404, `Dataset "${name}" not found for project ID "${lake.options.projectId}"`)
  if (dataset.aclMode === 'private') requireUser(access, `reading the private dataset "${name}"`)
  return name
}
