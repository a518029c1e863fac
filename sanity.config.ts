import {studioConfig} from './sanity/studio/studio-config.ts'

/**
 * Configuration for Sanity's command line. The Studio on the site calls the same function. A browser has no environment:
 * sanity.cli.ts writes these values into the bundle.
 */
export default studioConfig({
  projectId: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID || 'local',
  dataset: process.env.NEXT_PUBLIC_SANITY_DATASET || 'production',
  lakeUrl: process.env.SANITY_STUDIO_LAKE_URL || undefined,
})
