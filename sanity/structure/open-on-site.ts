import {LaunchIcon} from '@sanity/icons/Launch'
import type {DocumentActionComponent, SanityDocument} from 'sanity'
import {locales} from '#lib/i18n/locales.ts'
import {type DocumentPage, pageOf} from '#lib/routing/document-pages.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'

type AddressFields = Parameters<DocumentPage['path']>[2]

/** The path of the document's page in the editor's language, or in the other one. */
export function pagePath(page: DocumentPage, document: SanityDocument | null): string | undefined {
  const slugs = (document?.slug ?? {}) as Record<string, {current?: string} | undefined>
  return [studioLanguage, ...locales]
    .map((locale) => {
      const slug = slugs[locale]?.current
      return slug && page.path(locale, slug, document as AddressFields)
    })
    .find(Boolean)
}

/** Opens the page that visitors see. The Studio has the site's origin. */
export const openOnSite: DocumentActionComponent = ({type, published}) => {
  const page = pageOf(type)
  const path = page && pagePath(page, published)
  return path
    ? {
        label: t('Otevřít na webu', 'Open on the site'),
        icon: LaunchIcon,
        onHandle: () => {
          window.open(path, '_blank', 'noopener')
        },
      }
    : null
}
