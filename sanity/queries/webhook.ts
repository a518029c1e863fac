import {contentTypeNames, isOfType} from './content-types.ts'

/**
 * The one GROQ-powered webhook this site lives on. The embedded lake is given it at start; on hosted Sanity it is
 * created once under API → Webhooks with the same values.
 *
 * `before` and `after` carry what an address is made of, so that the page a network has left is renewed as well, and what
 * the document belonged to and belongs to, so that a page that no longer shows it is.
 */
export const revalidateWebhook = {
  name: 'Revalidate the site',
  path: '/api/revalidate',
  rule: {
    on: ['create', 'update', 'delete'] as const,
    filter: isOfType(contentTypeNames),
    projection: `{
      "_id": coalesce(after()._id, before()._id),
      "_type": coalesce(after()._type, before()._type),
      "_updatedAt": after()._updatedAt,
      "networkIds": [before().network._ref, after().network._ref],
      "bodyIds": [before().parent._ref, after().parent._ref, before().host._ref, after().host._ref, before().reportsTo._ref, after().reportsTo._ref],
      "addresses": [
        {"cs": before().slug.cs.current, "en": before().slug.en.current, "former": before().slug.former, "level": before().level, "relationKind": before().relationKind},
        {"cs": after().slug.cs.current, "en": after().slug.en.current, "former": after().slug.former, "level": after().level, "relationKind": after().relationKind}
      ]
    }`,
  },
}
