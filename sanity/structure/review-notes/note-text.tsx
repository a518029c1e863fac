import {Stack, Text} from '@sanity/ui'
import {useTimeAgo} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {UserName} from '../user-name.tsx'
import type {ReviewNote} from './review-note.ts'

/** What is asked, by whom, of whom and when, or who has settled it. */
export function NoteText({note, id}: {note: ReviewNote; id?: string}) {
  const {text, askedBy, askedOf, settledBy, settledAt} = note
  const when = useTimeAgo(settledAt ?? note._createdAt, {agoSuffix: true})
  return (
    <Stack gap={3} id={id}>
      {text && (
        <Text as="p" size={1} style={{overflowWrap: 'anywhere', whiteSpace: 'pre-line'}}>
          {text}
        </Text>
      )}
      <Text as="p" muted size={1} style={{overflowWrap: 'anywhere'}}>
        {t('Prosí', 'Asked by')}: <UserName id={askedBy} />
        {askedOf && ` · ${t('koho', 'of')}: ${askedOf}`}
        {settledBy && (
          <>
            {' '}
            · {t('vyřídil(a)', 'done by')}: <UserName id={settledBy} />
          </>
        )}{' '}
        · <time dateTime={settledAt ?? note._createdAt}>{when}</time>
      </Text>
    </Stack>
  )
}
