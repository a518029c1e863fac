import {createSchema, type SanityClient, type SanityDocument, validateDocument, type Workspace} from 'sanity'
import {schemaTypes} from '#sanity/schemas/schema-types.ts'
import {runGroq, type SeedDocument, seed} from '../seed/seed.ts'

export const schema = createSchema({name: 'default', types: schemaTypes})

/** A client that evaluates GROQ over these documents. It has only the methods that the rules use. */
function clientOver(documents: SeedDocument[]): SanityClient {
  const client = {
    withConfig: () => client,
    fetch: (query: string, params: Record<string, unknown>) => runGroq(query, params, documents),
  }
  return client as unknown as SanityClient
}

/**
 * Validates a document with Sanity, among these others. Returns "level path: message", with dots in the path.
 * As `cli` Sanity also reports unknown fields, but reports every problem of an object as a warning (sanity
 * 6.15).
 */
export async function problemsOf(
  document: SeedDocument,
  others: SeedDocument[] = seed,
  environment: 'studio' | 'cli' = 'studio',
  client = clientOver(others),
): Promise<string[]> {
  const markers = await validateDocument({
    document: document as unknown as SanityDocument,
    workspace: {schema} as unknown as Workspace,
    getClient: () => client,
    getDocumentExists: async ({id}) => others.some(({_id}) => _id === id),
    environment,
  })
  return markers.map(({level, path, message}) => {
    const steps = path.map((step) => (typeof step === 'object' && '_key' in step ? step._key : String(step)))
    return `${level} ${steps.join('.')}: ${message}`
  })
}

/** The same while the Content Lake does not answer. */
export function problemsDuringOutage(document: SeedDocument): Promise<string[]> {
  const client = {withConfig: () => client, fetch: () => Promise.reject(new Error('no answer'))}
  return problemsOf(document, [], 'studio', client as unknown as SanityClient)
}
