import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {map} from 'rxjs'
import {routeFetch} from './route-fetch.ts'

/** The part of a workspace that this function reads. Any configuration of `defineConfig` has it. */
type Workspace = {projectId: string; dataset: string; document?: object}

export type EmbeddedLakeOptions = {
  /** Sent with each request of the Studio's clients. */
  headers?: Record<string, string>
  /** Creates the Studio's clients. Default: `createClient` of `@sanity/client`. */
  createClient?: (config: ClientConfig) => SanityClient
}

/**
 * Connects a Studio configuration, or an array of workspaces, to the lake at `url` instead of Sanity's hosting:
 * `export default embeddedLake(process.env.SANITY_STUDIO_LAKE_URL, defineConfig({…}))`. Without a `url` it returns
 * the configuration unchanged.
 *
 * Every editor is signed in: the lake accepts requests from allowed origins of this machine, and only those.
 */
export function embeddedLake<Config extends Workspace | Workspace[]>(
  url: string | undefined,
  config: Config,
  options?: EmbeddedLakeOptions,
): Config
export function embeddedLake(
  url: string | undefined,
  config: Workspace | Workspace[],
  options: EmbeddedLakeOptions = {},
): Workspace | Workspace[] {
  if (!url) return config
  const {origin} = new URL(url)
  const connect = (workspace: Workspace) => ({...workspace, ...connection(origin, workspace, options)})
  return Array.isArray(config) ? config.map(connect) : connect(config)
}

const apiVersion = '2025-02-19'

function connection(
  apiHost: string,
  {projectId, dataset, document}: Workspace,
  options: EmbeddedLakeOptions,
) {
  routeFetch(projectId, apiHost)
  const create = options.createClient ?? createClient
  const clientFactory = (config: ClientConfig) =>
    create({
      ...config,
      // Some parts of the Studio name none, and the client warns of that.
      apiVersion: config.apiVersion ?? apiVersion,
      apiHost,
      useProjectHostname: false,
      useCdn: false,
      headers: {...config.headers, ...options.headers},
      // Needed by the live events of the Presentation tool. The lake sets no cookies.
      withCredentials: true,
    })
  // Same options as the Studio's own sign-in. Without `raw` the client would not see drafts.
  const client = clientFactory({
    projectId,
    dataset,
    perspective: 'raw',
    requestTagPrefix: 'sanity.studio',
  })
  return {
    apiHost,
    unstable_clientFactory: clientFactory,
    // The Studio's own store works, too, but offers to sign out, and then there is nothing to sign in to.
    auth: {
      state: client.observable
        .request({url: '/users/me'})
        .pipe(map((currentUser) => ({authenticated: true, client, currentUser}))),
    },
    // Both need an add-on dataset, which the lake lacks, and services of Sanity that tell the people mentioned.
    document: {...document, comments: {enabled: false}},
    tasks: {enabled: false},
    // The older scheduling, by a service of Sanity. The lake has scheduled drafts.
    scheduledPublishing: {enabled: false, inputDateTimeFormat: undefined},
    mediaLibrary: {enabled: false},
  }
}
