import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {structureTool} from 'sanity/structure'
import {resolve} from '#sanity/presentation/resolve.ts'
import {schemaTypes} from '#sanity/schemas/schema-types.ts'
import {structure} from '#sanity/structure/structure.ts'
import {embeddedLake} from './embedded-lake.ts'

export type StudioTarget = {
  projectId: string
  dataset: string
  /** The embedded lake's address; undefined on hosted Sanity. */
  lakeUrl: string | undefined
}

/** The Studio, the same in both modes but for where its content is. */
export function studioConfig({projectId, dataset, lakeUrl}: StudioTarget) {
  return defineConfig({
    title: 'SIMI',
    basePath: '/studio',
    projectId,
    dataset,
    schema: {types: schemaTypes},
    plugins: [
      structureTool({title: 'Obsah', structure}),
      presentationTool({
        title: 'Náhled',
        resolve,
        previewUrl: {initial: '/cs/nase-clenstvi', previewMode: {enable: '/api/draft-mode/enable'}},
      }),
      visionTool({defaultApiVersion: '2025-02-19'}),
    ],
    ...(lakeUrl && embeddedLake({lakeUrl, projectId, dataset})),
  })
}
