import {Box} from '@sanity/ui'
import {useState} from 'react'
import {t} from '#sanity/i18n/studio-language.ts'
import {answeredName, answerName} from '../editor-name/editor-name.ts'
import {EditorNameForm} from '../editor-name/editor-name-form.tsx'
import {useSaysName} from '../editor-name/use-says-name.ts'
import {HomeSection} from './home-section.tsx'

/** Asks for the editor's name once in a browser. */
export function NameQuestion() {
  const saysName = useSaysName()
  const [answered, setAnswered] = useState(() => answeredName() !== undefined)
  if (!saysName || answered) return null
  const decline = () => {
    answerName('')
    setAnswered(true)
  }
  return (
    <Box style={{maxWidth: '40em'}}>
      <HomeSection title={t('Kdo jste?', 'Who are you?')}>
        <EditorNameForm cancel={t('Teď ne', 'Not now')} onCancel={decline} />
      </HomeSection>
    </Box>
  )
}
