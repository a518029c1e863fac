import {useEffect, useRef} from 'react'
import {
  getPublishedId,
  type ObjectInputProps,
  set,
  setIfMissing,
  unset,
  useEditState,
  useFormValue,
} from 'sanity'
import {locales} from '#lib/i18n/locales.ts'
import {slugOf} from '#lib/routing/slug.ts'
import {formerSlugs, type LocaleSlug} from './former-slugs.ts'
import {LocaleInput} from './locale-input.tsx'

type Name = {cs?: string; en?: string} | undefined

/**
 * Keeps two things an editor need not think of:
 * - until a document is first published, its slugs follow its name, unless somebody has written another one;
 * - afterwards a slug that changes is remembered in the same draft, so that however the draft is published, the old
 *   address leads to the new one.
 * Runs while the form is open; a slug changed by a script has to bring its former one along.
 */
export function LocaleSlugInput(props: ObjectInputProps) {
  const {onChange, readOnly, schemaType} = props
  const value = props.value as LocaleSlug | undefined
  const name = useFormValue(['name']) as Name
  const id = String(useFormValue(['_id']))
  const type = String(useFormValue(['_type']))
  const {ready, published} = useEditState(getPublishedId(id), type)
  const nameBefore = useRef(name)
  const fixed = readOnly || !ready

  useEffect(() => {
    const before = nameBefore.current
    nameBefore.current = name
    if (fixed || published) return
    const patches = locales.flatMap((language) => {
      const slug = slugOf(name?.[language] ?? '')
      const slugBefore = slugOf(before?.[language] ?? '')
      const current = value?.[language]?.current ?? ''
      if (slug === slugBefore || slug === current || (current && current !== slugBefore)) return []
      return slug ? set({_type: 'slug', current: slug}, [language]) : unset([language])
    })
    if (patches.length > 0) onChange([setIfMissing({_type: schemaType.name}), ...patches])
  }, [name, value, fixed, published, onChange, schemaType.name])

  useEffect(() => {
    if (fixed || !published) return
    const former = formerSlugs(value, published.slug as LocaleSlug | undefined)
    if (former.join() === (value?.former ?? []).join()) return
    onChange([
      setIfMissing({_type: schemaType.name}),
      former.length > 0 ? set(former, ['former']) : unset(['former']),
    ])
  }, [value, fixed, published, onChange, schemaType.name])

  return <LocaleInput {...props} />
}
