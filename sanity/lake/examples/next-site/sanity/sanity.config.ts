'use client'

import {embeddedLake} from 'embedded-content-lake/studio'
import {defineConfig} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {structureTool} from 'sanity/structure'
import {dataset, lakeUrl, projectId} from './lake'
import {recipe} from './schema'

export default embeddedLake(
  lakeUrl,
  defineConfig({
    basePath: '/studio',
    projectId,
    dataset,
    schema: {types: [recipe]},
    plugins: [
      structureTool(),
      presentationTool({
        previewUrl: {previewMode: {enable: '/api/draft-mode/enable'}},
        resolve: {
          mainDocuments: [{route: '/:slug', filter: '_type == "recipe" && slug.current == $slug'}],
        },
      }),
    ],
  }),
)
