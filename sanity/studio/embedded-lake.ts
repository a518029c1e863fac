import type {ClientConfig} from '@sanity/client'
import {map} from 'rxjs'
import type {AuthStore, CurrentUser, WorkspaceOptions} from 'sanity'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {createRetryingClient} from '../connection/retrying-client.ts'
import {restrictFetchToLoopback} from './loopback-fetch.ts'

/**
 * Studio settings for the embedded lake: its address, and an auth store in which every editor is signed in.
 * The lake itself accepts only requests from the site's origin on this machine.
 */
export function embeddedLake(target: {lakeUrl: string; projectId: string; dataset: string}) {
  const {lakeUrl, projectId, dataset} = target
  restrictFetchToLoopback(lakeUrl)
  const clientFactory = (options: ClientConfig) =>
    createRetryingClient({
      apiVersion,
      ...options,
      apiHost: lakeUrl,
      useProjectHostname: false,
      useCdn: false,
      // Needed by the live events of the Presentation tool. The lake sets no cookies.
      withCredentials: true,
    })
  // Same options as the Studio's own sign-in. Without `raw` the client would not see drafts.
  const client = clientFactory({projectId, dataset, perspective: 'raw', requestTagPrefix: 'sanity.studio'})
  const auth: AuthStore = {
    state: client.observable
      .request<CurrentUser>({url: '/users/me'})
      .pipe(map((currentUser) => ({authenticated: true, client, currentUser}))),
  }
  return {
    apiHost: lakeUrl,
    unstable_clientFactory: clientFactory,
    auth,
    // These features need Sanity services other than the Content Lake.
    document: {comments: {enabled: false}},
    tasks: {enabled: false},
    scheduledPublishing: {enabled: false, inputDateTimeFormat: undefined},
    scheduledDrafts: {enabled: false},
    mediaLibrary: {enabled: false},
  } satisfies Partial<WorkspaceOptions>
}
