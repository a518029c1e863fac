import {AddIcon} from '@sanity/icons/Add'
import {EditIcon} from '@sanity/icons/Edit'
import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {Autocomplete} from '@sanity/ui/autocomplete'
import {type ComponentProps, useId, useMemo} from 'react'
import {IntentLink, useRouter} from 'sanity/router'
import {siteTextsId} from '#lib/content/site-texts.ts'
import {compareNames} from '#lib/i18n/collation.ts'
import type {Localized} from '#lib/i18n/localized.ts'
import {withoutDiacritics} from '#lib/i18n/without-diacritics.ts'
import {networkTemplateId} from '#lib/routing/studio-paths.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {inStudioLanguage} from '#sanity/schemas/preview-text.ts'
import {useLiveQuery} from '#sanity/schemas/use-live-query.ts'
import {networkGroups} from '#sanity/structure/network-groups.ts'

/** The other language's name, too, so that either finds the network. */
const NETWORKS_QUERY = '*[_type == "network"]{_id, name}'
const NO_PARAMS = {}

const byTitle = compareNames(studioLanguage)

type LinkProps = Omit<ComponentProps<typeof IntentLink>, 'intent' | 'params'>

function CreateLink({type, template, text}: {type: string; template: string; text: string}) {
  const Link = useMemo(
    () => (props: LinkProps) => <IntentLink {...props} intent="create" params={{type, template}} />,
    [type, template],
  )
  return <Button as={Link} data-as="a" icon={AddIcon} mode="ghost" text={text} />
}

const SiteTextsLink = (props: LinkProps) => (
  <IntentLink {...props} intent="edit" params={{id: siteTextsId, type: 'siteTexts'}} />
)

/** Finds a network whose facts are to be corrected. */
function NetworkSearch() {
  const id = useId()
  const {navigateIntent} = useRouter()
  const {data} = useLiveQuery<{_id: string; name?: Localized}[]>(NETWORKS_QUERY, NO_PARAMS)
  const options = useMemo(
    () =>
      (data ?? [])
        .map(({_id, name}) => ({
          value: _id,
          title: inStudioLanguage(name) ?? '',
          searched: withoutDiacritics(`${name?.cs ?? ''} ${name?.en ?? ''}`),
        }))
        .toSorted((a, b) => byTitle(a.title, b.title)),
    [data],
  )
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {t('Opravit údaj: najděte síť', 'Correct a fact: find the network')}
      </Text>
      <Autocomplete
        id={id}
        filterOption={(query, option) => option.searched.includes(withoutDiacritics(query))}
        icon={SearchIcon}
        onSelect={(networkId: string) => navigateIntent('edit', {id: networkId, type: 'network'})}
        openButton
        options={options}
        placeholder={t('Část názvu', 'Part of the name')}
        renderOption={({title}) => (
          <Box as="button" padding={3}>
            <Text size={1}>{title}</Text>
          </Box>
        )}
      />
    </Stack>
  )
}

/** What editors come for. */
export function StartButtons({isEmpty}: {isEmpty: boolean}) {
  return (
    <Stack gap={4}>
      {!isEmpty && <NetworkSearch />}
      <Flex gap={2} wrap="wrap">
        {!isEmpty && (
          <CreateLink
            type="membership"
            template="membership"
            text={t('Přidat členství', 'Add a membership')}
          />
        )}
        {networkGroups.map((group) => (
          <CreateLink
            key={group.id}
            type="network"
            template={networkTemplateId(group.id)}
            text={`${t('Přidat síť', 'Add a network')}: ${group.title}`}
          />
        ))}
        <Button
          as={SiteTextsLink}
          data-as="a"
          icon={EditIcon}
          mode="ghost"
          text={t('Upravit texty webu', 'Edit the texts of the site')}
        />
      </Flex>
    </Stack>
  )
}
