import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {Button} from '@sanity/ui'
import {useWorkspace} from 'sanity'
import {studioLanguage} from '../i18n/studio-language.ts'

/** Opens the guide in the editor's language, in a tab of its own: an editor reads it while working. */
export function GuideLink({text}: {text: string}) {
  const {basePath} = useWorkspace()
  return (
    <Button
      as="a"
      href={`${basePath}/guide/${studioLanguage}`}
      icon={HelpCircleIcon}
      mode="bleed"
      rel="noopener"
      target="_blank"
      text={text}
    />
  )
}
