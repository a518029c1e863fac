import type {ClientConfig} from '@sanity/client'
import {map} from 'rxjs'
import type {AuthStore, CurrentUser, WorkspaceOptions} from 'sanity'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {createPatientClient} from '../connection/patient-client.ts'
import {keepFetchOnThisMachine} from './loopback-fetch.ts'

/**
 * What the Studio needs to know to live on the embedded lake: where it is, and that whoever may open this page is
 * signed in (the lake lets this site's own origin in, and nobody from another machine). All else is untouched.
 */
export function embeddedLake(target: {lakeUrl: string; projectId: string; dataset: string}) {
  const {lakeUrl, projectId, dataset} = target
  keepFetchOnThisMachine(lakeUrl)
  const clientFactory = (options: ClientConfig) =>
    createPatientClient({
      apiVersion,
      ...options,
      apiHost: lakeUrl,
      useProjectHostname: false,
      useCdn: false,
      // Asked for by the live events the Presentation tool listens to; the lake sets no cookies.
      withCredentials: true,
    })
  // As the Studio's own sign-in makes it: without `raw` it would not see that a document has a draft.
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
    // Their state lives in Sanity's own services beside the Content Lake, which the embedded one does not have.
    document: {comments: {enabled: false}},
    tasks: {enabled: false},
    scheduledPublishing: {enabled: false, inputDateTimeFormat: undefined},
    scheduledDrafts: {enabled: false},
    mediaLibrary: {enabled: false},
  } satisfies Partial<WorkspaceOptions>
}
