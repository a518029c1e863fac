export type LinkedDocument = {id: string; type: string; title: string}

const documents = new Map<string, LinkedDocument>()

/**
 * Remembers which document a message names, so that the form can link to it. Sanity passes only the text of a
 * message to the form (6.15).
 */
export function withLink(message: string, document: LinkedDocument): string {
  documents.set(message, document)
  return message
}

export const linkedDocumentOf = (message: string): LinkedDocument | undefined => documents.get(message)
