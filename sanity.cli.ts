import nextEnv from '@next/env'
import {defineCliConfig} from 'sanity/cli'
import {modeOf} from './lib/server/env-schema.ts'

// The same files as the site. Sanity's command line reads others.
nextEnv.loadEnvConfig(process.cwd(), false, {info: () => undefined, error: console.error})

const {env} = process
const projectId = env.NEXT_PUBLIC_SANITY_PROJECT_ID || 'local'
const dataset = env.NEXT_PUBLIC_SANITY_DATASET || 'production'
const lakePort = Number(env.LAKE_PORT || 3333)
const lakeUrl = modeOf(env) === 'embedded' ? `http://127.0.0.1:${lakePort}` : ''

export default defineCliConfig({
  api: {projectId, dataset},
  // The lake allows this address (sanity/cli/start.ts). Sanity's default is the lake's own port.
  server: {port: lakePort + 1},
  vite: {
    define: {
      'process.env.NEXT_PUBLIC_SANITY_PROJECT_ID': JSON.stringify(projectId),
      'process.env.NEXT_PUBLIC_SANITY_DATASET': JSON.stringify(dataset),
      'process.env.SANITY_STUDIO_LAKE_URL': JSON.stringify(lakeUrl),
    },
    // Both packages are CommonJS. Vite can't inline that, so Node loads them.
    ssr: {external: ['edtf', 'lexorank']},
  },
  typegen: {
    path: './sanity/queries/*.ts',
    schema: './sanity/schema.json',
    generates: './sanity/sanity.types.ts',
    overloadClientMethods: true,
  },
})
