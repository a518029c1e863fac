import {Box, Flex, Spinner, Stack, Text, TextInput} from '@sanity/ui'
import {type ComponentProps, useMemo, useState} from 'react'
import {usePaneRouter} from 'sanity/structure'
import {withoutDiacritics} from '#lib/i18n/without-diacritics.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {PreviewLink} from '#sanity/schemas/preview-link.tsx'

/** One document of a list. */
export type DocumentRow = {
  _id: string
  _type: string
  /** The text that the box above the list searches. */
  name?: string | undefined
  /** A line below the document's own preview. */
  note?: string | undefined
}

/** Shorter lists are read faster than searched. */
const MIN_SEARCHED = 8

function Row({row}: {row: DocumentRow}) {
  const {ChildLink, routerPanesState, groupIndex} = usePaneRouter()
  const isOpen = routerPanesState[groupIndex + 1]?.[0]?.id === row._id
  const Link = useMemo(
    () => (props: Omit<ComponentProps<typeof ChildLink>, 'childId'>) => (
      <ChildLink {...props} childId={row._id} />
    ),
    [ChildLink, row._id],
  )
  return (
    <PreviewLink id={row._id} type={row._type} as={Link} isOpen={isOpen}>
      {row.note && (
        <Box paddingBottom={2} paddingX={2}>
          <Text size={1} muted>
            {row.note}
          </Text>
        </Box>
      )}
    </PreviewLink>
  )
}

/** A list of documents of any types, in the given order. Each opens beside the list. */
export function DocumentRows({
  rows,
  failed,
  empty,
}: {
  rows: readonly DocumentRow[] | undefined
  failed: boolean
  empty: string
}) {
  const [search, setSearch] = useState('')
  if (failed)
    return (
      <Message
        text={t(
          'Seznam se nepodařilo načíst. Obnovte stránku.',
          'The list could not be read. Reload the page.',
        )}
      />
    )
  if (!rows)
    return (
      <Flex justify="center" padding={5}>
        <Spinner muted />
      </Flex>
    )
  if (rows.length === 0) return <Message text={empty} />
  const wanted = withoutDiacritics(search.trim())
  const found = rows.filter(({name}) => withoutDiacritics(name ?? '').includes(wanted))
  return (
    <Stack gap={2} padding={2}>
      {rows.length >= MIN_SEARCHED && (
        <TextInput
          aria-label={t('Hledat v seznamu', 'Search the list')}
          fontSize={1}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('Hledat v seznamu', 'Search the list')}
          value={search}
        />
      )}
      {found.length === 0 ? (
        <Message text={t('Nic takového tu není.', 'Nothing like that here.')} />
      ) : (
        <Stack as="ul" gap={1} style={{listStyle: 'none', margin: 0}}>
          {found.map((row) => (
            <li key={row._id}>
              <Row row={row} />
            </li>
          ))}
        </Stack>
      )}
    </Stack>
  )
}

function Message({text}: {text: string}) {
  return (
    <Box padding={4}>
      <Text muted size={1}>
        {text}
      </Text>
    </Box>
  )
}
