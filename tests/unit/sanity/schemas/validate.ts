import {createSchema, type SanityClient, type SanityDocument, validateDocument, type Workspace} from 'sanity'
import {schemaTypes} from '#sanity/schemas/schema-types.ts'
import {ask, type SeedDocument, seed} from '../seed/seed.ts'

export const schema = createSchema({name: 'default', types: schemaTypes})

/** Real GROQ over the given documents; of the client the rules use nothing else. */
function clientOver(documents: SeedDocument[]): SanityClient {
  const client = {
    withConfig: () => client,
    fetch: (query: string, params: Record<string, unknown>) => ask(query, params, documents),
  }
  return client as unknown as SanityClient
}

/**
 * What Sanity says about a document among these others: "level path: message", paths with dots. As `cli` it also
 * reports fields the schema doesn't know, but calls every problem of an object a warning (sanity 6.15).
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

/** The same while the CMS does not answer. */
export function problemsWithout(document: SeedDocument): Promise<string[]> {
  const client = {withConfig: () => client, fetch: () => Promise.reject(new Error('no answer'))}
  return problemsOf(document, [], 'studio', client as unknown as SanityClient)
}
