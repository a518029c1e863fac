import {getPublishedId} from '@sanity/client/csm'
import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId, useMemo} from 'react'
import type {InputProps} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {useLiveQuery} from '#sanity/schemas/use-live-query.ts'
import {NoteText} from './note-text.tsx'
import {NOTES, NOTES_OF_DOCUMENT_QUERY, type ReviewNote} from './review-note.ts'
import {SettleButton} from './settle-button.tsx'

function Note({note}: {note: ReviewNote}) {
  const id = useId()
  return (
    <Flex align="flex-start" as="li" gap={3} wrap="wrap">
      <Box flex={1} style={{minWidth: '12em'}}>
        <NoteText id={id} note={note} />
      </Box>
      <SettleButton describedBy={id} note={note} />
    </Flex>
  )
}

function OpenNotes({documentId}: {documentId: string}) {
  const id = useId()
  const params = useMemo(() => ({documentId}), [documentId])
  const {data} = useLiveQuery<ReviewNote[]>(NOTES_OF_DOCUMENT_QUERY, params, NOTES)
  if (!data?.length) return null
  return (
    <Card aria-labelledby={id} as="section" border padding={4} radius={3} tone="caution">
      <Stack gap={4}>
        <Text as="h2" id={id} size={1} weight="semibold">
          {t('K posouzení', 'To review')}
        </Text>
        <Stack as="ul" gap={4} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {data.map((note) => (
            <Note key={note._id} note={note} />
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

/** Shows the open review notes of a document above its form. */
export function WithReviewNotes(props: InputProps) {
  const form = props.renderDefault(props)
  if (props.path.length > 0) return form
  const {_id} = (props.value ?? {}) as {_id?: string}
  return (
    <Stack gap={4}>
      {_id && <OpenNotes documentId={getPublishedId(_id)} />}
      {form}
    </Stack>
  )
}
