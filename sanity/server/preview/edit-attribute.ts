import {createDataAttribute} from 'next-sanity'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import {config} from '#lib/server/config.ts'

/**
 * The value of `data-sanity`, by which the Presentation tool makes a fact clickable. Not stega: its invisible
 * characters get into copied text, comparisons and search. Undefined outside draft mode: visitors' pages show
 * nothing of the Studio.
 */
export function editAttribute(enabled: boolean): EditAttribute {
  const {projectId, dataset} = config
  return (document, path) =>
    enabled
      ? createDataAttribute({...document, path, projectId, dataset, baseUrl: '/studio'}).toString()
      : undefined
}
