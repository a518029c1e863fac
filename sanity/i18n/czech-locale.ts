import {csCZLocale} from '@sanity/locale-cs-cz'
import type {PluginOptions} from 'sanity'
import {withOurWords} from './czech-words.ts'

type Loaded = Record<string, string> | {default: Record<string, string>}

async function loadWithOurWords(resources: () => Promise<Loaded>): Promise<Record<string, string>> {
  const loaded = await resources()
  const texts = (typeof loaded.default === 'object' ? loaded.default : loaded) as Record<string, string>
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, withOurWords(text)]))
}

/** Sanity's Czech texts, with one word for one thing. */
export function czechLocale(): PluginOptions {
  const plugin = csCZLocale()
  const locales = plugin.i18n?.locales
  if (!Array.isArray(locales)) throw new Error('@sanity/locale-cs-cz no longer lists its texts')
  return {
    ...plugin,
    i18n: {
      locales: locales.map((locale) => ({
        ...locale,
        bundles: locale.bundles?.map((bundle) => ({
          ...bundle,
          resources:
            typeof bundle.resources === 'function'
              ? () => loadWithOurWords(bundle.resources as () => Promise<Loaded>)
              : bundle.resources,
        })),
      })),
    },
  }
}
