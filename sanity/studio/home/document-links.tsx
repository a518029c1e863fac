import {Box, Stack, Text} from '@sanity/ui'
import {type ComponentProps, type PropsWithChildren, useMemo} from 'react'
import {useSchema, useTimeAgo} from 'sanity'
import {IntentLink} from 'sanity/router'
import {t} from '#sanity/i18n/studio-language.ts'
import {PreviewLink} from '#sanity/schemas/preview-link.tsx'
import {UserName} from '#sanity/structure/user-name.tsx'
import type {HomeRow} from './home-query.ts'

type LinkProps = PropsWithChildren<{id: string; type: string}>

/** A document's preview, which opens its form. */
export function DocumentPreviewLink({id, type, children}: LinkProps) {
  const Link = useMemo(
    () => (props: Omit<ComponentProps<typeof IntentLink>, 'intent' | 'params'>) => (
      <IntentLink {...props} intent="edit" params={{id, type}} />
    ),
    [id, type],
  )
  return (
    <PreviewLink as={Link} id={id} type={type}>
      {children}
    </PreviewLink>
  )
}

function DocumentLink({row, author}: {row: HomeRow; author: string | undefined}) {
  const schemaType = useSchema().get(row._type)
  const when = useTimeAgo(row._updatedAt, {agoSuffix: true})
  return (
    <DocumentPreviewLink id={row._id} type={row._type}>
      <Box padding={2} paddingTop={1}>
        <Text muted size={1}>
          {schemaType?.title} · <time dateTime={row._updatedAt}>{when}</time>
          {author && (
            <>
              {' · '}
              <UserName id={author} />
            </>
          )}
        </Text>
      </Box>
    </DocumentPreviewLink>
  )
}

/** Documents with the time of their last change, and who made it. */
export function DocumentLinks({
  rows,
  authors,
  empty,
}: {
  rows: readonly HomeRow[]
  authors: ReadonlyMap<string, string | undefined>
  empty: string
}) {
  return rows.length === 0 ? (
    <Text muted size={1}>
      {empty}
    </Text>
  ) : (
    <Stack as="ul" gap={1} style={{listStyle: 'none', margin: 0, padding: 0}}>
      {rows.map((row) => (
        <li key={row._id}>
          <DocumentLink row={row} author={authors.get(row._rev)} />
        </li>
      ))}
    </Stack>
  )
}

export const noDrafts = t('Nic, všechno je zveřejněné.', 'Nothing, everything is published.')
