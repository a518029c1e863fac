import type {Group} from './paths.ts'

/** The Studio's template for a new network in a group. */
export const networkTemplateId = (group: Group) => `network-in-${group}`

/** Opens the form of a new network in a group. */
export const newNetworkPath = (group: Group) =>
  `/studio/intent/create/template=${networkTemplateId(group)};type=network/`

/** Opens a network beside the preview of a page. Without a release, with its draft. */
export function previewPath(id: string, page: string, release?: string): string {
  const query = new URLSearchParams({preview: page, ...(release && {perspective: release})})
  return `/studio/presentation/network/${encodeURIComponent(id)}?${query}`
}
