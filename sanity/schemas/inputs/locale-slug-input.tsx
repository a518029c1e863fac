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
 * Edits slugs and does two things automatically:
 * - Before the first publish, a slug follows the name, unless an editor has typed another slug.
 * - After that, a changed slug is added to `former` in the same draft. Every way to publish the draft then
 *   also publishes the redirect from the old address.
 *
 * This works only while the form is open. A script that changes a slug must set `former` itself.
 */
export function LocaleSlugInput(props: ObjectInputProps) {
  const {onChange, readOnly, schemaType} = props
  const value = props.value as LocaleSlug | undefined
  const name = useFormValue(['name']) as Name
  const id = String(useFormValue(['_id']))
  const type = String(useFormValue(['_type']))
  const {ready, published} = useEditState(getPublishedId(id), type)
  const previousName = useRef(name)
  const isLocked = readOnly || !ready

  useEffect(() => {
    const previous = previousName.current
    previousName.current = name
    if (isLocked || published) return
    const patches = locales.flatMap((language) => {
      const slug = slugOf(name?.[language] ?? '')
      const previousSlug = slugOf(previous?.[language] ?? '')
      const current = value?.[language]?.current ?? ''
      if (slug === previousSlug || slug === current || (current && current !== previousSlug)) return []
      return slug ? set({_type: 'slug', current: slug}, [language]) : unset([language])
    })
    if (patches.length > 0) onChange([setIfMissing({_type: schemaType.name}), ...patches])
  }, [name, value, isLocked, published, onChange, schemaType.name])

  useEffect(() => {
    if (isLocked || !published) return
    const former = formerSlugs(value, published.slug as LocaleSlug | undefined)
    if (former.join() === (value?.former ?? []).join()) return
    onChange([
      setIfMissing({_type: schemaType.name}),
      former.length > 0 ? set(former, ['former']) : unset(['former']),
    ])
  }, [value, isLocked, published, onChange, schemaType.name])

  return <LocaleInput {...props} />
}
