import {pageTypes} from '#lib/routing/document-pages.ts'
import {isOfType} from './content-types.ts'

/**
 * The documents whose page, or entry in a list, shows something of the document `$id`. The query follows
 * references backwards from `$id`, so an index can answer it. These two steps are the only place that says
 * how far pages read. A page reads from its own document, from a network's memberships, or through a type in
 * `throughStep`.
 *
 * tests/integration/sanity/server/revalidate/affected.test.ts changes a document behind every reference of
 * the schema. A page query that reads through another type fails there until `throughStep` has that type.
 */
export const throughStep = `{
  "through": [$id, ...*[_type == "person" && references($id)]._id]
}`

/** In the step after `throughStep`: ids of documents with a page. */
export const showingIds = `
    ...*[${isOfType(pageTypes)} && references(^.through)]._id,
    ...*[_type == "membership" && references(^.through)].network._ref,
    ...*[_type == "membership" && _id == $id].network._ref`
