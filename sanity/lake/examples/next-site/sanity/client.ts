import {createImageUrlBuilder, type SanityImageSource} from '@sanity/image-url'
import {createClient} from 'next-sanity'
import {dataset, lakeUrl, projectId} from './lake'

export const client = createClient({
  ...(lakeUrl ? {apiHost: lakeUrl, useProjectHostname: false} : {}),
  projectId,
  dataset,
  apiVersion: '2026-01-01',
  useCdn: true,
  stega: {studioUrl: '/studio'},
})

/** The builder takes its host from the client. */
export const urlForImage = (source: SanityImageSource) => createImageUrlBuilder(client).image(source)
