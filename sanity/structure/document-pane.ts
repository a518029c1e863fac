import {map} from 'rxjs'
import type {StructureBuilder, StructureResolver} from 'sanity/structure'

/**
 * The pane of a document, for lists that Sanity does not know as lists of documents.
 * @param type is given for a document that does not exist yet.
 */
export const documentOf = (
  S: StructureBuilder,
  {documentStore}: Parameters<StructureResolver>[1],
  id: string,
  type?: string,
) =>
  documentStore
    .resolveTypeForDocument(id, type)
    .pipe(map((schemaType) => S.document().documentId(id).schemaType(schemaType)))
