import {SearchIcon} from '@sanity/icons/Search'
import {Box, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {Autocomplete} from '@sanity/ui/autocomplete'
import {useId, useMemo} from 'react'
import {withoutDiacritics} from '#lib/i18n/without-diacritics.ts'
import {addressKey} from '#lib/parsing/address-key.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {languageOptions} from '../fields/language-field.ts'
import {addressText} from '../preview-text.ts'
import {useLiveQuery} from '../use-live-query.ts'
import type {SourceChoice} from './source-choice.ts'
import {typedAddress} from './typed-address.ts'

const SOURCES_QUERY = '*[_type == "source"] | order(_updatedAt desc) {_id, title, publisher, url}'
const NO_PARAMS = {}

type SourceRow = {_id: string; title?: string | null; publisher?: string | null; url?: string | null}
type Option = {value: string; title: string; detail: string}

const optionOf = ({_id, title, publisher, url}: SourceRow): Option => ({
  value: _id,
  title: title ?? '',
  detail: [publisher, addressText(url ?? undefined)].filter(Boolean).join(' · '),
})

/** Every word of the search occurs in the title, the publisher or the address. */
function isFound(search: string, {title, detail}: Option): boolean {
  const text = withoutDiacritics(`${title} ${detail}`)
  const words = typedAddress(search) ? [addressText(typedAddress(search)) ?? ''] : search.split(/\s+/)
  return words.every((word) => text.includes(withoutDiacritics(word)))
}

const label = t(
  'Zdroj: část názvu, nebo vložte jeho adresu',
  'Source: part of the title, or paste its address',
)

/** Finds a source by a word, or takes the address of a new one and asks for its title. */
export function SourcePicker({
  choice,
  onChange,
}: {
  choice: SourceChoice | undefined
  onChange: (choice: SourceChoice | undefined) => void
}) {
  const id = useId()
  const {data} = useLiveQuery<SourceRow[]>(SOURCES_QUERY, NO_PARAMS)
  const options = useMemo(() => (data ?? []).map(optionOf), [data])
  const isNew = choice !== undefined && 'url' in choice

  /** An address that no source has begins a new source. */
  const handleQuery = (query: string | null) => {
    // The box empties itself when the editor leaves it. The new source stays.
    if (query === null) return
    const url = typedAddress(query)
    const isKnown = data?.some((row) => row.url && addressKey(row.url) === addressKey(url))
    if (url && !isKnown) onChange({title: '', lang: 'cs', ...choice, url})
    else if (isNew) onChange(undefined)
  }

  return (
    <Stack gap={3}>
      <Text as="label" weight="medium" htmlFor={id} size={1}>
        {label}
      </Text>
      <Autocomplete
        id={id}
        filterOption={isFound}
        fontSize={1}
        icon={SearchIcon}
        onQueryChange={handleQuery}
        onSelect={(_id: string) => onChange({_id})}
        openButton
        options={options}
        placeholder="https://"
        popover={{constrainSize: true}}
        renderOption={({title, detail}) => (
          <Box as="button" padding={3}>
            <Stack gap={2}>
              <Text size={1} weight="medium">
                {title}
              </Text>
              <Text muted size={1}>
                {detail}
              </Text>
            </Stack>
          </Box>
        )}
        renderValue={(_value, option) => option?.title ?? ''}
        value={choice && '_id' in choice ? choice._id : ''}
      />
      {isNew && (
        <Flex gap={3} wrap="wrap">
          <Stack flex={1} gap={2} style={{minWidth: 'min(14rem, 100%)'}}>
            <Text as="label" weight="medium" htmlFor={`${id}-title`} size={1}>
              {t('Název nového zdroje', 'Title of the new source')}
            </Text>
            <TextInput
              id={`${id}-title`}
              fontSize={1}
              onChange={({currentTarget}) => onChange({...choice, title: currentTarget.value})}
              required
              value={choice.title}
            />
            <Text muted size={1}>
              {choice.url}
            </Text>
          </Stack>
          <Stack gap={2}>
            <Text as="label" weight="medium" htmlFor={`${id}-lang`} size={1}>
              {t('Jazyk názvu', 'Language of the title')}
            </Text>
            <Select
              id={`${id}-lang`}
              fontSize={1}
              onChange={({currentTarget}) => onChange({...choice, lang: currentTarget.value})}
              value={choice.lang}
            >
              {languageOptions.map(({value, title}) => (
                <option key={value} value={value}>
                  {title}
                </option>
              ))}
            </Select>
          </Stack>
        </Flex>
      )}
    </Stack>
  )
}
