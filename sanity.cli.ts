import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {
    projectId: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID || 'local',
    dataset: process.env.NEXT_PUBLIC_SANITY_DATASET || 'production',
  },
  // Both packages are CommonJS. Vite can't inline that, so Node loads them.
  vite: {ssr: {external: ['edtf', 'lexorank']}},
  typegen: {
    path: './sanity/queries/*.ts',
    schema: './sanity/schema.json',
    generates: './sanity/sanity.types.ts',
    overloadClientMethods: true,
  },
})
