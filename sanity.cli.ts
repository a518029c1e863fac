import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {
    projectId: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID || 'local',
    dataset: process.env.NEXT_PUBLIC_SANITY_DATASET || 'production',
  },
  // CommonJS, which Vite can't run inlined: let Node load them (edtf for its parser, lexorank for the order of lists).
  vite: {ssr: {external: ['edtf', 'lexorank']}},
  typegen: {
    path: './sanity/queries/*.ts',
    schema: './sanity/schema.json',
    generates: './sanity/sanity.types.ts',
    overloadClientMethods: true,
  },
})
