import {changeType, contentTypeNames, isOfType} from './content-types.ts'

/**
 * The one GROQ-powered webhook of the site. `start` registers it on the embedded lake. On hosted Sanity,
 * create it once under API → Webhooks with the same values.
 *
 * `addresses` are the fields that an address follows from, before and after the change, so that the page a
 * network left is revalidated too. `networkIds` and `bodyIds` are what the document belonged to and belongs
 * to, so that a page that no longer shows it is revalidated.
 */
export const revalidateWebhook = {
  name: 'Revalidate the site',
  path: '/api/revalidate',
  rule: {
    on: ['create', 'update', 'delete'] as const,
    filter: isOfType([...contentTypeNames, changeType]),
    projection: `{
      "_id": coalesce(after()._id, before()._id),
      "_type": coalesce(after()._type, before()._type),
      "_updatedAt": after()._updatedAt,
      "networkIds": [before().network._ref, after().network._ref],
      "bodyIds": [before().parent._ref, after().parent._ref, before().host._ref, after().host._ref, ...before().memberOf[].network._ref, ...after().memberOf[].network._ref, before().reportsTo._ref, after().reportsTo._ref],
      "addresses": [
        {"cs": before().slug.cs.current, "en": before().slug.en.current, "former": before().slug.former, "level": before().level, "relationKind": before().relationKind},
        {"cs": after().slug.cs.current, "en": after().slug.en.current, "former": after().slug.former, "level": after().level, "relationKind": after().relationKind}
      ]
    }`,
  },
}
