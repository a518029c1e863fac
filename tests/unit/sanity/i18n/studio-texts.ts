import {type LocaleResourceBundle, prepareConfig} from 'sanity'
import {localeOverrides} from '#sanity/i18n/locale-overrides.ts'
import {studioConfig} from '#sanity/studio/studio-config.ts'

/** Texts of the Studio in one language, by "namespace: key". */
export type Texts = Map<string, string>

/** A later bundle wins, as in the Studio. */
async function textsOf(bundles: LocaleResourceBundle[], locale: string): Promise<Texts> {
  const texts: Texts = new Map()
  for (const {namespace, resources} of bundles.filter((bundle) => bundle.locale === locale)) {
    const loaded = typeof resources === 'function' ? await resources() : resources
    const values = 'default' in loaded && typeof loaded.default === 'object' ? loaded.default : loaded
    for (const [key, text] of Object.entries(values)) texts.set(`${namespace}: ${key}`, String(text))
  }
  return texts
}

/** All texts that Sanity shows in this Studio: its own, the translation, and our overrides. */
export async function studioTexts(): Promise<{english: Texts; czech: Texts}> {
  let bundles: LocaleResourceBundle[] = []
  const config = studioConfig({projectId: 'project1', dataset: 'production', lakeUrl: undefined})
  prepareConfig({
    ...config,
    i18n: {
      bundles: (all) => {
        bundles = [...all, ...(localeOverrides as LocaleResourceBundle[])]
        return bundles
      },
    },
  })
  return {english: await textsOf(bundles, 'en-US'), czech: await textsOf(bundles, 'cs-CZ')}
}
