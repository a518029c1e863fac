import {Flex} from '@sanity/ui'
import {isDev, type ToolMenuProps, useCurrentUser, userHasRole} from 'sanity'
import {t} from '../i18n/studio-language.ts'
import {EditorNameButton} from './editor-name/editor-name-button.tsx'
import {GuideLink} from './guide-link.tsx'
import {LanguageButton} from './language-button.tsx'

/** Vision shows raw documents and queries, and an editor has no use for either. */
const developerTools = ['vision']

/**
 * The tools, the guide, the language and the editor's name. Tools for developers are listed for administrators. On the embedded lake
 * everybody is one, so there they are listed in `npm run dev` only. Their address works for everybody: a tool
 * has the rights of its user.
 */
export const toolMenu = (isEmbedded: boolean) =>
  function ToolMenu(props: ToolMenuProps) {
    const user = useCurrentUser()
    const isListed = isEmbedded ? isDev : Boolean(user && userHasRole(user, 'administrator'))
    const tools = props.tools.filter(({name}) => isListed || !developerTools.includes(name))
    return (
      <Flex align="center" direction={props.context === 'topbar' ? 'row' : 'column'} gap={1}>
        {props.renderDefault({...props, tools})}
        <GuideLink text={t('Průvodce', 'Guide')} />
        <LanguageButton />
        <EditorNameButton />
      </Flex>
    )
  }
