import {Box, Flex, Stack, Text} from '@sanity/ui'
import {useId, useMemo} from 'react'
import {t} from '#sanity/i18n/studio-language.ts'
import {useLiveQuery} from '#sanity/schemas/use-live-query.ts'
import {NoteText} from '#sanity/structure/review-notes/note-text.tsx'
import {NOTES, NOTES_QUERY, type ReviewNote} from '#sanity/structure/review-notes/review-note.ts'
import {SettleButton} from '#sanity/structure/review-notes/settle-button.tsx'
import {DocumentPreviewLink} from './document-links.tsx'
import {HomeSection} from './home-section.tsx'

/** Settled notes are shown so long, so that the one who asked sees who did it. */
const settledMs = 7 * 24 * 60 * 60 * 1000

function NoteOfDocument({note}: {note: ReviewNote}) {
  const id = useId()
  return (
    <li>
      <DocumentPreviewLink id={note.documentId} type={note.documentType} />
      <Flex align="center" gap={3} paddingX={2} wrap="wrap">
        <Box flex={1} style={{minWidth: '12em'}}>
          <NoteText id={id} note={note} />
        </Box>
        {!note.settledAt && <SettleButton describedBy={id} note={note} />}
      </Flex>
    </li>
  )
}

/** What colleagues ask for. Absent when there is nothing. */
export function ReviewNotes() {
  const params = useMemo(() => ({since: new Date(Date.now() - settledMs).toISOString()}), [])
  const {data, failed} = useLiveQuery<ReviewNote[]>(NOTES_QUERY, params, NOTES)
  if (!failed && !data?.length) return null
  return (
    <HomeSection title={t('K posouzení', 'To review')}>
      {failed && <Text size={1}>{t('Nepodařilo se načíst.', 'Could not be read.')}</Text>}
      <Stack as="ul" gap={3} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {data?.map((note) => (
          <NoteOfDocument key={note._id} note={note} />
        ))}
      </Stack>
    </HomeSection>
  )
}
