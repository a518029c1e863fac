import {createDataAttribute} from 'next-sanity'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import {config} from '#lib/server/config.ts'

/**
 * What makes a fact clickable in the Presentation tool: the value for `data-sanity`. Attributes instead of
 * stega, whose invisible characters end up in copied text, comparisons and search.
 * Undefined outside draft mode: visitors' pages carry no trace of the Studio.
 */
export function editAttribute(enabled: boolean): EditAttribute {
  const {projectId, dataset} = config
  return (document, path) =>
    enabled
      ? createDataAttribute({...document, path, projectId, dataset, baseUrl: '/studio'}).toString()
      : undefined
}
