import {studioConfig} from './sanity/studio/studio-config.ts'

/** Configuration for Sanity's command line. The Studio on the site calls the same function. */
export default studioConfig({
  projectId: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID || 'local',
  dataset: process.env.NEXT_PUBLIC_SANITY_DATASET || 'production',
  lakeUrl: undefined,
})
