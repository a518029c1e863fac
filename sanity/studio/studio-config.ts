import {visionTool} from '@sanity/vision'
import {embeddedLake} from 'embedded-content-lake/studio'
import {defineConfig} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {structureTool} from 'sanity/structure'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {FormInput} from '#sanity/schemas/inputs/form-input.tsx'
import {schemaTypes} from '#sanity/schemas/schema-types.ts'
import {documentPlugin} from '#sanity/structure/document-plugin.ts'
import {structure} from '#sanity/structure/structure.ts'
import {resolve} from '#sanity/studio/presentation-resolve.ts'
import {createRetryingClient} from '../connection/retrying-client.ts'
import {czechLocale} from '../i18n/czech-locale.ts'
import {localeOverrides} from '../i18n/locale-overrides.ts'
import {studioLanguage, t} from '../i18n/studio-language.ts'
import {changeRecorder} from './change-recorder.tsx'
import {editorName} from './editor-name/editor-name.ts'
import {nameWebSockets} from './editor-name/name-websockets.ts'
import {homePlugin} from './home/home-plugin.ts'
import {savedBadge} from './saved-badge.ts'
import {toolMenu} from './tool-menu.tsx'
import {WaitForFeatures} from './wait-for-features.tsx'

export type StudioTarget = {
  projectId: string
  dataset: string
  /** The embedded lake's address; undefined on hosted Sanity. */
  lakeUrl: string | undefined
}

/** The Studio's configuration. Only the connection differs between embedded and hosted mode. */
export function studioConfig({projectId, dataset, lakeUrl}: StudioTarget) {
  const config = defineConfig({
    title: 'SIMI',
    basePath: '/studio',
    projectId,
    dataset,
    schema: {types: schemaTypes},
    form: {components: {input: FormInput}},
    i18n: {bundles: localeOverrides},
    studio: {components: {layout: WaitForFeatures, toolMenu: toolMenu(lakeUrl !== undefined)}},
    // Sanity's titles of tools are fixed.
    tools: (tools) =>
      tools.map((tool) => (tool.name === 'releases' ? {...tool, title: t('Vydání', 'Releases')} : tool)),
    document: {badges: (badges) => [savedBadge, ...badges]},
    plugins: [
      // The Studio opens in the language that was added last. English is built in.
      ...(studioLanguage === 'cs' ? [czechLocale()] : []),
      // First: the Studio opens its first tool.
      homePlugin(),
      structureTool({title: t('Obsah', 'Content'), structure}),
      // After structureTool, which adds Sanity's actions: the first action is the button, here "Publish".
      documentPlugin(),
      presentationTool({
        title: t('Náhled', 'Preview'),
        resolve,
        previewUrl: {initial: '/cs/nase-clenstvi', previewMode: {enable: '/api/draft-mode/enable'}},
      }),
      changeRecorder(),
      visionTool({defaultApiVersion: apiVersion}),
    ],
    unstable_clientFactory: createRetryingClient,
  })
  const name = editorName()
  if (lakeUrl) nameWebSockets(lakeUrl, name)
  const headers = {'X-User-Name': encodeURIComponent(name)}
  return embeddedLake(lakeUrl, config, {createClient: createRetryingClient, headers})
}
