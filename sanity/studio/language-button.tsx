import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {Button} from '@sanity/ui'
import {useEffect} from 'react'
import {otherLocale} from '#lib/i18n/locales.ts'
import {studioLanguage, switchStudioLanguage} from '../i18n/studio-language.ts'

const languageNames = {cs: 'Česky', en: 'English'}
const other = otherLocale(studioLanguage)

/** Switches the language. Sanity's own language menu shows nothing (sanity 6.15). */
export function LanguageButton() {
  useEffect(() => {
    document.documentElement.lang = studioLanguage
  }, [])
  return (
    <Button
      icon={EarthGlobeIcon}
      lang={other}
      mode="bleed"
      onClick={() => switchStudioLanguage(other)}
      text={languageNames[other]}
    />
  )
}
