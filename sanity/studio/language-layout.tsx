import {useEffect} from 'react'
import {type LayoutProps, useCurrentLocale} from 'sanity'
import type {Locale} from '#lib/locales.ts'
import {studioLanguage, switchStudioLanguage} from './language.ts'

/** Brings this project's texts into the language chosen in the user menu, and the page's `lang` with them. */
export function LanguageLayout({renderDefault, ...props}: LayoutProps) {
  const chosen: Locale = useCurrentLocale().id.startsWith('cs') ? 'cs' : 'en'
  useEffect(() => {
    document.documentElement.lang = chosen
    if (chosen !== studioLanguage) switchStudioLanguage(chosen)
  }, [chosen])
  return renderDefault({...props, renderDefault})
}
