import {studioConfig} from './sanity/studio/studio-config.ts'

/** What Sanity's command-line tool reads. The Studio on the site is made from the same function. */
export default studioConfig({
  projectId: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID || 'local',
  dataset: process.env.NEXT_PUBLIC_SANITY_DATASET || 'production',
  lakeUrl: undefined,
})
