/**
 * The networks whose page, or entry in a group, shows something of the document `$id`: found from it backwards along
 * references, so that an index can answer. These two steps are the one place that says how far pages read: what they read
 * of other documents, they read from the network, from its memberships, or through one of `$id`'s readers below.
 * tests/integration/sanity/server/revalidate/affected.test.ts walks every reference of every page's query against them: a query that
 * reads through another type of document fails there until that type stands here.
 */
export const throughStep = `{
  "through": [$id, ...*[_type == "person" && references($id)]._id]
}`

/** In the step after: ids of networks. */
export const showingIds = `
    ...*[_type == "network" && references(^.through)]._id,
    ...*[_type == "membership" && references(^.through)].network._ref,
    ...*[_type == "membership" && _id == $id].network._ref`
