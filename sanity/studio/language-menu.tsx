import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {Button, Flex} from '@sanity/ui'
import {useEffect} from 'react'
import type {ToolMenuProps} from 'sanity'
import {otherLocale} from '#lib/i18n/locales.ts'
import {studioLanguage, switchStudioLanguage} from '../i18n/studio-language.ts'

const languageNames = {cs: 'Česky', en: 'English'}
const other = otherLocale(studioLanguage)

/** A button that switches the language. Sanity's own language menu shows nothing (sanity 6.15). */
export function LanguageMenu(props: ToolMenuProps) {
  useEffect(() => {
    document.documentElement.lang = studioLanguage
  }, [])
  return (
    <Flex align="center" direction={props.context === 'topbar' ? 'row' : 'column'} gap={1}>
      {props.renderDefault(props)}
      <Button
        icon={EarthGlobeIcon}
        lang={other}
        mode="bleed"
        onClick={() => switchStudioLanguage(other)}
        text={languageNames[other]}
      />
    </Flex>
  )
}
